// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/Session.h"

#include <QWidget>

class QCheckBox;

namespace ktnas {

class ThemeProvider;

/// Who learns from whom: one row a target, one column a source. The arrow keys move between the boxes.
class LearnFromGrid : public QWidget {
    Q_OBJECT

public:
    LearnFromGrid(Session& session, ThemeProvider& themes, QWidget* parent = nullptr);

    /// Follows the draft.
    void refresh();
    /// The box of a pair of places in the draft's tasks; null on the diagonal.
    QCheckBox* box(std::size_t target, std::size_t source) const;

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    QSize sizeHint() const override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void place();
    void nameBoxes();
    double rowHeight() const;
    double columnLeft(std::size_t column) const;
    QString shortName(std::size_t place) const;

    Session& m_session;
    ThemeProvider& m_themes;
    std::vector<std::size_t> m_tasks;
    std::vector<QCheckBox*> m_boxes; ///< row-major, null on the diagonal
};

} // namespace ktnas
