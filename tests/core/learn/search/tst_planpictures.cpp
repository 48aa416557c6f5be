// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/search/PlanPictures.h"

#include "core/base/Error.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace ktnas;

namespace {

const char* const text = R"({"pictures": "fashion-mnist", "tasks": [
    {"recipe": "classes", "name": "fashion"},
    {"recipe": "classes", "name": "digits", "pictures": "digits"}]})";

} // namespace

class TestPlanPictures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tasksMayHavePicturesOfTheirOwn()
    {
        const BenchmarkPlan plan = parseBenchmarkPlan(text, "plan.json");
        QCOMPARE(plan.tasks[0].source.pictures, std::string("fashion-mnist"));
        QCOMPARE(plan.tasks[1].source.pictures, std::string("digits"));
        const BenchmarkPlan again = parseBenchmarkPlan(formatBenchmarkPlan(plan), "plan.json");
        QVERIFY(again.tasks == plan.tasks);
        QCOMPARE(planHash(again), planHash(plan));
    }

    void placesAreNoPartOfTheHash()
    {
        BenchmarkPlan plan = parseBenchmarkPlan(text, "plan.json");
        const std::string before = planHash(plan);
        placePictures(plan, {{"digits", "/somewhere/else"}});
        QCOMPARE(plan.tasks[1].source.pictures, std::string("/somewhere/else"));
        QCOMPARE(plan.tasks[0].source.pictures, std::string("fashion-mnist"));
        QCOMPARE(planHash(plan), before);
        // But which tasks share their pictures is.
        plan.tasks[1].source.pictures = plan.pictures;
        QVERIFY(planHash(plan) != before);
    }

    void whatIsMissingIsNamed()
    {
        QTemporaryDir folder;
        QVERIFY(folder.isValid());
        const std::string file = folder.filePath("plan.json").toStdString();
        BenchmarkPlan plan = parseBenchmarkPlan(text, file);
        QCOMPARE(missingPictures(plan), std::vector<std::string>{"digits"});
        try {
            requirePictures(plan);
            QFAIL("pictures that are nowhere were accepted");
        } catch (const Error& error) {
            QCOMPARE(error.code, ErrorCode::FileMissing);
            QVERIFY2(error.hint.find("--pictures digits=PATH") != std::string::npos, error.hint.c_str());
        }
        QVERIFY(QDir(folder.path()).mkdir("digits"));
        plan = parseBenchmarkPlan(text, file);
        QVERIFY(missingPictures(plan).empty());
        QCOMPARE(plan.tasks[1].source.pictures, folder.filePath("digits").toStdString());
        // The name stands for what it came to, too.
        placePictures(plan, {{"digits", "/other"}});
        QCOMPARE(plan.tasks[1].source.pictures, std::string("/other"));
    }

    void unknownNamesAreRefused()
    {
        BenchmarkPlan plan = parseBenchmarkPlan(text, "plan.json");
        try {
            placePictures(plan, {{"letters", "/x"}});
            QFAIL("an unknown name was accepted");
        } catch (const Error& error) {
            QCOMPARE(error.code, ErrorCode::BadArgument);
            QVERIFY(error.expected.find("digits") != std::string::npos);
            QCOMPARE(error.found, std::string("letters"));
        }
    }
};

QTEST_GUILESS_MAIN(TestPlanPictures)
#include "tst_planpictures.moc"
