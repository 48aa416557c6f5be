// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/ErrorState.h"

#include "widgets/style/Icons.h"
#include "widgets/style/ThemeProvider.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

namespace ktnas {

ErrorState::ErrorState(ThemeProvider* provider, QWidget* parent)
    : QWidget(parent)
    , m_provider(provider)
    , m_icon(new QLabel(this))
    , m_what(new QLabel(this))
    , m_where(new QLabel(this))
    , m_advice(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_fold(new QToolButton(this))
    , m_details(new QPlainTextEdit(this))
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(16, 16, 16, 16);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_icon, 0, 0, Qt::AlignTop);
    grid->addWidget(m_what, 0, 1);
    grid->addWidget(m_where, 1, 1);
    grid->addWidget(m_advice, 2, 1);
    grid->setRowMinimumHeight(3, 4);
    grid->addWidget(m_action, 4, 1, Qt::AlignLeft);
    grid->addWidget(m_fold, 5, 1, Qt::AlignLeft);
    grid->addWidget(m_details, 6, 1);
    grid->setRowStretch(7, 1);
    for (QLabel* label : {m_what, m_where, m_advice}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_fold->setCheckable(true);
    m_fold->setAutoRaise(true);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_details->setReadOnly(true);
    m_details->setTabChangesFocus(true);
    m_details->hide();
    connect(m_action, &QPushButton::clicked, this, &ErrorState::actionTriggered);
    connect(m_fold, &QToolButton::toggled, this, &ErrorState::setDetailsShown);
    connect(provider, &ThemeProvider::themeChanged, this, &ErrorState::applyTheme);
    setError({});
    retranslate();
    applyTheme();
}

void ErrorState::setError(const ErrorText& text)
{
    const auto fill = [](QLabel* label, const QString& words) {
        label->setText(words);
        label->setVisible(!words.isEmpty());
    };
    fill(m_what, text.what);
    fill(m_where, text.where);
    fill(m_advice, text.advice);
    m_action->setText(text.action);
    m_action->setVisible(!text.action.isEmpty());
    m_details->setPlainText(text.details);
    m_fold->setVisible(!text.details.isEmpty());
    m_fold->setChecked(false);
    m_details->hide();
    setAccessibleName(text.what);
    setAccessibleDescription(QStringList({text.where, text.advice}).join(u' ').trimmed());
}

bool ErrorState::areDetailsShown() const
{
    return m_fold->isChecked();
}

void ErrorState::setDetailsShown(bool isShown)
{
    m_fold->setChecked(isShown);
    m_details->setVisible(isShown && !m_details->document()->isEmpty());
    m_fold->setIcon(icon(isShown ? u"chevron-down" : u"chevron-right", m_provider->theme()));
}

void ErrorState::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ErrorState::retranslate()
{
    m_fold->setText(tr("Details"));
    m_details->setAccessibleName(tr("Details"));
}

void ErrorState::applyTheme()
{
    const Theme& theme = m_provider->theme();
    m_icon->setPixmap(iconPixmap(u"error", theme.px(16), theme.error, devicePixelRatioF()));
    m_what->setFont(theme.font(TextRole::Heading));
    m_where->setFont(theme.font(TextRole::Caption));
    QPalette grey = theme.palette();
    grey.setColor(QPalette::WindowText, theme.text3);
    m_where->setPalette(grey);
    m_details->setFont(theme.font(TextRole::Fixed));
    setDetailsShown(areDetailsShown());
}

} // namespace ktnas
