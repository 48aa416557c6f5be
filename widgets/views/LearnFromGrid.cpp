// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/LearnFromGrid.h"

#include "widgets/style/ThemeProvider.h"

#include <QCheckBox>
#include <QEvent>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace ktnas {
namespace {

constexpr double margin = 16;
constexpr double namesWidth = 52;
constexpr double headHeight = 20;

TaskId taskId(std::size_t place)
{
    return TaskId(static_cast<std::uint16_t>(place));
}

} // namespace

LearnFromGrid::LearnFromGrid(Session& session, ThemeProvider& themes, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_themes(themes)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&themes, &ThemeProvider::themeChanged, this, &LearnFromGrid::place);
}

QString LearnFromGrid::shortName(std::size_t place) const
{
    return QString::fromStdString(m_session.table()->tasks()[m_tasks[place]].shortTitle);
}

QCheckBox* LearnFromGrid::box(std::size_t target, std::size_t source) const
{
    return m_boxes[target * m_tasks.size() + source];
}

void LearnFromGrid::refresh()
{
    if (!m_session.table()) {
        m_tasks.clear();
        build();
        return;
    }
    if (m_tasks != m_session.draft().tasks || m_boxes.size() != m_tasks.size() * m_tasks.size()) {
        m_tasks = m_session.draft().tasks;
        build();
    }
    nameBoxes();
    const LearnFrom& matrix = m_session.draft().learnFrom;
    for (std::size_t target = 0; target < m_tasks.size(); ++target)
        for (std::size_t source = 0; source < m_tasks.size(); ++source)
            if (QCheckBox* made = box(target, source))
                made->setChecked(matrix(taskId(target), taskId(source)));
    update();
}

void LearnFromGrid::build()
{
    for (QCheckBox* old : m_boxes)
        if (old)
            old->deleteLater();
    m_boxes.assign(m_tasks.size() * m_tasks.size(), nullptr);
    for (std::size_t target = 0; target < m_tasks.size(); ++target) {
        for (std::size_t source = 0; source < m_tasks.size(); ++source) {
            if (target == source)
                continue;
            auto* made = new QCheckBox(this);
            made->installEventFilter(this);
            connect(made, &QCheckBox::clicked, this, [this, target, source](bool isChecked) {
                SearchDraft draft = m_session.draft();
                draft.learnFrom.set(taskId(target), taskId(source), isChecked);
                m_session.setDraft(
                    draft,
                    isChecked
                        ? tr("Let %1 learn from %2").arg(shortName(target), shortName(source))
                        : tr("Keep %1 from learning from %2").arg(shortName(target), shortName(source)));
            });
            made->show();
            m_boxes[target * m_tasks.size() + source] = made;
        }
    }
    updateGeometry();
    place();
}

void LearnFromGrid::nameBoxes()
{
    const auto title = [this](std::size_t place) {
        return QString::fromStdString(m_session.table()->tasks()[m_tasks[place]].title);
    };
    for (std::size_t target = 0; target < m_tasks.size(); ++target) {
        for (std::size_t source = 0; source < m_tasks.size(); ++source) {
            if (QCheckBox* made = box(target, source)) {
                const QString words =
                    tr("%1 learns from %2", "target, source").arg(title(target), title(source));
                made->setAccessibleName(words);
                made->setToolTip(words);
            }
        }
    }
}

double LearnFromGrid::rowHeight() const
{
    return m_themes.theme().px(24);
}

double LearnFromGrid::columnLeft(std::size_t column) const
{
    const Theme& theme = m_themes.theme();
    const double left = theme.px(margin + namesWidth);
    const double wide =
        (width() - theme.px(margin) - left) / static_cast<double>(std::max<std::size_t>(1, m_tasks.size()));
    return left + std::min(wide, theme.px(44)) * static_cast<double>(column);
}

QSize LearnFromGrid::sizeHint() const
{
    const double height = m_themes.theme().px(headHeight) + rowHeight() * static_cast<double>(m_tasks.size());
    return {m_themes.theme().ipx(224), static_cast<int>(height)};
}

void LearnFromGrid::place()
{
    const double top = m_themes.theme().px(headHeight);
    for (std::size_t target = 0; target < m_tasks.size(); ++target) {
        for (std::size_t source = 0; source < m_tasks.size(); ++source) {
            if (QCheckBox* made = box(target, source)) {
                const double left = columnLeft(source);
                const int side =
                    std::min(made->sizeHint().width(), static_cast<int>(columnLeft(source + 1) - left));
                const double middle = (left + columnLeft(source + 1)) / 2;
                made->setGeometry(static_cast<int>(middle - side / 2.0),
                                  static_cast<int>(top + rowHeight() * static_cast<double>(target)), side,
                                  static_cast<int>(rowHeight()));
            }
        }
    }
    updateGeometry();
    update();
}

void LearnFromGrid::resizeEvent(QResizeEvent*)
{
    place();
}

void LearnFromGrid::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange && m_session.table())
        refresh();
    QWidget::changeEvent(event);
}

bool LearnFromGrid::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        int right = key == Qt::Key_Right ? 1 : key == Qt::Key_Left ? -1 : 0;
        int down = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        if (right != 0 || down != 0) {
            const auto count = static_cast<int>(m_tasks.size());
            const auto at =
                static_cast<int>(std::find(m_boxes.begin(), m_boxes.end(), watched) - m_boxes.begin());
            int column = at % count + right;
            int row = at / count + down;
            if (column == row) { // over the diagonal
                column += right;
                row += down;
            }
            if (column >= 0 && row >= 0 && column < count && row < count)
                box(static_cast<std::size_t>(row), static_cast<std::size_t>(column))
                    ->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void LearnFromGrid::paintEvent(QPaintEvent*)
{
    if (!m_session.table())
        return;
    const Theme& theme = m_themes.theme();
    QPainter painter(this);
    painter.setFont(theme.font(TextRole::Caption));
    painter.setPen(theme.text2);
    const QFontMetricsF metrics(painter.font());
    const double top = theme.px(headHeight);
    for (std::size_t place = 0; place < m_tasks.size(); ++place) {
        const double left = columnLeft(place);
        const double wide = columnLeft(place + 1) - left;
        painter.drawText(QRectF(left - 4, 0, wide + 8, top), Qt::AlignCenter,
                         metrics.elidedText(shortName(place), Qt::ElideRight, wide + 4));
        const double row = top + rowHeight() * static_cast<double>(place);
        painter.drawText(QRectF(theme.px(margin), row, theme.px(namesWidth - 4), rowHeight()),
                         Qt::AlignVCenter | Qt::AlignLeft,
                         metrics.elidedText(shortName(place), Qt::ElideRight, theme.px(namesWidth - 4)));
        painter.fillRect(QRectF(left + wide / 2 - theme.px(4), row + rowHeight() / 2, theme.px(8), 1),
                         theme.edge);
    }
}

} // namespace ktnas
