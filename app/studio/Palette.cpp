// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/Palette.h"

#include "app/studio/PaletteModel.h"
#include "widgets/style/Icons.h"
#include "widgets/style/ThemeProvider.h"

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace ktnas {
namespace {

/// Icon, words, group in grey, key at the right.
class RowPainter final : public QStyledItemDelegate {
public:
    RowPainter(ThemeProvider& themes, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_themes(themes)
    {
    }
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {m_themes.theme().ipx(200), m_themes.theme().ipx(28)};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme& theme = m_themes.theme();
        const QRectF rect = option.rect;
        const bool isChosen = (option.state & QStyle::State_Selected) != 0;
        painter->save();
        if (!(index.flags() & Qt::ItemIsEnabled))
            painter->setOpacity(0.38);
        if (isChosen) {
            painter->fillRect(rect, theme.line);
            painter->fillRect(QRectF(rect.left(), rect.top(), 2, rect.height()), theme.text);
        }
        const double side = theme.px(16);
        const double margin = theme.px(12);
        const QPixmap picture =
            iconPixmap(index.data(PaletteModel::IconRole).toString(), side,
                       isChosen ? theme.text : theme.text2, painter->device()->devicePixelRatioF());
        if (!picture.isNull())
            painter->drawPixmap(QPointF(rect.left() + margin, rect.center().y() - side / 2), picture);

        painter->setFont(theme.font(TextRole::Caption));
        painter->setPen(theme.text2);
        const QString key = index.data(PaletteModel::KeyRole).toString();
        painter->drawText(rect.adjusted(0, 0, -margin, 0), Qt::AlignRight | Qt::AlignVCenter, key);
        const double keyWidth = QFontMetricsF(painter->font()).horizontalAdvance(key) + 2 * margin;

        const double left = rect.left() + margin + side + theme.px(8);
        const QString words = index.data().toString();
        painter->setFont(theme.font(TextRole::Body));
        painter->setPen(theme.text);
        const double wordsWidth = QFontMetricsF(painter->font()).horizontalAdvance(words);
        painter->drawText(QRectF(left, rect.top(), wordsWidth + 2, rect.height()), Qt::AlignVCenter, words);
        painter->setFont(theme.font(TextRole::Caption));
        painter->setPen(theme.text2);
        const QRectF rest(left + wordsWidth + theme.px(8), rect.top(),
                          rect.right() - keyWidth - left - wordsWidth - theme.px(8), rect.height());
        painter->drawText(rest, Qt::AlignVCenter,
                          QFontMetricsF(painter->font())
                              .elidedText(index.data(PaletteModel::GroupRole).toString(), Qt::ElideRight,
                                          std::max(0.0, rest.width())));
        painter->restore();
    }

private:
    ThemeProvider& m_themes;
};

} // namespace

Palette::Palette(Session& session, ThemeProvider& themes, QWidget* window)
    : QFrame(window)
    , m_session(session)
    , m_themes(themes)
    , m_model(new PaletteModel(session, this))
    , m_field(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_nothing(new QLabel(this))
{
    setObjectName(QStringLiteral("palette"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RowPainter(themes, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_field->installEventFilter(this);
    m_field->setClearButtonEnabled(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(8);
    column->addWidget(m_field);
    column->addWidget(m_list, 1);
    column->addWidget(m_nothing);
    connect(m_field, &QLineEdit::textChanged, this, &Palette::filter);
    connect(m_list, &QListView::clicked, this, &Palette::accept);
    connect(&themes, &ThemeProvider::themeChanged, this, &Palette::applyTheme);
    window->installEventFilter(this);
    retranslate();
    applyTheme();
    hide();
}

void Palette::open(const QWidget* anchor)
{
    const Theme& theme = m_themes.theme();
    m_focusBefore = QApplication::focusWidget();
    m_field->clear();
    filter();
    const QWidget* window = parentWidget();
    const int width = std::min(theme.ipx(520), window->width() - theme.ipx(24));
    const int height = std::min(theme.ipx(420), window->height() - theme.ipx(80));
    const QPoint corner = anchor->mapTo(window, QPoint(anchor->width(), 0));
    setGeometry(std::max(theme.ipx(12), corner.x() - width), corner.y(), width, height);
    show();
    raise();
    m_field->setFocus();
}

void Palette::close()
{
    if (isHidden())
        return;
    hide();
    if (m_focusBefore && m_focusBefore->isVisible())
        m_focusBefore->setFocus();
    m_focusBefore = nullptr;
}

void Palette::filter()
{
    m_model->setFilter(m_field->text());
    m_nothing->setVisible(m_model->rowCount() == 0);
    m_list->setCurrentIndex(m_model->index(0));
    m_list->scrollToTop();
}

void Palette::accept()
{
    const int row = m_list->currentIndex().row();
    if (row < 0 || !(m_model->flags(m_model->index(row)) & Qt::ItemIsEnabled))
        return;
    close();
    m_model->run(row);
}

bool Palette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const int rows = m_model->rowCount();
        const int row = m_list->currentIndex().row();
        int next = row;
        switch (key->key()) {
        case Qt::Key_Escape:
            close();
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            accept();
            return true;
        case Qt::Key_Down:
            next = row + 1;
            break;
        case Qt::Key_Up:
            next = row - 1;
            break;
        case Qt::Key_PageDown:
            next = row + 10;
            break;
        case Qt::Key_PageUp:
            next = row - 10;
            break;
        default:
            return false;
        }
        m_list->setCurrentIndex(m_model->index(std::clamp(next, 0, std::max(0, rows - 1))));
        return true;
    }
    if (watched == m_field && event->type() == QEvent::FocusOut && isVisible())
        close();
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        close();
    return QFrame::eventFilter(watched, event);
}

void Palette::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void Palette::retranslate()
{
    setAccessibleName(tr("Commands and cells"));
    m_field->setAccessibleName(tr("Find a command or a cell"));
    m_field->setPlaceholderText(tr("A command, a cell's index, or a cell's text"));
    m_list->setAccessibleName(tr("Found commands and cells"));
    m_nothing->setText(tr("No command and no cell of this table"));
}

void Palette::applyTheme()
{
    const Theme& theme = m_themes.theme();
    QPalette colours = theme.palette();
    colours.setColor(QPalette::Base, theme.raised);
    m_list->setPalette(colours);
    m_field->setMinimumHeight(theme.ipx(28));
    update();
}

void Palette::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_themes.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.line);
    painter.setBrush(theme.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme.px(6), theme.px(6));
}

} // namespace ktnas
