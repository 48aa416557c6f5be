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

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    QString kindName() const override;
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
    };
    struct Lane {
        std::size_t tableTask = 0;
        QString title;
        QString migrants;
        QString news;
        std::vector<Entry> entries; ///< best first
    };

    void refresh();
    QRectF glyphRect(std::size_t lane, std::size_t place) const;
    double pitch() const;
    /// Lane and place under a position; false if there is none.
    bool find(const QPointF& position, std::size_t& lane, std::size_t& place) const;
    void paintLane(QPainter& painter, std::size_t lane) const;

    Session& m_session;
    std::vector<Lane> m_lanes;
    std::size_t m_lane = 0; ///< of the keyboard
    std::size_t m_place = 0;
};

} // namespace ktnas
