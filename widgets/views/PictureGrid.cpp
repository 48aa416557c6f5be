// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/PictureGrid.h"

#include "widgets/plots/PlotPaint.h"
#include "widgets/style/Card.h"
#include "widgets/style/Marks.h"
#include "widgets/style/Numbers.h"
#include "widgets/style/ThemeProvider.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScrollArea>

#include <algorithm>
#include <cmath>

namespace ktnas {
namespace {

// Logical pixels at zoom 1.
constexpr double classSide = 64; ///< largest side of a picture in a row of its class
constexpr double fewClassesSide = 84; ///< the same where few classes leave room
constexpr std::size_t fewClasses = 6;
constexpr double exampleSide = 88;
constexpr double headWidth = 188;
constexpr double gap = 8;
constexpr double rowGap = 16;
constexpr double barLine = 15;
constexpr double arrowWidth = 20;

} // namespace

PictureGrid::PictureGrid(ThemeProvider* themes, QWidget* parent)
    : PlotWidget(themes, parent)
    , m_card(new Card(themes, this))
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setHeadingVisible(false);
    describeSelf();
}

QString PictureGrid::kindName() const
{
    return tr("Pictures");
}

void PictureGrid::setRows(std::vector<PictureRow> rows)
{
    m_rows = std::move(rows);
    m_areExamples = false;
    m_hovered.reset();
    m_card->dismiss();
    updateGeometry();
    invalidate();
}

void PictureGrid::setExamples(std::vector<PictureTile> tiles)
{
    m_rows.clear();
    m_rows.push_back({{}, {}, std::move(tiles)});
    m_areExamples = true;
    m_hovered.reset();
    m_card->dismiss();
    updateGeometry();
    invalidate();
}

PictureGrid::Measures PictureGrid::measures(int width) const
{
    Measures sizes;
    QSize pixels(1, 1);
    bool hasAnswer = false;
    bool hasText = false;
    for (const PictureRow& row : m_rows) {
        for (const PictureTile& tile : row.tiles) {
            pixels = pixels.expandedTo(tile.picture.size());
            hasAnswer = hasAnswer || !tile.answer.isNull();
            hasText = hasText || !tile.text.isEmpty();
        }
    }
    const double ratio = devicePixelRatioF();
    const double side = m_areExamples ? exampleSide
        : m_rows.size() <= fewClasses ? fewClassesSide
                                      : classSide;
    const double wanted = theme().px(side) * ratio;
    const double longest = std::max(pixels.width(), pixels.height());
    sizes.isSmooth = longest > wanted;
    const double scale = sizes.isSmooth ? wanted / longest : std::floor(wanted / longest);
    sizes.picture = QSizeF(pixels) * (scale / ratio);
    sizes.tileWidth = sizes.picture.width();
    sizes.tileHeight = sizes.picture.height();
    if (hasAnswer)
        sizes.tileWidth += theme().px(arrowWidth) + sizes.picture.width();
    if (hasText) {
        sizes.tileWidth = std::max(sizes.tileWidth, theme().px(exampleSide));
        sizes.tileHeight += theme().px(2 + lineHeight(TextRole::Caption));
    }
    const double step = sizes.tileWidth + theme().px(m_areExamples ? 2 * gap : gap);
    sizes.left = m_areExamples ? theme().px(2) : theme().px(headWidth);
    const double room = width - sizes.left + step - sizes.tileWidth;
    sizes.columns = static_cast<std::size_t>(std::max(1.0, std::floor(room / step)));
    sizes.rowHeight = sizes.tileHeight;
    if (!m_areExamples && !m_rows.empty()) {
        const double head = theme().px(lineHeight(TextRole::Name))
            + static_cast<double>(m_rows.front().bars.size()) * theme().px(barLine);
        sizes.rowHeight = std::max(sizes.rowHeight, head);
    }
    sizes.rowHeight = std::ceil(sizes.rowHeight + theme().px(rowGap));
    return sizes;
}

