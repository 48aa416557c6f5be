// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/PaletteModel.h"

#include "app/studio/Options.h"
#include "widgets/style/Numbers.h"

#include <algorithm>

namespace ktnas {

int matchScore(const QString& typed, const QString& text)
{
    const QStringList words = typed.split(u' ', Qt::SkipEmptyParts);
    int score = 1;
    for (const QString& word : words) {
        const qsizetype place = text.indexOf(word, 0, Qt::CaseInsensitive);
        if (place < 0)
            return 0;
        if (place == 0)
            score += 4;
        else if (!text[place - 1].isLetterOrNumber())
            score += 2;
        else if (text.indexOf(u' ' % word, 0, Qt::CaseInsensitive) >= 0)
            score += 2;
        else
            score += 1;
    }
    return score;
}

PaletteModel::PaletteModel(Session& session, QObject* parent)
    : QAbstractListModel(parent)
    , m_session(session)
{
}

void PaletteModel::setFilter(const QString& typed)
{
    beginResetModel();
    m_rows.clear();
    if (m_session.table()) {
        if (const auto cell = findCell(typed, *m_session.table()))
            m_rows.push_back({{}, *cell, 0});
    }
    std::vector<Row> commands;
    Commands& all = m_session.commands();
    all.refresh();
    const QStringList ids = all.ids();
    for (const QString& id : ids) {
        if (id == u"tools.palette")
            continue;
        const CommandText words = all.spec(id).text();
        const int score =
            matchScore(typed, words.text) * 2 + matchScore(typed, words.group % u' ' % words.text);
        if (score > 0)
            commands.push_back({id, CellId::none(), score + (all.action(id)->isEnabled() ? 1000 : 0)});
    }
    std::stable_sort(commands.begin(), commands.end(),
                     [](const Row& a, const Row& b) { return a.score > b.score; });
    m_rows.insert(m_rows.end(), commands.begin(), commands.end());
    endResetModel();
}

bool PaletteModel::run(int row)
{
    if (row < 0 || row >= rowCount())
        return false;
    const Row chosen = m_rows[static_cast<std::size_t>(row)];
    if (!chosen.command.isEmpty())
        return m_session.commands().run(chosen.command);
    m_session.setCurrentCell(chosen.cell);
    return true;
}

int PaletteModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const bool isEnabled = row.command.isEmpty() || m_session.commands().action(row.command)->isEnabled();
    return isEnabled ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (row.command.isEmpty()) {
        const Table& table = *m_session.table();
        const auto place = static_cast<std::int64_t>(table.rowOf(row.cell).value_or(0));
        switch (role) {
        case Qt::DisplayRole:
            return tr("Cell %1").arg(formatCount(place));
        case GroupRole:
            return QString::fromStdString(table.space().format(table.space().cell(row.cell)));
        case IconRole:
            return QStringLiteral("table");
        default:
            return {};
        }
    }
    const CommandSpec& spec = m_session.commands().spec(row.command);
    const CommandText words = spec.text();
    switch (role) {
    case Qt::DisplayRole:
        return words.text;
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return words.toolTip;
    case GroupRole:
        return words.group;
    case KeyRole:
        return spec.shortcuts.isEmpty() ? QString()
                                        : spec.shortcuts.first().toString(QKeySequence::NativeText);
    case IconRole:
        return spec.icon;
    default:
        return {};
    }
}

} // namespace ktnas
