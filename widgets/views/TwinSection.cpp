// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/TwinSection.h"

#include "widgets/models/CellWords.h"
#include "widgets/style/Heading.h"
#include "widgets/style/Numbers.h"
#include "widgets/views/GlyphStrip.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace ktnas {

TwinSection::TwinSection(Session& session, ThemeProvider& themes, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_heading(new Heading(&themes))
    , m_strip(new GlyphStrip(session, themes))
{
    m_strip->setHeadingVisible(false);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(16, 0, 16, 0);
    head->addWidget(m_heading);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(m_strip);
    connect(&session, &Session::tableChanged, this, &TwinSection::refresh);
    connect(&session.selection(), &Selection::currentChanged, this, &TwinSection::refresh);
    refresh();
}

void TwinSection::setWanted(bool isWanted)
{
    m_isWanted = isWanted;
    refresh();
}

void TwinSection::refresh()
{
    const auto& table = m_session.table();
    const CellId current = m_session.selection().current();
    setVisible(m_isWanted && table != nullptr && !current.isNone() && table->space().cellCount().has_value());
    if (isHidden())
        return;
    const auto classes = twinClasses(table->space());
    std::vector<std::size_t> twins;
    std::size_t functional = 0;
    for (std::size_t row = 0; row < table->rowCount(); ++row) {
        const CellId cell = table->cellAt(row);
        if (cell == current)
            continue;
        if (classes->strict[cell.value] == classes->strict[current.value])
            twins.push_back(row);
        if (!classes->functional.empty()
            && classes->functional[cell.value] == classes->functional[current.value])
            ++functional;
    }
    m_heading->setFinding(tr("Twins"));
    QStringList sentences;
    std::vector<GlyphStrip::Item> items;
    if (twins.empty()) {
        sentences += tr("None: no other cell is the same network.");
    } else {
        sentences += tr("%n other cells are the same network, trained apart.", nullptr,
                        static_cast<int>(twins.size()));
        const std::size_t task = m_session.draft().tasks.empty() ? 0 : m_session.draft().tasks.front();
        if (task < table->tasks().size()) {
            const auto& ranks = m_session.ranks(task);
            std::sort(twins.begin(), twins.end(),
                      [&](std::size_t a, std::size_t b) { return ranks[a] < ranks[b]; });
            const auto own = table->rowOf(current);
            std::uint32_t low = own ? ranks[*own] : UINT32_MAX;
            std::uint32_t high = own ? ranks[*own] : 0;
            for (const std::size_t row : twins) {
                low = std::min(low, ranks[row]);
                high = std::max(high, ranks[row]);
                items.push_back({table->cellAt(row), formatCount(ranks[row]),
                                 CellWords::number(*table, table->cellAt(row))});
            }
            sentences += tr("Their ranks on %1 go from %2 to %3: that much is noise.")
                             .arg(QString::fromStdString(table->tasks()[task].title), formatCount(low),
                                  formatCount(high));
        }
    }
    if (functional > twins.size())
        sentences +=
            tr("%n more compute the same function.", nullptr, static_cast<int>(functional - twins.size()));
    m_heading->setCaption(sentences.join(u' '));
    m_strip->setHeading(tr("Twins"));
    m_strip->setVisible(!items.empty());
    m_strip->setItems(std::move(items), 1);
}

void TwinSection::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace ktnas
