// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/CellDelegate.h"

#include "widgets/graph/CellGlyph.h"
#include "widgets/models/CellTableModel.h"
#include "widgets/plots/DotStrip.h"
#include "widgets/style/Numbers.h"
#include "widgets/style/ThemeProvider.h"

#include <QPainter>

namespace ktnas {

CellDelegate::CellDelegate(Session& session, ThemeProvider& themes, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_session(session)
    , m_themes(themes)
{
}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    const auto* model = static_cast<const CellTableModel*>(index.model());
    const Theme& theme = m_themes.theme();
    const auto table = m_session.table();
    const CellId cell(index.data(CellTableModel::CellRole).toUInt());
    const bool isCurrent = cell == m_session.selection().current();
    const bool isHovered = cell == m_session.selection().hovered();
    const QColor ground = isCurrent ? theme.line : theme.ground;
    painter->save();
    painter->fillRect(option.rect, ground);
    const auto kind = model->columns()[static_cast<std::size_t>(index.column())].kind;
    QRectF rect = option.rect;
    painter->setRenderHint(QPainter::Antialiasing);
    if (kind == CellTableModel::Kind::Cell) {
        if (isCurrent)
            painter->fillRect(QRectF(rect.left(), rect.top(), 2, rect.height()), theme.text);
        const double side = rect.height() - 4;
        const Space& space = table->space();
        const QRectF glyph(rect.left() + theme.px(12), rect.top() + 2, side, side);
        const QPixmap pixmap =
            cellGlyph(space, space.cell(cell), side, theme, painter->device()->devicePixelRatioF());
        painter->drawPixmap(glyph.topLeft(), pixmap);
        rect.setLeft(glyph.right() + theme.px(8));
    } else if (kind == CellTableModel::Kind::Strip) {
        DotStrip strip;
        strip.count = static_cast<double>(table->rowCount());
        const QVariantList ranks = index.data(CellTableModel::RanksRole).toList();
        for (int t = 0; t < ranks.size(); ++t) {
            if (ranks[t].toUInt() != 0)
                strip.dots.push_back({ranks[t].toDouble(), t});
        }
        strip.paint(*painter, rect.adjusted(8, 0, -8, 0), theme, ground);
        painter->restore();
        return;
    }
    painter->setFont(theme.font(isHovered ? TextRole::Name : TextRole::Body));
    painter->setPen(isCurrent || kind != CellTableModel::Kind::Rank ? theme.text : theme.text2);
    const auto alignment = static_cast<Qt::Alignment>(index.data(Qt::TextAlignmentRole).toInt());
    drawTabular(*painter, rect.adjusted(4, 0, -8, 0), alignment, index.data().toString());
    painter->restore();
}

} // namespace ktnas
