// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/PlotWidget.h"
#include "widgets/plots/SankeyLayout.h"

#include <optional>
#include <vector>

namespace ktnas {

/// A block of the flow diagram.
struct SankeyBlock {
    enum class Look {
        Task, ///< the task's colour
        Strong, ///< text colour: labelled +1
        Middle, ///< edge colour: survived, labelled −1
        Hollow, ///< outline: did not survive
    };
    QString label; ///< "C10 24", "9 labelled +1"
    Look look = Look::Task;
    int task = -1;
};

/// Migrants from source over target to fate. Columns from left to right, a flow passes one block of each.
struct SankeyData {
    std::vector<std::vector<SankeyBlock>> columns;
    std::vector<SankeyLayout::Flow> flows;
    std::vector<int> flowTasks; ///< colour of each flow: its source
};

/// A flow diagram with labels beside the blocks. Hovering a block lights all that passes through it.
/// Keys: arrows move between blocks, Enter activates, Esc leaves.
class Sankey : public PlotWidget {
    Q_OBJECT

public:
    explicit Sankey(ThemeProvider* themes, QWidget* parent = nullptr);

    void setData(SankeyData data);
    const SankeyData& data() const { return m_data; }
    const SankeyLayout& flowLayout() const { return m_layout; }

    QString valueText() const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Column and block, −1 and −1 for none.
    void hovered(int column, int block);
    void activated(int column, int block);

protected:
    QString kindName() const override;
    void invalidate() override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void layOut();
    void renderFlows();
    void drawLabels(QPainter& painter) const;
    std::optional<int> blockAt(QPointF point) const;
    void moveHover(std::optional<int> block);
    const SankeyBlock& blockOf(const SankeyLayout::Block& place) const;
    void step(int columns, int blocks);

    SankeyData m_data;
    SankeyLayout m_layout;
    std::optional<int> m_hovered; ///< place in the layout's blocks
    QImage m_layer;
};

} // namespace ktnas
