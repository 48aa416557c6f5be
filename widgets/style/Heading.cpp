// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/Heading.h"

#include "widgets/style/ThemeProvider.h"

#include <QLabel>
#include <QVBoxLayout>

namespace ktnas {

Heading::Heading(ThemeProvider* provider, TextRole role, QWidget* parent)
    : QWidget(parent)
    , m_provider(provider)
    , m_role(role)
    , m_finding(new QLabel(this))
    , m_caption(new QLabel(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    for (QLabel* label : {m_finding, m_caption}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(label);
    }
    m_caption->setForegroundRole(QPalette::WindowText); // on the ground it would be Text
    m_caption->hide();
    connect(provider, &ThemeProvider::themeChanged, this, &Heading::applyTheme);
    applyTheme();
}

void Heading::setFinding(const QString& finding)
{
    m_finding->setText(finding);
    setAccessibleName(finding);
}

QString Heading::finding() const
{
    return m_finding->text();
}

void Heading::setCaption(const QString& caption)
{
    m_caption->setText(caption);
    m_caption->setVisible(!caption.isEmpty());
    setAccessibleDescription(caption);
}

QString Heading::caption() const
{
    return m_caption->text();
}

void Heading::applyTheme()
{
    const Theme& theme = m_provider->theme();
    m_finding->setFont(theme.font(m_role));
    m_caption->setFont(theme.font(TextRole::Caption));
    QPalette grey = theme.palette();
    grey.setColor(QPalette::WindowText, theme.text3);
    m_caption->setPalette(grey);
}

} // namespace ktnas
