// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/Session.h"

#include <QWidget>

namespace ktnas {

class GlyphStrip;
class Heading;
class SegmentedChoice;
class ThemeProvider;

/// The cells one edit away from the current one, best first on a chosen task.
class NeighbourSection : public QWidget {
    Q_OBJECT

public:
    NeighbourSection(Session& session, ThemeProvider& themes, QWidget* parent = nullptr);

    /// Whether the workspace in front has a place for it; without a cell it stays hidden anyway.
    void setWanted(bool isWanted);
    /// How many rows of cells are shown; two at first.
    void setRows(int rows);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fillTasks();
    void refresh();

    Session& m_session;
    bool m_isWanted = true;
    int m_rows = 2;
    Heading* m_heading;
    SegmentedChoice* m_tasks;
    GlyphStrip* m_strip;
    std::vector<std::size_t> m_shownTasks; ///< the table's tasks in the choice
};

} // namespace ktnas
