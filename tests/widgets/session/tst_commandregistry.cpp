// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "widgets/session/Commands.h"

#include <QSignalSpy>
#include <QTest>

using namespace ktnas;

class TestCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runsOnlyWhatIsEnabled()
    {
        Commands commands;
        int count = 0;
        bool isEnabled = false;
        commands.add({.id = QStringLiteral("run.step"),
                      .icon = {},
                      .shortcuts = {QKeySequence(QStringLiteral("Ctrl+T"))},
                      .text =
                          [] {
                              return CommandText{QStringLiteral("Step"), QStringLiteral("One step"), {}};
                          },
                      .run = [&] { ++count; },
                      .isEnabled = [&] { return isEnabled; },
                      .isChecked = {}});
        QVERIFY(!commands.run(QStringLiteral("run.step")));
        QVERIFY(!commands.run(QStringLiteral("no.such")));
        isEnabled = true;
        QVERIFY(commands.run(QStringLiteral("run.step")));
        QCOMPARE(count, 1);
        QTRY_VERIFY(commands.action(QStringLiteral("run.step"))->isEnabled());
        commands.action(QStringLiteral("run.step"))->trigger();
        QCOMPARE(count, 2);
        QCOMPARE(commands.action(QStringLiteral("run.step"))->toolTip(), QStringLiteral("One step (Ctrl+T)"));
        isEnabled = false;
        commands.refresh();
        QVERIFY(!commands.action(QStringLiteral("run.step"))->isEnabled());
    }
    void errorsAreSaidOnce()
    {
        Commands commands;
        QSignalSpy failed(&commands, &Commands::failed);
        const auto add = [&commands](const QString& id, ErrorCode code) {
            commands.add({.id = id,
                          .icon = {},
                          .shortcuts = {},
                          .text = [] { return CommandText{}; },
                          .run = [code] { throw Error(code); },
                          .isEnabled = {},
                          .isChecked = {}});
        };
        add(QStringLiteral("a"), ErrorCode::WriteFailed);
        add(QStringLiteral("b"), ErrorCode::Cancelled);
        commands.run(QStringLiteral("a"));
        commands.run(QStringLiteral("b"));
        QCOMPARE(failed.count(), 1);
        QCOMPARE(failed[0][0].toString(), QStringLiteral("The file could not be written."));
    }
    void wordsFollowTheLanguage()
    {
        Commands commands;
        QString word = QStringLiteral("Open");
        commands.add({.id = QStringLiteral("file.open"),
                      .icon = {},
                      .shortcuts = {},
                      .text =
                          [&word] {
                              return CommandText{word, word, word};
                          },
                      .run = [] {},
                      .isEnabled = {},
                      .isChecked = {}});
        word = QStringLiteral("Öffnen");
        commands.retranslate();
        QCOMPARE(commands.action(QStringLiteral("file.open"))->text(), word);
    }
    void checkedFollowsItsState()
    {
        Commands commands;
        bool isDark = false;
        QAction* action = commands.add({.id = QStringLiteral("view.dark"),
                                        .icon = {},
                                        .shortcuts = {},
                                        .text = [] { return CommandText{}; },
                                        .run = [&isDark] { isDark = !isDark; },
                                        .isEnabled = {},
                                        .isCheckable = true,
                                        .isChecked = [&isDark] { return isDark; }});
        action->trigger();
        QVERIFY(isDark);
        QTRY_VERIFY(action->isChecked());
    }
};

QTEST_MAIN(TestCommands)
#include "tst_commandregistry.moc"
