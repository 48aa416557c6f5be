// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/PlotAccessible.h"

#include "widgets/plots/HeatMap.h"
#include "widgets/plots/PlotWidget.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPointer>

#include <map>

namespace ktnas {
namespace {

class PlotAccessible : public QAccessibleWidget {
public:
    explicit PlotAccessible(PlotWidget* plot, QAccessible::Role role = QAccessible::Chart)
        : QAccessibleWidget(plot, role)
    {
    }

    QString text(QAccessible::Text what) const override
    {
        const auto* plot = qobject_cast<const PlotWidget*>(object());
        if (what == QAccessible::Value && plot != nullptr)
            return plot->valueText();
        return QAccessibleWidget::text(what);
    }
};

/// One number of a heat map. It has no widget of its own; it belongs to the map's interface.
class HeatMapCell : public QAccessibleInterface, public QAccessibleTableCellInterface {
public:
    HeatMapCell(HeatMap* map, MatrixCell cell)
        : m_map(map)
        , m_cell(cell)
    {
    }

    bool isValid() const override
    {
        return m_map && m_cell.row < m_map->data().rows.size()
            && m_cell.column < m_map->data().columns.size();
    }
    QObject* object() const override { return nullptr; }
    QWindow* window() const override { return m_map ? m_map->window()->windowHandle() : nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_map); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::Cell; }
    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect box = m_map->cellRect(m_cell);
        return {m_map->mapToGlobal(box.topLeft()), box.size()};
    }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = true;
        state.selectable = true;
        state.invalid = !isValid();
        state.selected = isSelected();
        state.focused = isValid() && m_map->hasFocus() && m_map->hoveredCell() == m_cell;
        return state;
    }
    QString text(QAccessible::Text what) const override
    {
        if (!isValid())
            return {};
        if (what == QAccessible::Name)
            return m_map->cellText(m_cell);
        return what == QAccessible::Value ? m_map->printedText(m_cell) : QString();
    }
    void setText(QAccessible::Text, const QString&) override { }
    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TableCellInterface ? static_cast<QAccessibleTableCellInterface*>(this)
                                                       : nullptr;
    }

    bool isSelected() const override { return isValid() && m_map->selected() == m_cell; }
    QList<QAccessibleInterface*> columnHeaderCells() const override { return {}; }
    QList<QAccessibleInterface*> rowHeaderCells() const override { return {}; }
    int columnIndex() const override { return m_cell.column; }
    int rowIndex() const override { return m_cell.row; }
    int columnExtent() const override { return 1; }
    int rowExtent() const override { return 1; }
    QAccessibleInterface* table() const override { return parent(); }

private:
    QPointer<HeatMap> m_map;
    MatrixCell m_cell;
};

class HeatMapAccessible : public PlotAccessible, public QAccessibleTableInterface {
public:
    explicit HeatMapAccessible(HeatMap* map)
        : PlotAccessible(map, QAccessible::Table)
    {
    }
    ~HeatMapAccessible() override
    {
        for (const auto& cell : m_cells)
            QAccessible::deleteAccessibleInterface(cell.second);
    }
    HeatMapAccessible(const HeatMapAccessible&) = delete;
    HeatMapAccessible& operator=(const HeatMapAccessible&) = delete;

    int childCount() const override { return rowCount() * columnCount(); }
    QAccessibleInterface* child(int index) const override
    {
        const int columns = columnCount();
        return columns == 0 ? nullptr : cellAt(index / columns, index % columns);
    }
    int indexOfChild(const QAccessibleInterface* child) const override
    {
        const auto* cell = dynamic_cast<const HeatMapCell*>(child);
        return cell == nullptr ? -1 : cell->rowIndex() * columnCount() + cell->columnIndex();
    }
    QAccessibleInterface* childAt(int x, int y) const override
    {
        for (int i = 0; i < childCount(); ++i) {
            if (child(i)->rect().contains(x, y))
                return child(i);
        }
        return nullptr;
    }
    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TableInterface ? static_cast<QAccessibleTableInterface*>(this)
                                                   : PlotAccessible::interface_cast(type);
    }

    QAccessibleInterface* caption() const override { return nullptr; }
    QAccessibleInterface* summary() const override { return nullptr; }
    QAccessibleInterface* cellAt(int row, int column) const override
    {
        if (row < 0 || column < 0 || row >= rowCount() || column >= columnCount())
            return nullptr;
        QAccessible::Id& id = m_cells[{row, column}];
        if (id == 0)
            id = QAccessible::registerAccessibleInterface(new HeatMapCell(map(), {row, column}));
        return QAccessible::accessibleInterface(id);
    }
    int selectedCellCount() const override { return map()->selected() ? 1 : 0; }
    QList<QAccessibleInterface*> selectedCells() const override
    {
        const auto cell = map()->selected();
        return cell ? QList<QAccessibleInterface*>{cellAt(cell->row, cell->column)}
                    : QList<QAccessibleInterface*>();
    }
    QString columnDescription(int column) const override { return map()->data().columns.value(column); }
    QString rowDescription(int row) const override { return map()->data().rows.value(row); }
    int selectedColumnCount() const override { return 0; }
    int selectedRowCount() const override { return 0; }
    int columnCount() const override { return static_cast<int>(map()->data().columns.size()); }
    int rowCount() const override { return static_cast<int>(map()->data().rows.size()); }
    QList<int> selectedColumns() const override { return {}; }
    QList<int> selectedRows() const override { return {}; }
    bool isColumnSelected(int) const override { return false; }
    bool isRowSelected(int) const override { return false; }
    bool selectRow(int) override { return false; }
    bool selectColumn(int) override { return false; }
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent*) override { }

private:
    HeatMap* map() const { return static_cast<HeatMap*>(object()); }

    mutable std::map<std::pair<int, int>, QAccessible::Id> m_cells; ///< made when asked for
};

QAccessibleInterface* makePlotAccessible(const QString& className, QObject* object)
{
    if (className == QLatin1String("ktnas::HeatMap")) {
        if (auto* map = qobject_cast<HeatMap*>(object))
            return new HeatMapAccessible(map);
    }
    if (className == QLatin1String("ktnas::PlotWidget")) {
        if (auto* plot = qobject_cast<PlotWidget*>(object))
            return new PlotAccessible(plot);
    }
    return nullptr;
}

} // namespace

void installPlotAccessibility()
{
    static const bool isInstalled = [] {
        QAccessible::installFactory(makePlotAccessible);
        return true;
    }();
    Q_UNUSED(isInstalled)
}

} // namespace ktnas
