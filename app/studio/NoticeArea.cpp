// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/NoticeArea.h"

#include "widgets/style/ErrorState.h"
#include "widgets/style/Icons.h"
#include "widgets/style/StudioStyle.h"
#include "widgets/style/ThemeProvider.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace ktnas {

NoticeArea::NoticeArea(ThemeProvider& themes, QWidget* parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_error(new ErrorState(&themes, this))
    , m_sentence(new QLabel(this))
    , m_ask(new QWidget(this))
    , m_answers(new QHBoxLayout)
    , m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("notice"));
    m_sentence->setWordWrap(true);
    m_answers->setSpacing(8);
    auto* asked = new QVBoxLayout(m_ask);
    asked->setContentsMargins(16, 12, 16, 12);
    asked->setSpacing(8);
    asked->addWidget(m_sentence);
    asked->addLayout(m_answers);
    m_close->setAutoRaise(true);
    connect(m_close, &QToolButton::clicked, this, &NoticeArea::dismiss);

    auto* content = new QVBoxLayout;
    content->setContentsMargins(0, 0, 0, 0);
    content->addWidget(m_error);
    content->addWidget(m_ask);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 8, 1);
    row->addLayout(content, 1);
    row->addWidget(m_close, 0, Qt::AlignTop);
    connect(&m_themes, &ThemeProvider::themeChanged, this, &NoticeArea::applyTheme);
    applyTheme();
    retranslate();
    hide();
}

void NoticeArea::showError(const ErrorReport& report)
{
    clearAnswers();
    ErrorText text;
    text.what = report.what;
    text.where = report.where.isEmpty() ? report.path
        : report.path.isEmpty()         ? report.where
                                        : tr("%1 of %2", "place, file").arg(report.where, report.path);
    text.advice = report.hint;
    m_error->setError(text);
    m_error->show();
    m_ask->hide();
    m_question = text.what;
    show();
}

void NoticeArea::ask(const QString& id, const QString& question, const std::vector<Answer>& answers)
{
    clearAnswers();
    m_sentence->setText(question);
    bool isFirst = true;
    for (const Answer& answer : answers) {
        auto* button = new QPushButton(answer.text, m_ask);
        setMainButton(button, isFirst);
        connect(button, &QPushButton::clicked, this, [this, run = answer.run] {
            dismiss();
            if (run)
                run();
        });
        m_answers->addWidget(button);
        if (isFirst)
            button->setFocus();
        isFirst = false;
    }
    m_answers->addStretch(1);
    m_error->hide();
    m_ask->show();
    m_ask->setAccessibleName(question);
    m_question = id;
    show();
}

QString NoticeArea::text() const
{
    if (isHidden())
        return {};
    return m_ask->isHidden() ? m_error->accessibleName() : m_sentence->text();
}

void NoticeArea::dismiss()
{
    m_question.clear();
    hide();
}

void NoticeArea::clearAnswers()
{
    while (QLayoutItem* item = m_answers->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
}

void NoticeArea::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void NoticeArea::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QWidget::keyPressEvent(event);
}

void NoticeArea::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_themes.theme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.panel);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.line);
}

void NoticeArea::retranslate()
{
    m_close->setToolTip(tr("Close this notice (Esc)"));
    m_close->setAccessibleName(tr("Close this notice"));
    setAccessibleName(tr("Notice"));
}

void NoticeArea::applyTheme()
{
    m_close->setIcon(icon(u"close", m_themes.theme()));
}

} // namespace ktnas
