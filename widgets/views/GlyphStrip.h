// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/PlotWidget.h"
#include "widgets/session/Session.h"

#include <vector>

namespace ktnas {

/// A few cells as glyphs in rows, each with a number and a caption below. Hover and click go to the session.
/// Keys: arrows move, Enter looks at the cell.
class GlyphStrip : public PlotWidget {
    Q_OBJECT

public:
    struct Item {
        CellId cell;
        QString number; ///< the rank
        QString caption; ///< "0→2 skip"
    };
    GlyphStrip(Session& session, ThemeProvider& themes, QWidget* parent = nullptr);

    /// At most `rows` rows are shown; what does not fit is left out.
    void setItems(std::vector<Item> items, int rows);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    QString kindName() const override;
    QColor groundColour() const override { return theme().panel; }
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    int columns() const;
    std::size_t shown() const;
    QRectF glyphRect(std::size_t item) const;
    int find(const QPointF& position) const;

    Session& m_session;
    std::vector<Item> m_items;
    int m_rows = 2;
    int m_focused = -1;
};

} // namespace ktnas
