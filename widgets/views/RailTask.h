// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/Session.h"

#include <QWidget>

class QCheckBox;
class QToolButton;

namespace ktnas {

class ThemeProvider;

/// One task in the rail. For a search: chip, name, best value at the cursor, rank, a bar towards rank 1,
/// target and evaluations, and whether it takes part. For a comparison: the table's best, and whether it is
/// the source or the target.
class RailTask : public QWidget {
    Q_OBJECT

public:
    enum class Mode : std::uint8_t { Search, Compare };

    RailTask(Session& session, ThemeProvider& themes, std::size_t task, QWidget* parent = nullptr);

    void setMode(Mode mode);
    /// Looks at the session again: draft, run, cursor, pair.
    void refresh();
    QSize sizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    /// What is painted, so that a frame without news paints nothing.
    struct Shown {
        bool takesPart = false;
        bool isSource = false;
        bool isTarget = false;
        QString value;
        QString unit;
        QString rank;
        double share = 0; ///< of the way to rank 1 on a log axis, 0 … 1
        bool hasValue = false;
        QString caption;
        friend bool operator==(const Shown&, const Shown&) = default;
    };

    Shown look() const;
    QString passport() const;
    void place();
    void retranslate();
    void paintSearch(QPainter& painter) const;
    void paintCompare(QPainter& painter) const;
    void paintName(QPainter& painter, double right) const;

    Session& m_session;
    ThemeProvider& m_themes;
    std::size_t m_task;
    Mode m_mode = Mode::Search;
    Shown m_shown;
    QCheckBox* m_takesPart;
    QToolButton* m_source;
    QToolButton* m_target;
};

/// Decimals in which a task's values are shown: two for percent, four below that.
int taskDecimals(const Measure& measure);
/// "%", or nothing.
QString taskUnit(const Measure& measure);
/// "top-1 accuracy, % · better ↑ · validation · 200 epochs · mean of up to 3 trials".
QString taskPassport(const Task& task);

} // namespace ktnas
