// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/Options.h"
#include "app/studio/PaletteModel.h"
#include "app/studio/RunBar.h"
#include "core/base/Error.h"
#include "tests/support/SmallTable.h"

#include <QTest>

using namespace ktnas;

class TestStudioOptions : public QObject {
    Q_OBJECT

    static QStringList words(const char* text)
    {
        return QString::fromUtf8(text).split(u' ', Qt::SkipEmptyParts);
    }

    static ErrorCode codeOf(const std::function<void()>& call)
    {
        try {
            call();
        } catch (const Error& error) {
            return error.code;
        }
        return ErrorCode::Internal;
    }

private Q_SLOTS:
    void readsAllOptions()
    {
        const Options options = parseOptions(words(
            "a.csv --workspace=transfer --theme dark --size 1920x1080 b.ktnas --grab out.png --select 9930 "
            "--pair alpha,beta --cursor generation:7 --language de"));
        QCOMPARE(options.files, (QStringList{QStringLiteral("a.csv"), QStringLiteral("b.ktnas")}));
        QCOMPARE(options.workspace, QStringLiteral("transfer"));
        QCOMPARE(options.theme, QStringLiteral("dark"));
        QCOMPARE(options.size, QSize(1920, 1080));
        QCOMPARE(options.grab, QStringLiteral("out.png"));
        QCOMPARE(options.select, QStringLiteral("9930"));
        QCOMPARE(options.pairSource, QStringLiteral("alpha"));
        QCOMPARE(options.pairTarget, QStringLiteral("beta"));
        QVERIFY(options.cursor == (CursorPlace{true, 7}));
        QCOMPARE(options.language, QStringLiteral("de"));
        QVERIFY(parseOptions(words("--cursor 171")).cursor == (CursorPlace{false, 171}));
    }
    void refusesWhatItDoesNotKnow_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : {"--workspace nowhere", "--theme blue", "--size 12", "--size 0x0",
                                 "--pair alpha", "--cursor late", "--colour red", "--grab", "--language xx"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void refusesWhatItDoesNotKnow()
    {
        QFETCH(QString, text);
        const auto call = [&text] { (void)parseOptions(text.split(u' ')); };
        QCOMPARE(codeOf(call), ErrorCode::BadArgument);
    }
    void searchOptionsMakeADraft()
    {
        const auto table = test::smallTable();
        const SearchDraft base = defaultDraft(*table);
        const SearchDraft draft = draftFromOptions(
            QStringLiteral(
                "--tasks gamma,alpha --method ktnas --set K=20 --set n=2 --seed 178 --evaluations 150"),
            base, *table);
        QCOMPARE(draft.tasks, (std::vector<std::size_t>{0, 2}));
        QCOMPARE(draft.changed, (SettingValues{{"K", "20"}, {"n", "2"}}));
        QCOMPARE(draft.seed, std::uint64_t{178});
        QCOMPARE(draft.stop.evaluations.value(), std::uint64_t{150});
        QVERIFY(!draft.stop.targets[0]);
        QVERIFY(draft.learnFrom == LearnFrom::everyone(2));
        const SearchDraft targets =
            draftFromOptions(QStringLiteral("--until-target 60,61.5,62"), base, *table);
        QCOMPARE(targets.stop.targets[1].value(), 61.5);
        QVERIFY(draftFromOptions(QString(), base, *table) == base);
    }
    void wrongSearchOptionsAreErrors()
    {
        const auto table = test::smallTable();
        const SearchDraft base = defaultDraft(*table);
        const auto code = [&](const char* text) {
            return codeOf([&] { (void)draftFromOptions(QString::fromUtf8(text), base, *table); });
        };
        QCOMPARE(code("--tasks delta"), ErrorCode::UnknownTask);
        QCOMPARE(code("--method magic"), ErrorCode::UnknownMethod);
        QCOMPARE(code("--set Q=1"), ErrorCode::UnknownSetting);
        QCOMPARE(code("--set K=many"), ErrorCode::BadSettingValue);
        QCOMPARE(code("--set K"), ErrorCode::BadArgument);
        QCOMPARE(code("--until-target 60"), ErrorCode::BadArgument);
        QCOMPARE(code("--evaluations few"), ErrorCode::BadArgument);
        QCOMPARE(code("--what"), ErrorCode::BadArgument);
    }
    void findsCells()
    {
        const auto table = test::smallTable();
        QCOMPARE(findCell(QStringLiteral("77"), *table).value(), CellId(77));
        QCOMPARE(findCell(QStringLiteral("1,234"), *table).value(), CellId(1234));
        const QString text = QString::fromStdString(table->space().format(table->space().cell(CellId(99))));
        QCOMPARE(findCell(text, *table).value(), CellId(99));
        QVERIFY(!findCell(QStringLiteral("4096"), *table));
        QVERIFY(!findCell(QStringLiteral("open"), *table));
        QVERIFY(!findCell(QString(), *table));
    }
    void speedSliderGoesBothWays()
    {
        for (int position = 0; position <= RunBar::fastest; ++position) {
            const int back = RunBar::positionOf(RunBar::speedAt(position));
            QVERIFY(std::abs(back - position) <= 1);
        }
        QCOMPARE(RunBar::speedAt(RunBar::fastest), 0.0);
        QCOMPARE(RunBar::positionOf(0), RunBar::fastest);
    }
    void matchesPreferBeginnings()
    {
        QCOMPARE(matchScore(QStringLiteral("xyz"), QStringLiteral("Fork here")), 0);
        QVERIFY(matchScore(QStringLiteral("fork"), QStringLiteral("Fork here"))
                > matchScore(QStringLiteral("here"), QStringLiteral("Fork here")));
        QVERIFY(matchScore(QStringLiteral("here"), QStringLiteral("Fork here"))
                > matchScore(QStringLiteral("ere"), QStringLiteral("Fork here")));
        QVERIFY(matchScore(QStringLiteral("here fork"), QStringLiteral("Fork here")) > 0);
        QCOMPARE(matchScore(QStringLiteral("fork now"), QStringLiteral("Fork here")), 0);
    }
};

QTEST_GUILESS_MAIN(TestStudioOptions)
#include "tst_studiooptions.moc"
