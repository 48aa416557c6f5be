// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/Session.h"

#include <QWidget>

#include <functional>

class QToolButton;

namespace ktnas {

class CellGraphView;
class Heading;
class LayoutService;
class SegmentedChoice;
class ThemeProvider;
class ValuesPanel;

/// The current cell: name and size, its graph in both views, its values on all tasks. Choosing another
/// operation in the graph looks at that cell at once and shows by how much every task's value moved.
class CellSection : public QWidget {
    Q_OBJECT

public:
    CellSection(Session& session, ThemeProvider& themes, LayoutService& layouts, QWidget* parent = nullptr);

    /// Gives the session the commands of the current cell before there is a section for it; `section` gives
    /// it as far as it exists. A section that finds no such commands adds its own.
    static void addCommands(Session& session, const std::function<CellSection*()>& section);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void changeOperation(int gene, int operation);
    /// Asks for a file and writes the graph into it.
    void exportGraph();
    /// The cell's text, as the benchmark writes it, to the clipboard.
    void copyText();
    void retranslate();

    Session& m_session;
    ThemeProvider& m_themes;
    Heading* m_heading;
    SegmentedChoice* m_choice;
    CellGraphView* m_graph;
    ValuesPanel* m_values;
    QToolButton* m_more;
    CellId m_editedFrom; ///< the cell before the last edit
    CellId m_editedTo;
};

} // namespace ktnas
