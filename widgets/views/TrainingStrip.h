// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/search/TrainedRun.h"
#include "widgets/plots/PlotWidget.h"
#include "widgets/session/Session.h"

#include <QPointer>

namespace ktnas {

class TrainingMonitor;

/// The networks that are being trained for the current run, one line each with its share and the time left.
/// Hidden for a run on a table. A click on a line looks at its cell.
class TrainingStrip : public PlotWidget {
    Q_OBJECT

public:
    TrainingStrip(Session& session, ThemeProvider& themes, QWidget* parent = nullptr);

    QString valueText() const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    QString kindName() const override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void follow();
    void refresh();
    QString lineText(const TrainingUnderWay& one) const;
    QRectF lineRect(std::size_t line) const;

    Session& m_session;
    QPointer<TrainingMonitor> m_monitor;
    TrainingProgress m_progress;
    std::size_t m_lines = 1; ///< room for as many, so that a line that comes and goes moves nothing
};

} // namespace ktnas
