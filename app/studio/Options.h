// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tables/Table.h"
#include "widgets/session/SearchDraft.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>

namespace ktnas {

/// Where the cursor shall stand: an event, or the end of a generation.
struct CursorPlace {
    bool isGeneration = false;
    std::uint64_t number = 0;
    friend bool operator==(const CursorPlace&, const CursorPlace&) = default;
};

/// What was asked on the command line of ktnas-studio.
struct Options {
    QStringList files;
    QString workspace; ///< "explore", "search", "transfer", "disorder", "pictures", "make"; empty: as it was
    QString theme; ///< "light", "dark"; empty: the person's choice
    QString language; ///< "en", "de"; empty: the person's choice
    QSize size; ///< of the window; empty: as it was
    QString run; ///< options of `ktnas search`, started when the files are open
    QString grab; ///< picture to save when nothing is busy; then the program quits
    QString select; ///< text or index of a cell to look at
    QString pairSource; ///< names of the two tasks to compare
    QString pairTarget;
    std::optional<CursorPlace> cursor;
};

/// Reads the arguments (without the program's name). Throws BadArgument. `--help` and `--version` are
/// answered by main().
Options parseOptions(const QStringList& arguments);

/// The text of `--help`.
QString optionsHelp();

/// The draft that the options of `ktnas search` describe: `--tasks --method --set --seed --evaluations
/// --generations --until-target`. What is not named stays as in `base`. Throws BadArgument, UnknownTask,
/// UnknownMethod, UnknownSetting and BadSettingValue.
SearchDraft draftFromOptions(const QString& options, const SearchDraft& base, const Table& table);

/// The cell that a text names in a table: its place in the file (row) as a number, or the space's own text.
/// Nothing if there is none.
std::optional<CellId> findCell(const QString& text, const Table& table);

} // namespace ktnas
