// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SmallTable.h"
#include "widgets/session/Preferences.h"

#include <QSignalSpy>
#include <QTest>

using namespace ktnas;

class TestPreferences : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void defaultsAndLimits()
    {
        QTemporaryDir folder;
        const auto preferences = test::temporaryPreferences(folder);
        QCOMPARE(preferences->theme(), Preferences::ThemeChoice::System);
        QCOMPARE(preferences->zoom(), 1.0);
        QSignalSpy zoomed(preferences.get(), &Preferences::zoomChanged);
        preferences->setZoom(9);
        QCOMPARE(preferences->zoom(), 2.0);
        preferences->setZoom(2.5);
        QCOMPARE(zoomed.count(), 1);
        preferences->setRunSpeed(-1);
        QCOMPARE(preferences->runSpeed(), 0.0);
    }
    void staysOverASession()
    {
        QTemporaryDir folder;
        {
            const auto preferences = test::temporaryPreferences(folder);
            preferences->setTheme(Preferences::ThemeChoice::Dark);
            preferences->setLanguage(QStringLiteral("de"));
            preferences->setWindowState(QStringLiteral("search"), "state");
        }
        const auto preferences = test::temporaryPreferences(folder);
        QCOMPARE(preferences->theme(), Preferences::ThemeChoice::Dark);
        QCOMPARE(preferences->language(), QStringLiteral("de"));
        QCOMPARE(preferences->windowState(QStringLiteral("search")), QByteArray("state"));
        QVERIFY(preferences->windowState(QStringLiteral("explore")).isEmpty());
    }
    void recentFilesAreNewestFirstOnceEach()
    {
        QTemporaryDir folder;
        const auto preferences = test::temporaryPreferences(folder);
        for (int i = 0; i < 15; ++i) {
            RecentFile file;
            file.path = QStringLiteral("/data/%1.csv").arg(i);
            file.cells = i;
            preferences->addRecent(file);
        }
        RecentFile again;
        again.path = QStringLiteral("/data/9.csv");
        again.title = QStringLiteral("NAS-Bench-201");
        preferences->addRecent(again);
        const auto recent = preferences->recent();
        QCOMPARE(recent.size(), std::size_t{12});
        QCOMPARE(recent[0].path, again.path);
        QCOMPARE(recent[0].title, again.title);
        QVERIFY(recent[0].opened.isValid());
        QCOMPARE(recent[1].path, QStringLiteral("/data/14.csv"));
        QCOMPARE(recent[1].cells, 14);
        QCOMPARE(preferences->recentFiles().count(again.path), 1);
        preferences->removeRecentFile(again.path);
        QVERIFY(!preferences->recentFiles().contains(again.path));
    }
};

QTEST_GUILESS_MAIN(TestPreferences)
#include "tst_preferences.moc"
