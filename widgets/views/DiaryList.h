// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/Diary.h"
#include "widgets/plots/PlotWidget.h"
#include "widgets/session/Session.h"

#include <vector>

namespace ktnas {

/// The diary's lines with the task's chip and the generation before each, wrapped and painted by hand: a text
/// document takes 20 ms to lay out, too long for a run that is drawn live. A click or Enter goes to the
/// line's moment. Keys: up, down, Home, End, Enter, Esc.
class DiaryList : public PlotWidget {
    Q_OBJECT

public:
    DiaryList(Session& session, ThemeProvider& themes, QWidget* parent = nullptr);

    /// Oldest first; the widget takes the height that they need.
    void setLines(std::vector<DiaryLine> lines);

Q_SIGNALS:
    /// The line that the keys are on, to be scrolled into view.
    void lineReached(const QRect& rect);

protected:
    QString kindName() const override;
    QColor groundColour() const override { return theme().panel; }
    void invalidate() override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void layOut();
    int textLeft() const;

    Session& m_session;
    std::vector<DiaryLine> m_lines;
    std::vector<QRect> m_rects; ///< of each line
    int m_current = -1;
};

} // namespace ktnas
