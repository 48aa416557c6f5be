// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/CellGraphView.h"

#include "core/base/Text.h"
#include "widgets/graph/CellExport.h"
#include "widgets/graph/OperationLook.h"
#include "widgets/style/Marks.h"
#include "widgets/style/ThemeProvider.h"

#include <QAccessible>
#include <QFile>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPathStroker>

#include <algorithm>
#include <cmath>

namespace ktnas {

namespace {

constexpr double margin = 6; // room for lines and rings outside the layout

QIcon operationIcon(const Operation& operation, const Theme& theme, double devicePixelRatio)
{
    const int side = theme.ipx(16);
    QPixmap pixmap(QSize(side, side) * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintOperationSample(painter, QRectF(0, 0, side, side), operation, theme);
    return {pixmap};
}

} // namespace

CellGraphView::CellGraphView(ThemeProvider* provider, LayoutService* service, QWidget* parent)
    : QWidget(parent)
    , m_provider(provider)
    , m_service(service)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(provider, &ThemeProvider::themeChanged, this, &CellGraphView::rebuild);
    connect(service, &LayoutService::layoutReady, this,
            [this](const QObject* owner, quint64 id, const LayoutPointer& layout) {
                if (owner == this && id == m_requestId)
                    takeLayout(layout);
            });
    describe();
}

CellGraphView::~CellGraphView() = default;

void CellGraphView::setCell(std::shared_ptr<const Space> space, const Cell& cell)
{
    if (m_space != space) {
        m_current = -1;
        m_hovered = -1;
    }
    m_space = std::move(space);
    m_cell = cell;
    rebuild();
}

void CellGraphView::clear()
{
    m_space.reset();
    m_cell.reset();
    m_service->cancel(this);
    rebuild();
}

void CellGraphView::setView(CellGraph::View view)
{
    if (view == m_view)
        return;
    m_view = view;
    rebuild();
}

void CellGraphView::setEditable(bool isEditable)
{
    m_isEditable = isEditable;
    describe();
}

void CellGraphView::save(const QString& path, const QString& where) const
{
    if (!m_cell || !m_layout || m_isWaiting)
        return;
    if (path.endsWith(u".dot", Qt::CaseInsensitive))
        writeFile(QFile::encodeName(path).toStdString(),
                  cellDot(*m_space, *m_cell, m_view, where.toStdString()));
    else if (path.endsWith(u".png", Qt::CaseInsensitive))
        saveCellPng(path, *m_space, *m_cell, m_view, *m_layout, m_provider->theme(), where);
    else
        saveCellSvg(path, *m_space, *m_cell, m_view, *m_layout, m_provider->theme(), where);
}

int CellGraphView::currentGene() const
{
    return m_current >= 0 ? m_items[static_cast<std::size_t>(m_current)].gene : -1;
}

QRect CellGraphView::geneRect(int gene) const
{
    const auto found =
        std::find_if(m_items.begin(), m_items.end(), [&](const GraphItem& i) { return i.gene == gene; });
    if (found == m_items.end() || !m_layout)
        return {};
    return itemRect(*found, m_graph, *m_layout, operations(), m_provider->theme(), shrink())
        .translated(origin())
        .toAlignedRect();
}

std::span<const Operation> CellGraphView::operations() const
{
    return m_space ? m_space->operations() : std::span<const Operation>();
}

void CellGraphView::rebuild()
{
    if (m_menu)
        m_menu->close();
    m_graph = m_cell ? m_space->graph(*m_cell, m_view) : CellGraph();
    m_items = graphItems(m_graph, operations());
    const int count = static_cast<int>(m_items.size());
    if (m_current >= count)
        m_current = -1;
    if (m_hovered >= count)
        m_hovered = -1;
    requestLayout();
    describe();
    update();
}

void CellGraphView::requestLayout()
{
    m_isWaiting = false;
    if (!m_cell) {
        m_layout.reset();
        m_shown = LayoutRequest();
        updateGeometry();
        return;
    }
    m_wanted = layoutRequest(m_graph, operations(), m_provider->theme());
    if (m_layout && m_wanted == m_shown)
        return; // same wiring: nodes stay where they are
    if (LayoutPointer known = m_service->known(m_wanted)) {
        m_service->cancel(this);
        takeLayout(known);
        return;
    }
    // The old picture belongs to another wiring; its edges would be drawn to wrong places.
    m_layout.reset();
    m_isWaiting = true;
    m_requestId = m_service->request(this, m_wanted);
}

void CellGraphView::takeLayout(const LayoutPointer& layout)
{
    m_isWaiting = false;
    m_layout = layout;
    m_shown = m_wanted;
    updateGeometry();
    update();
    Q_EMIT layoutChanged();
}

void CellGraphView::describe()
{
    if (!m_cell) {
        setAccessibleName(tr("Graph of a cell"));
        setAccessibleDescription(tr("No cell selected"));
        return;
    }
    const QString title =
        QString::fromUtf8(m_space->title().data(), static_cast<qsizetype>(m_space->title().size()));
    setAccessibleName(tr("Graph of a cell of %1").arg(title));
    QString words = graphText(m_graph, operations());
    if (m_current >= 0) {
        const GraphItem& item = m_items[static_cast<std::size_t>(m_current)];
        const QString here = itemSentence(item, m_graph, operations());
        words = tr("%1, selected; all: %2", "one edge, then all edges of a cell").arg(here, words);
    }
    setAccessibleDescription(words);
}

double CellGraphView::shrink() const
{
    if (!m_layout || m_layout->size.width() <= 0)
        return 1;
    return std::clamp((width() - 2 * m_provider->theme().px(margin)) / m_layout->size.width(), 0.3, 1.0);
}

QPointF CellGraphView::origin() const
{
    const double side = m_provider->theme().px(margin);
    const double shown = m_layout ? m_layout->size.width() * shrink() : 0;
    return {std::max(side, (width() - shown) / 2), side};
}

QSize CellGraphView::sizeHint() const
{
    const Theme& theme = m_provider->theme();
    if (!m_layout)
        return {theme.ipx(268), theme.ipx(m_cell ? 268 : 0)};
    const double side = 2 * theme.px(margin);
    return {static_cast<int>(std::ceil(m_layout->size.width() + side)),
            static_cast<int>(std::ceil(m_layout->size.height() + side))};
}

QSize CellGraphView::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), m_provider->theme().ipx(200)), sizeHint().height()};
}

