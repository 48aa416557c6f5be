// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/Commands.h"

#include "core/base/Error.h"
#include "widgets/session/ErrorText.h"

#include <QTimer>

#include <utility>

namespace ktnas {

struct Commands::Entry {
    CommandSpec spec;
    QAction* action = nullptr;
};

namespace {

/// "Step one generation (])": the sentence and, where there is one, the key.
QString toolTip(const CommandText& words, const QList<QKeySequence>& shortcuts)
{
    if (shortcuts.isEmpty())
        return words.toolTip;
    return words.toolTip % QStringLiteral(" (") % shortcuts.first().toString(QKeySequence::NativeText) % u')';
}

} // namespace

Commands::Commands(QObject* parent)
    : QObject(parent)
{
}

Commands::~Commands() = default;

QAction* Commands::add(CommandSpec spec)
{
    KTNAS_ASSERT(!spec.id.isEmpty() && !m_byId.contains(spec.id) && spec.text && spec.run);
    auto entry = std::make_unique<Entry>();
    entry->spec = std::move(spec);
    auto* action = new QAction(this);
    entry->action = action;
    action->setObjectName(entry->spec.id);
    action->setShortcuts(entry->spec.shortcuts);
    action->setCheckable(entry->spec.isCheckable);
    const QString id = entry->spec.id;
    connect(action, &QAction::triggered, this, [this, id] { run(id); });
    m_byId[id] = entry.get();
    m_entries.push_back(std::move(entry));
    translate(*m_entries.back());
    scheduleRefresh();
    return action;
}

QAction* Commands::action(const QString& id) const
{
    const auto place = m_byId.find(id);
    KTNAS_ASSERT(place != m_byId.end());
    return place->second->action;
}

bool Commands::contains(const QString& id) const
{
    return m_byId.contains(id);
}

QStringList Commands::ids() const
{
    QStringList all;
    for (const auto& entry : m_entries)
        all << entry->spec.id;
    return all;
}

bool Commands::run(const QString& id)
{
    const auto place = m_byId.find(id);
    if (place == m_byId.end())
        return false;
    const CommandSpec& command = place->second->spec;
    if (command.isEnabled && !command.isEnabled())
        return false;
    try {
        command.run();
    } catch (const Error& error) {
        if (error.code != ErrorCode::Cancelled)
            Q_EMIT failed(errorText(error));
    }
    scheduleRefresh();
    return true;
}

const CommandSpec& Commands::spec(const QString& id) const
{
    const auto place = m_byId.find(id);
    KTNAS_ASSERT(place != m_byId.end());
    return place->second->spec;
}

void Commands::refresh()
{
    for (const auto& entry : m_entries) {
        if (entry->spec.isEnabled)
            entry->action->setEnabled(entry->spec.isEnabled());
        if (entry->spec.isChecked)
            entry->action->setChecked(entry->spec.isChecked());
    }
}

void Commands::scheduleRefresh()
{
    if (m_refreshScheduled)
        return;
    m_refreshScheduled = true;
    QTimer::singleShot(16, this, [this] {
        m_refreshScheduled = false;
        refresh();
    });
}

void Commands::retranslate()
{
    for (const auto& entry : m_entries)
        translate(*entry);
}

void Commands::translate(const Entry& entry)
{
    const CommandText words = entry.spec.text();
    entry.action->setText(words.text);
    entry.action->setToolTip(toolTip(words, entry.spec.shortcuts));
}

} // namespace ktnas