std::size_t PictureGrid::shownTiles(std::size_t row, const Measures& sizes) const
{
    const std::size_t all = m_rows[row].tiles.size();
    return m_areExamples ? all : std::min(all, sizes.columns);
}

QRectF PictureGrid::tileRect(Place place, const Measures& sizes) const
{
    const double ratio = devicePixelRatioF();
    const auto onPixel = [ratio](double value) { return std::round(value * ratio) / ratio; };
    const std::size_t column = m_areExamples ? place.tile % sizes.columns : place.tile;
    const std::size_t line = m_areExamples ? place.tile / sizes.columns : place.row;
    const double step = sizes.tileWidth + theme().px(m_areExamples ? 2 * gap : gap);
    return {onPixel(sizes.left + static_cast<double>(column) * step),
            onPixel(theme().px(4) + static_cast<double>(line) * sizes.rowHeight), sizes.tileWidth,
            sizes.tileHeight};
}

QRect PictureGrid::pictureRect(Place place) const
{
    const Measures sizes = measures(width());
    if (place.row >= m_rows.size() || place.tile >= shownTiles(place.row, sizes))
        return {};
    return QRectF(tileRect(place, sizes).topLeft(), sizes.picture).toAlignedRect();
}

int PictureGrid::heightForWidth(int width) const
{
    if (m_rows.empty())
        return theme().ipx(60);
    const Measures sizes = measures(width);
    const std::size_t lines =
        m_areExamples ? (m_rows.front().tiles.size() + sizes.columns - 1) / sizes.columns : m_rows.size();
    return static_cast<int>(std::ceil(static_cast<double>(lines) * sizes.rowHeight)) + theme().ipx(8);
}

QSize PictureGrid::sizeHint() const
{
    return {theme().ipx(640), heightForWidth(theme().ipx(640))};
}

QSize PictureGrid::minimumSizeHint() const
{
    return {theme().ipx(headWidth + 2 * classSide), theme().ipx(60)};
}

void PictureGrid::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    paintGround(painter);
    const bool hasTiles =
        std::any_of(m_rows.begin(), m_rows.end(), [](const PictureRow& row) { return !row.tiles.empty(); });
    if (!hasTiles && (m_rows.empty() || m_areExamples)) {
        paintEmpty(painter, rect());
        paintFocus(painter);
        return;
    }
    const Measures sizes = measures(width());
    for (std::size_t r = 0; r < m_rows.size(); ++r) {
        const PictureRow& row = m_rows[r];
        const double top = theme().px(4) + static_cast<double>(r) * sizes.rowHeight;
        if (!m_areExamples) {
            if (top > event->rect().bottom() || top + sizes.rowHeight < event->rect().top())
                continue;
            drawRowHead(painter, row, top);
        }
        for (std::size_t t = 0; t < shownTiles(r, sizes); ++t) {
            const QRectF rect = tileRect({r, t}, sizes);
            if (rect.intersects(QRectF(event->rect())))
                drawTile(painter, row.tiles[t], rect, sizes);
        }
    }
    if (m_hovered)
        paintSelectionFrame(
            painter, QRectF(tileRect(*m_hovered, sizes).topLeft(), sizes.picture).adjusted(2, 2, -2, -2),
            theme());
    paintFocus(painter);
}