void CellGraphView::paintEvent(QPaintEvent*)
{
    if (!m_layout)
        return;
    const Theme& theme = m_provider->theme();
    QPainter painter(this);
    painter.translate(origin());
    CellGraphLook look;
    look.ground = palette().color(backgroundRole());
    look.shrink = shrink();
    if (m_hovered >= 0)
        look.hovered = &m_items[static_cast<std::size_t>(m_hovered)];
    if (m_current >= 0 && showsFocus(*this))
        look.focused = &m_items[static_cast<std::size_t>(m_current)];
    paintCellGraph(painter, m_graph, *m_layout, operations(), theme, look);
    const std::size_t groups = m_layout->groupTops.size();
    if (groups < 2)
        return;
    painter.setFont(theme.font(TextRole::Caption));
    painter.setPen(theme.text3);
    for (std::size_t group = 0; group < groups; ++group)
        painter.drawText(QPointF(0, m_layout->groupTops[group] + theme.px(10)),
                         group == 0 ? tr("Normal cell") : tr("Reduction cell"));
}

int CellGraphView::itemAt(const QPointF& position) const
{
    if (!m_layout)
        return -1;
    const Theme& theme = m_provider->theme();
    const QPointF point = position - origin();
    const double reach = theme.px(4);
    // Names first: they are what a hand aims at, and they never lie on another edge's name.
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        const QRectF rect = itemRect(m_items[i], m_graph, *m_layout, operations(), theme, shrink());
        if (rect.adjusted(-reach, -reach, reach, reach).contains(point))
            return static_cast<int>(i);
    }
    QPainterPathStroker stroker;
    stroker.setWidth(theme.px(14));
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        if (m_items[i].edge >= 0
            && stroker.createStroke(itemPath(m_items[i], *m_layout, shrink())).contains(point))
            return static_cast<int>(i);
    }
    return -1;
}

