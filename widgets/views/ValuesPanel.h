// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/PlotWidget.h"
#include "widgets/session/Session.h"

namespace ktnas {

/// Values and ranks of the current cell on all tasks, with split and trials; after an edit of the cell, by
/// how much each value moved.
class ValuesPanel : public PlotWidget {
    Q_OBJECT

public:
    ValuesPanel(Session& session, ThemeProvider& themes, QWidget* parent = nullptr);

    /// The cell before an edit, to compare with; none: no comparison.
    void setComparedWith(CellId cell);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    QString kindName() const override;
    QColor groundColour() const override { return theme().panel; }
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    double rowHeight() const;
    /// "+0.31", signed so that plus is more of the measure, whatever is better.
    QString change(const Measure& measure, std::size_t row) const;

    Session& m_session;
    CellId m_compared;
};

} // namespace ktnas
