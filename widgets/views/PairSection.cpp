// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/PairSection.h"

#include "widgets/models/PairAnalysis.h"
#include "widgets/models/PairWords.h"
#include "widgets/style/Heading.h"
#include "widgets/style/Numbers.h"
#include "widgets/style/ThemeProvider.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <cmath>

namespace ktnas {

PairSection::PairSection(Session& session, PairAnalysis& analysis, ThemeProvider& themes, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_analysis(analysis)
    , m_themes(themes)
    , m_trust(new Heading(&themes, TextRole::Title))
    , m_sharedHeading(new Heading(&themes))
    , m_shared(new QLabel)
    , m_wordsHeading(new Heading(&themes))
    , m_words(new QLabel)
{
    m_words->setWordWrap(true);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_shared->setTextFormat(Qt::RichText);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 8);
    layout->setSpacing(4);
    layout->addWidget(m_trust);
    layout->addSpacing(8);
    layout->addWidget(m_sharedHeading);
    layout->addWidget(m_shared);
    layout->addSpacing(8);
    layout->addWidget(m_wordsHeading);
    layout->addWidget(m_words);
    layout->addStretch();
    connect(&analysis, &PairAnalysis::pairReady, this, &PairSection::refresh);
    connect(&session, &Session::tableChanged, this, &PairSection::refresh);
    connect(&themes, &ThemeProvider::themeChanged, this, &PairSection::refresh);
    refresh();
}

void PairSection::refresh()
{
    const Disorder* pair = m_analysis.pair();
    const bool isReady =
        pair != nullptr && m_session.table() != nullptr && m_analysis.analysed() == m_session.pair();
    for (QWidget* widget : {static_cast<QWidget*>(m_sharedHeading), static_cast<QWidget*>(m_shared),
                            static_cast<QWidget*>(m_wordsHeading), static_cast<QWidget*>(m_words)})
        widget->setVisible(isReady);
    if (!isReady) {
        m_trust->setFinding(tr("Two tasks compared"));
        m_trust->setCaption(m_session.table() && m_session.table()->tasks().size() < 2
                                ? tr("This table has one task only: there is nothing to compare.")
                                : tr("Choose a source and a target."));
        return;
    }
    const TaskPair tasks = m_analysis.analysed();
    m_trust->setFinding(tr("Trusting %1").arg(PairWords::taskTitle(m_session, tasks.source)));
    m_trust->setCaption(PairWords::trust(m_session, tasks, *pair));
    m_sharedHeading->setFinding(tr("Shared best cells"));
    QString html = QStringLiteral("<table cellspacing=0 cellpadding=3>");
    for (const DepthPoint& point : pair->depths) {
        if (point.depth > 0.2
            || (point.depth != 0.2 && point.depth != 0.1 && point.depth != 0.05 && point.depth != 0.01))
            continue;
        const auto both = std::llround(point.overlap * static_cast<double>(point.cells));
        html +=
            QStringLiteral("<tr><td>%1&nbsp;&nbsp;</td><td align=right>%2&nbsp;&nbsp;&nbsp;</td><td "
                           "align=right>%3</td></tr>")
                .arg(tr("best %1").arg(formatPercent(point.depth)),
                     formatOf(both, static_cast<std::int64_t>(point.cells)), formatPercent(point.overlap));
    }
    m_shared->setText(html + QStringLiteral("</table>"));
    m_wordsHeading->setFinding(tr("In plain words"));
    m_words->setText(PairWords::inPlainWords(m_session, tasks, *pair).join(QStringLiteral("\n\n")));
}

void PairSection::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace ktnas