void CellGraphView::setHovered(int item)
{
    if (item == m_hovered)
        return;
    m_hovered = item;
    setCursor(item >= 0 && m_isEditable ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
    Q_EMIT edgeHovered(item >= 0 ? m_items[static_cast<std::size_t>(item)].gene : -1);
}

void CellGraphView::setCurrent(int item)
{
    if (item == m_current)
        return;
    m_current = item;
    describe();
    update();
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    Q_EMIT edgeHovered(currentGene());
}

void CellGraphView::mouseMoveEvent(QMouseEvent* event)
{
    setHovered(itemAt(event->position()));
}

void CellGraphView::leaveEvent(QEvent* event)
{
    setHovered(-1);
    QWidget::leaveEvent(event);
}

void CellGraphView::mousePressEvent(QMouseEvent* event)
{
    const int item = itemAt(event->position());
    if (event->button() != Qt::LeftButton || item < 0) {
        QWidget::mousePressEvent(event);
        return;
    }
    setCurrent(item);
    if (m_isEditable)
        openMenu(static_cast<std::size_t>(item));
}

void CellGraphView::keyPressEvent(QKeyEvent* event)
{
    const int count = static_cast<int>(m_items.size());
    if (count == 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    const auto step = [&](int by) {
        setCurrent(m_current < 0 ? (by > 0 ? 0 : count - 1) : (m_current + by + count) % count);
    };
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Right:
        step(1);
        return;
    case Qt::Key_Up:
    case Qt::Key_Left:
        step(-1);
        return;
    case Qt::Key_Home:
        setCurrent(0);
        return;
    case Qt::Key_End:
        setCurrent(count - 1);
        return;
    case Qt::Key_Escape:
        setCurrent(-1);
        event->ignore(); // the owner may have something to close too
        return;
    default:
        break;
    }
    if (m_current < 0 || !m_isEditable) {
        QWidget::keyPressEvent(event);
        return;
    }
    const GraphItem& item = m_items[static_cast<std::size_t>(m_current)];
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space) {
        openMenu(static_cast<std::size_t>(m_current));
    } else if (const int digit = event->key() - Qt::Key_1;
               digit >= 0 && digit < 9 && digit < static_cast<int>(operations().size())) {
        if (digit != item.operation)
            Q_EMIT operationChangeRequested(item.gene, digit);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void CellGraphView::focusInEvent(QFocusEvent* event)
{
    const Qt::FocusReason reason = event->reason();
    const bool isByKey =
        reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
    if (m_current < 0 && !m_items.empty() && isByKey)
        setCurrent(0);
    update();
    QWidget::focusInEvent(event);
}

void CellGraphView::focusOutEvent(QFocusEvent* event)
{
    update();
    QWidget::focusOutEvent(event);
}

void CellGraphView::openMenu(std::size_t index)
{
    const GraphItem& item = m_items[index];
    const Theme& theme = m_provider->theme();
    m_menu = std::make_unique<QMenu>(this);
    const QString place = itemPlace(item, m_graph);
    m_menu->setAccessibleName(place.isEmpty() ? tr("Operation") : tr("Operation on %1").arg(place));
    int number = 0;
    for (const Operation& operation : operations()) {
        QAction* action = m_menu->addAction(
            operationIcon(operation, theme, devicePixelRatioF()),
            QStringLiteral("&%1  %2").arg(number + 1).arg(QString::fromStdString(operation.label)));
        action->setEnabled(number != item.operation);
        connect(action, &QAction::triggered, this,
                [this, gene = item.gene, number] { Q_EMIT operationChangeRequested(gene, number); });
        ++number;
    }
    const QRect rect = geneRect(item.gene);
    m_menu->popup(mapToGlobal(rect.isNull() ? QPoint(0, 0) : rect.bottomLeft() + QPoint(0, theme.ipx(4))));
}

bool CellGraphView::event(QEvent* event)
{
    // Digits and Space are ours while an edge has the focus, even where the window has shortcuts on them.
    if (event->type() == QEvent::ShortcutOverride && m_current >= 0 && m_isEditable) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isDigit = key->key() >= Qt::Key_1 && key->key() <= Qt::Key_9;
        if (key->modifiers() == Qt::NoModifier && (isDigit || key->key() == Qt::Key_Space)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void CellGraphView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        describe();
    QWidget::changeEvent(event);
}

} // namespace ktnas
