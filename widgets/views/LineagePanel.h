// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/PlotWidget.h"
#include "widgets/session/Session.h"

#include <vector>

namespace ktnas {

/// How the current cell came about in the current run: its ancestors from the first random cell on, one edit
/// or one migration a step. Click or Enter looks at an ancestor.
class LineagePanel : public PlotWidget {
    Q_OBJECT

public:
    LineagePanel(Session& session, ThemeProvider& themes, QWidget* parent = nullptr);

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
    /// One ancestor, and how it follows from the one before it.
    struct Link {
        CellId cell;
        TaskId task;
        std::uint32_t generation = 0;
        std::uint32_t rank = 0; ///< on its task
        bool isMigration = false;
        QString edge; ///< "1→3", or "2 edits"
        QString operation; ///< "conv 3×3", or "to C10"
    };

    void refresh();
    /// The individual of the current cell that the panel is about: in a population if there is one.
    MemberId member() const;
    std::size_t firstShown() const;
    QRectF glyphRect(std::size_t link) const;
    int find(const QPointF& position) const;
    void paintLink(QPainter& painter, std::size_t link) const;

    Session& m_session;
    std::vector<Link> m_links; ///< oldest first
    int m_focused = -1;
};

} // namespace ktnas
