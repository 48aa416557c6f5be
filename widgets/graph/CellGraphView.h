// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/space/Space.h"
#include "widgets/graph/CellGraphPainter.h"
#include "widgets/graph/LayoutService.h"

#include <QWidget>

#include <memory>
#include <optional>

class QMenu;

namespace ktnas {

class ThemeProvider;

/// The inspector's graph of one cell, in both views (operations on edges, on nodes). Nodes keep their places
/// when an operation is edited, only that edge changes. It never changes the cell itself: it asks for it by
/// operationChangeRequested(), and the owner answers with setCell().
///
/// Mouse: a click on an edge (or its name) opens the menu of operations. Keyboard: one tab stop; arrows walk
/// through the edges, Enter or Space opens the menu, digits choose an operation (1 = the first), Esc leaves.
/// An edge with "none" shows where it would be while it is under the pointer or has the focus.
class CellGraphView : public QWidget {
    Q_OBJECT

public:
    CellGraphView(ThemeProvider* provider, LayoutService* service, QWidget* parent = nullptr);
    ~CellGraphView() override;

    void setCell(std::shared_ptr<const Space> space, const Cell& cell);
    /// Shows nothing.
    void clear();
    const std::optional<Cell>& cell() const { return m_cell; }
    void setView(CellGraph::View view);
    CellGraph::View view() const { return m_view; }
    /// Off: no menu and no digits; hover and arrows still work. On at first.
    void setEditable(bool isEditable);

    /// Writes what is shown as SVG, PNG (twice the size) or Graphviz DOT, by the path's suffix; `where`
    /// (table, run) goes into the file. Does nothing without a cell or before it is laid out. Throws
    /// WriteFailed.
    void save(const QString& path, const QString& where) const;

    /// True while what is shown is not laid out yet.
    bool isWaiting() const { return m_isWaiting; }
    /// Gene of the item that the arrows stand on, or −1.
    int currentGene() const;
    /// Where the item of this gene is, in widget coordinates (for tests and lessons); empty where unknown.
    QRect geneRect(int gene) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The person chose another operation for this gene.
    void operationChangeRequested(int gene, int operation);
    /// The pointer or the arrows are on the item of this gene; −1 for none.
    void edgeHovered(int gene);
    /// A cell is laid out and painted from now on.
    void layoutChanged();

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void rebuild();
    void requestLayout();
    void takeLayout(const LayoutPointer& layout);
    void describe();
    void openMenu(std::size_t item);
    void setCurrent(int item);
    void setHovered(int item);
    int itemAt(const QPointF& position) const;
    double shrink() const;
    QPointF origin() const;
    std::span<const Operation> operations() const;

    ThemeProvider* m_provider;
    LayoutService* m_service;
    std::shared_ptr<const Space> m_space;
    std::optional<Cell> m_cell;
    CellGraph::View m_view = CellGraph::View::OperationsOnEdges;
    CellGraph m_graph;
    std::vector<GraphItem> m_items;
    LayoutRequest m_wanted;
    LayoutRequest m_shown;
    LayoutPointer m_layout; // of m_shown
    quint64 m_requestId = 0;
    int m_current = -1;
    int m_hovered = -1;
    bool m_isEditable = true;
    bool m_isWaiting = false;
    std::unique_ptr<QMenu> m_menu;
};

} // namespace ktnas