void PictureGrid::drawRowHead(QPainter& painter, const PictureRow& row, double top) const
{
    const double width = theme().px(headWidth - 20);
    painter.setFont(font(TextRole::Name));
    painter.setPen(theme().text);
    const double line = theme().px(lineHeight(TextRole::Name));
    painter.drawText(QRectF(0, top, width, line), Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(painter.font()).elidedText(row.title, Qt::ElideMiddle, width));
    painter.setFont(font(TextRole::Caption));
    const QFontMetricsF metrics(painter.font());
    const double names = theme().px(62);
    const double numbers = theme().px(44);
    double y = top + line;
    for (const PictureRow::Bar& bar : row.bars) {
        const double height = theme().px(barLine);
        painter.setPen(theme().text3);
        painter.drawText(QRectF(0, y, names, height), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(bar.name, Qt::ElideRight, names - 4));
        painter.setPen(theme().text2);
        painter.drawText(QRectF(names, y, numbers - theme().px(6), height), Qt::AlignRight | Qt::AlignVCenter,
                         bar.text);
        const double whole = width - names - numbers;
        const double length = std::max(bar.share > 0 ? 1.0 : 0.0, bar.share * whole);
        painter.fillRect(QRectF(names + numbers, y + height / 2 - theme().px(3), length, theme().px(6)),
                         theme().text2);
        y += height;
    }
}

void PictureGrid::drawTile(QPainter& painter, const PictureTile& tile, const QRectF& rect,
                           const Measures& sizes) const
{
    const QRectF picture(rect.topLeft(), sizes.picture);
    drawPicture(painter, tile.picture, picture, sizes.isSmooth);
    drawMarks(painter, tile, picture);
    if (!tile.answer.isNull()) {
        const double ratio = devicePixelRatioF();
        const double left = std::round((picture.right() + theme().px(arrowWidth)) * ratio) / ratio;
        painter.setPen(QPen(theme().text3, theme().px(1.2)));
        const double y = picture.center().y();
        const double from = picture.right() + theme().px(4);
        const double to = left - theme().px(4);
        const double wing = theme().px(3);
        painter.drawLine(QPointF(from, y), QPointF(to, y));
        painter.drawLine(QPointF(to - wing, y - wing), QPointF(to, y));
        painter.drawLine(QPointF(to - wing, y + wing), QPointF(to, y));
        drawPicture(painter, tile.answer, QRectF(QPointF(left, picture.top()), sizes.picture),
                    sizes.isSmooth);
    }
    if (!tile.text.isEmpty()) {
        painter.setFont(font(TextRole::Caption));
        painter.setPen(theme().text2);
        const double height = theme().px(lineHeight(TextRole::Caption));
        painter.drawText(QRectF(rect.left(), rect.bottom() - height, rect.width(), height),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetricsF(painter.font()).elidedText(tile.text, Qt::ElideRight, rect.width()));
    }
}

void PictureGrid::drawPicture(QPainter& painter, const QImage& image, const QRectF& rect, bool isSmooth) const
{
    // Pictures of one grid have one size but for those of a folder that were brought down.
    QRectF target = rect;
    const QSizeF fitted = QSizeF(image.size()).scaled(rect.size(), Qt::KeepAspectRatio);
    if (isSmooth)
        target.setSize(fitted);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, isSmooth);
    painter.drawImage(target, image);
    painter.restore();
}

void PictureGrid::drawMarks(QPainter& painter, const PictureTile& tile, const QRectF& rect) const
{
    QPainterPath path;
    if (tile.box)
        path.addRect(QRectF(rect.left() + tile.box->left * rect.width(),
                            rect.top() + tile.box->top * rect.height(), tile.box->width * rect.width(),
                            tile.box->height * rect.height()));
    if (tile.angle) {
        const double reach = std::min(rect.width(), rect.height()) * 0.42;
        const QPointF tip = rect.center() + QPointF(std::cos(*tile.angle), std::sin(*tile.angle)) * reach;
        path.moveTo(rect.center());
        path.lineTo(tip);
        path.addEllipse(tip, theme().px(1.5), theme().px(1.5));
    }
    if (path.isEmpty())
        return;
    // Light on dark, so that it stands out on any picture.
    painter.save();
    painter.setClipRect(rect);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::black, theme().px(3.4)));
    painter.drawPath(path);
    painter.setPen(QPen(Qt::white, theme().px(1.4)));
    painter.drawPath(path);
    painter.restore();
}

