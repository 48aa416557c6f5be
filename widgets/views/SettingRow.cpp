// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/SettingRow.h"

#include "widgets/style/StudioStyle.h"
#include "widgets/style/ThemeProvider.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace ktnas {

SettingRow::SettingRow(ThemeProvider& themes, QWidget* parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_title(new QLabel(this))
    , m_button(new QToolButton(this))
    , m_field(new QLineEdit(this))
    , m_wrong(new QLabel(this))
{
    m_button->setAutoRaise(true);
    m_button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_button->setFocusPolicy(Qt::StrongFocus);
    setCompact(m_button);
    setCompact(m_field);
    m_field->setAlignment(Qt::AlignRight);
    m_field->hide();
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_wrong->setWordWrap(true);
    m_wrong->hide();
    m_field->installEventFilter(this);
    m_button->installEventFilter(this);
    m_title->installEventFilter(this);
    connect(m_button, &QToolButton::clicked, this, &SettingRow::edit);

    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_title, 1);
    row->addWidget(m_button);
    row->addWidget(m_field);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 0, 12, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_wrong);
    connect(&themes, &ThemeProvider::themeChanged, this, &SettingRow::applyTheme);
    applyTheme();
}

void SettingRow::setTitle(const QString& title, const QString& explanation)
{
    m_fullTitle = title;
    cutTitle();
    m_title->setToolTip(explanation);
    m_button->setToolTip(explanation);
    m_button->setAccessibleName(title);
    m_button->setAccessibleDescription(m_button->text());
    m_field->setAccessibleName(title);
}

void SettingRow::cutTitle()
{
    m_title->setText(m_title->fontMetrics().elidedText(m_fullTitle, Qt::ElideRight, m_title->width()));
}

void SettingRow::setValue(const QString& value, const QString& shown)
{
    m_value = value;
    m_button->setText(shown);
    m_button->setAccessibleDescription(shown);
}

void SettingRow::setChoices(const QStringList& values, const QStringList& names, const QStringList& meanings)
{
    m_values = values;
    m_names = names;
    m_meanings = meanings;
}

void SettingRow::setCheck(std::function<QString(const QString&)> check)
{
    m_check = std::move(check);
}

void SettingRow::edit()
{
    if (!m_values.isEmpty()) {
        openMenu();
        return;
    }
    m_field->setText(m_value);
    m_field->selectAll();
    m_field->setFixedWidth(m_themes.theme().ipx(84));
    m_button->hide();
    m_field->show();
    m_field->setFocus();
}

void SettingRow::openMenu()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    for (qsizetype i = 0; i < m_values.size(); ++i) {
        QAction* action = menu->addAction(m_names[i], this, [this, value = m_values[i]] {
            if (value != m_value)
                Q_EMIT edited(value);
        });
        action->setCheckable(true);
        action->setChecked(m_values[i] == m_value);
        if (i < m_meanings.size())
            action->setToolTip(m_meanings[i]);
    }
    menu->popup(m_button->mapToGlobal(QPoint(0, m_button->height())));
}

void SettingRow::accept()
{
    const QString typed = m_field->text().trimmed();
    const QString wrong = m_check ? m_check(typed) : QString();
    if (!wrong.isEmpty()) {
        m_wrong->setText(wrong);
        m_wrong->show();
        m_field->setAccessibleDescription(wrong);
        return;
    }
    leaveField();
    if (typed != m_value)
        Q_EMIT edited(typed);
}

void SettingRow::leaveField()
{
    m_wrong->hide();
    m_wrong->clear();
    m_field->setAccessibleDescription({});
    const bool hadFocus = m_field->hasFocus();
    m_field->hide();
    m_button->show();
    if (hadFocus)
        m_button->setFocus();
}

bool SettingRow::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn)
        Q_EMIT looked();
    if (watched == m_title && event->type() == QEvent::Resize)
        cutTitle();
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            accept();
            return true;
        }
        if (key == Qt::Key_Escape) {
            leaveField();
            return true;
        }
    }
    if (watched == m_field && event->type() == QEvent::FocusOut && m_field->isVisible()) {
        // Leaving takes a good entry and forgets a wrong one.
        if (!m_check || m_check(m_field->text().trimmed()).isEmpty())
            accept();
        else
            leaveField();
    }
    if (watched == m_button && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            edit();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void SettingRow::enterEvent(QEnterEvent*)
{
    Q_EMIT looked();
}

void SettingRow::applyTheme()
{
    const Theme& theme = m_themes.theme();
    const auto colour = [](QLabel* label, const QColor& text) {
        QPalette colours = label->palette();
        colours.setColor(QPalette::WindowText, text);
        label->setPalette(colours);
    };
    m_title->setFont(theme.font(TextRole::Body));
    m_button->setFont(theme.font(TextRole::Body));
    m_wrong->setFont(theme.font(TextRole::Caption));
    colour(m_title, theme.text2);
    colour(m_wrong, theme.text);
    setMinimumHeight(theme.ipx(24));
}

} // namespace ktnas
