// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/PlotWidget.h"
#include "widgets/session/Session.h"

#include <vector>

namespace ktnas {

/// The parents of every task at the cursor as small cells, best first: rank below (underlined if new in this
/// generation), a migrant's diamond at the corner. Hover and click go to the session. Keys: arrows move,
/// Enter looks at the cell, Esc leaves.
class PopulationPanel : public PlotWidget {
    Q_OBJECT

public:
    PopulationPanel(Session& session, ThemeProvider& themes, QWidget* parent = nullptr);

    QString valueText() const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    QString kindName() const override;
    void invalidate() override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    /// One parent as it is drawn.
    struct Entry {
        RunState::Member member;
        std::uint32_t rank = 0;
        bool isNew = false;
        bool operator==(const Entry& other) const
        {
            return member.cell == other.member.cell && member.origin == other.member.origin
                && member.source == other.member.source && rank == other.rank && isNew == other.isNew;
        }
    };
    struct Lane {
        std::size_t tableTask = 0;
        QString title;
        QString migrants;
        QString news;
        std::vector<Entry> entries; ///< best first
        bool operator==(const Lane&) const = default;
    };

    void refresh();
    QRectF glyphRect(std::size_t lane, std::size_t place) const;
    double pitch() const;
    /// Lane and place under a position; false if there is none.
    bool find(const QPointF& position, std::size_t& lane, std::size_t& place) const;
    void paintLane(QPainter& painter, std::size_t lane) const;

    Session& m_session;
    std::vector<Lane> m_lanes;
    double m_top = 0; ///< of the first lane; asking for it measures the heading's words
    double m_pitch = 1; ///< from one parent to the next
    std::size_t m_lane = 0; ///< of the keyboard
    std::size_t m_place = 0;
};

} // namespace ktnas