std::optional<PictureGrid::Place> PictureGrid::placeAt(const QPointF& position) const
{
    const Measures sizes = measures(width());
    for (std::size_t r = 0; r < m_rows.size(); ++r) {
        for (std::size_t t = 0; t < shownTiles(r, sizes); ++t) {
            if (tileRect({r, t}, sizes).contains(position))
                return Place{r, t};
        }
    }
    return std::nullopt;
}

void PictureGrid::moveTo(std::optional<Place> place, bool byKey, const QPoint& globalPosition)
{
    if (place == m_hovered)
        return;
    m_hovered = place;
    if (!place) {
        m_card->dismiss();
    } else {
        const PictureTile& tile = tileAt(*place);
        CardContent content;
        const int side = theme().ipx(36);
        content.glyph = QPixmap::fromImage(tile.picture.scaled(
            QSize(side, side) * devicePixelRatioF(), Qt::KeepAspectRatio, Qt::SmoothTransformation));
        content.glyph.setDevicePixelRatio(devicePixelRatioF());
        content.title = tile.name;
        content.caption = tile.kind;
        const QRect picture = pictureRect(*place);
        if (byKey) {
            for (QWidget* above = parentWidget(); above; above = above->parentWidget()) {
                if (auto* area = qobject_cast<QScrollArea*>(above)) {
                    area->ensureVisible(picture.center().x(), picture.center().y(), picture.width(),
                                        picture.height());
                    break;
                }
            }
            m_card->showBeside(content, QRect(mapToGlobal(picture.topLeft()), picture.size()));
        } else {
            m_card->hover(content, globalPosition);
        }
    }
    tellValue();
    update();
}

void PictureGrid::mouseMoveEvent(QMouseEvent* event)
{
    moveTo(placeAt(event->position()), false, event->globalPosition().toPoint());
}

void PictureGrid::leaveEvent(QEvent* event)
{
    moveTo(std::nullopt, false, {});
    PlotWidget::leaveEvent(event);
}

void PictureGrid::keyPressEvent(QKeyEvent* event)
{
    const Measures sizes = measures(width());
    const auto shown = [&](std::size_t row) { return row < m_rows.size() ? shownTiles(row, sizes) : 0; };
    Place place = m_hovered.value_or(Place{});
    const bool isFirst = !m_hovered;
    const std::size_t columns = m_areExamples ? sizes.columns : 1;
    switch (event->key()) {
    case Qt::Key_Left:
        place.tile -= place.tile > 0 && !isFirst ? 1 : 0;
        break;
    case Qt::Key_Right:
        place.tile += !isFirst && place.tile + 1 < shown(place.row) ? 1 : 0;
        break;
    case Qt::Key_Up:
        if (m_areExamples)
            place.tile -= place.tile >= columns ? columns : 0;
        else
            place.row -= place.row > 0 ? 1 : 0;
        break;
    case Qt::Key_Down:
        if (isFirst)
            break;
        if (m_areExamples)
            place.tile += place.tile + columns < shown(0) ? columns : 0;
        else
            place.row += place.row + 1 < m_rows.size() ? 1 : 0;
        break;
    case Qt::Key_Home:
        place.tile = 0;
        break;
    case Qt::Key_End:
        place.tile = std::max<std::size_t>(shown(place.row), 1) - 1;
        break;
    case Qt::Key_Escape:
        if (!m_hovered) {
            PlotWidget::keyPressEvent(event);
            return;
        }
        moveTo(std::nullopt, true, {});
        return;
    default:
        PlotWidget::keyPressEvent(event);
        return;
    }
    if (shown(place.row) == 0)
        return; // a class without pictures in this split
    place.tile = std::min(place.tile, shown(place.row) - 1);
    moveTo(place, true, {});
}

QString PictureGrid::valueText() const
{
    if (!m_hovered)
        return PlotWidget::valueText();
    const PictureTile& tile = tileAt(*m_hovered);
    return tile.kind.isEmpty() ? tile.name : tile.name % QStringLiteral(", ") % tile.kind;
}

} // namespace ktnas
