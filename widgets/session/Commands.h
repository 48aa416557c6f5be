// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QObject>
#include <QString>

#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace ktnas {

/// The words of a command in the user's language; asked again when the language changes.
struct CommandText {
    QString text; ///< "Step one generation", menu and palette
    QString toolTip; ///< a sentence
    QString group; ///< "Run", for the palette
};

/// What a command is, apart from its words.
struct CommandSpec {
    QString id; ///< "run.stepGeneration"; stable, used by tests, lessons and the palette
    QString icon; ///< id of widgets/style's icons, may be empty
    QList<QKeySequence> shortcuts;
    std::function<CommandText()> text;
    std::function<void()> run;
    std::function<bool()> isEnabled; ///< empty: always
    bool isCheckable = false;
    std::function<bool()> isChecked; ///< for checkable commands
};

/// All commands of the program. Menus, tool bars, shortcuts, the palette, lessons and tests are made of them.
/// A handler's ktnas::Error is caught here and shown by failed().
class Commands : public QObject {
    Q_OBJECT

public:
    explicit Commands(QObject* parent = nullptr);
    ~Commands() override;
    /// Adds a command; the id must be new.
    QAction* add(CommandSpec spec);
    /// The action of a command; asserts that there is one.
    QAction* action(const QString& id) const;
    bool contains(const QString& id) const;
    QStringList ids() const; ///< in order of adding
    /// Runs a command by id if it is enabled; false otherwise.
    bool run(const QString& id);
    const CommandSpec& spec(const QString& id) const;
    /// Asks every isEnabled and isChecked again; cheap, called at most once per frame by scheduleRefresh().
    void refresh();
    void scheduleRefresh();
    /// The language changed: all words are asked for again.
    void retranslate();

Q_SIGNALS:
    /// A command threw; `message` is the translated text of the error.
    void failed(const QString& message);

private:
    struct Entry;
    static void translate(const Entry& entry);

    std::vector<std::unique_ptr<Entry>> m_entries;
    std::map<QString, Entry*> m_byId;
    bool m_refreshScheduled = false;
};

} // namespace ktnas
