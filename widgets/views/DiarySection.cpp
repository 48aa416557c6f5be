// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/DiarySection.h"

#include "widgets/models/Diary.h"
#include "widgets/style/Heading.h"
#include "widgets/style/Numbers.h"
#include "widgets/style/ThemeProvider.h"

#include <QEvent>
#include <QScrollBar>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace ktnas {

DiarySection::DiarySection(Session& session, ThemeProvider& themes, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_themes(themes)
    , m_heading(new Heading(&themes))
    , m_text(new QTextBrowser)
{
    m_text->setOpenLinks(false);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->viewport()->setAutoFillBackground(false);
    m_text->document()->setDocumentMargin(0);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 8, 12, 8);
    layout->setSpacing(4);
    layout->addWidget(m_heading);
    layout->addWidget(m_text, 1);
    m_delay.setSingleShot(true);
    m_delay.setInterval(100);
    connect(&m_delay, &QTimer::timeout, this, &DiarySection::refresh);
    const auto later = [this] {
        if (!m_delay.isActive())
            m_delay.start();
    };
    connect(&session, &Session::cursorMoved, this, later);
    connect(&session, &Session::currentRunChanged, this, later);
    connect(&session, &Session::tableChanged, this, later);
    connect(&themes, &ThemeProvider::themeChanged, this, later);
    connect(m_text, &QTextBrowser::anchorClicked, this,
            [this](const QUrl& link) { m_session.cursor().moveTo(link.toString().toULongLong()); });
    refresh();
}

void DiarySection::refresh()
{
    m_heading->setFinding(tr("Diary"));
    m_text->setAccessibleName(tr("Diary of the run"));
    if (m_session.currentRun() == nullptr) {
        m_text->setPlainText(tr("Nothing yet: no run on this table."));
        return;
    }
    const Theme& theme = m_themes.theme();
    QString html = QStringLiteral("<table cellspacing=0 cellpadding=2>");
    for (const DiaryLine& line : Diary::lines(m_session, m_session.cursor().position(), 24)) {
        const QColor chip = theme.taskColour(static_cast<int>(m_session.tableTask(line.task)));
        html += QStringLiteral("<tr><td><span style='color:%1'>■</span></td><td align=right><span "
                               "style='color:%2'>%3</span></td><td><a href='%4' style='color:%5; "
                               "text-decoration:none'>%6</a></td></tr>")
                    .arg(chip.name(), theme.text3.name(), formatCount(line.generation),
                         QString::number(line.at), theme.text.name(), line.text.toHtmlEscaped());
    }
    m_text->setHtml(html + QStringLiteral("</table>"));
    m_text->verticalScrollBar()->setValue(m_text->verticalScrollBar()->maximum());
}

void DiarySection::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace ktnas
