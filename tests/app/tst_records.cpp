// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Checks.h"
#include "core/base/Text.h"
#include "core/tables/WriteTable.h"
#include "tests/app/CommandLine.h"
#include "tests/support/FileSizeLimit.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace ktnas;
using ktnas::test::call;

namespace {

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

class TestRecords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_table = path("made-up.csv");
        writeTable(m_table, *cli::madeUpTable());
        writeFile(path("made-up-zero-cost.csv"), proxiesCsv(*cli::madeUpTable()));
        m_record = path("a.ktr");
        const auto outcome =
            call({"search", m_table, "--seed", "3", "--evaluations", "100", "--record", m_record, "--json"});
        QVERIFY2(outcome.code == 0, outcome.err.c_str());
        m_search = outcome.json();
    }

    void replayGivesTheSearchsResult()
    {
        const auto outcome = call({"replay", m_record, "--json"});
        QCOMPARE(outcome.code, 0);
        QCOMPARE(outcome.err, std::string());
        const auto json = outcome.json();
        KTNAS_COMPARE_JSON(json["hash"], m_search["hash"]);
        KTNAS_COMPARE_JSON(json["hash_at"], m_search["hash"]);
        KTNAS_COMPARE_JSON(json["events"], m_search["events"]);
        KTNAS_COMPARE_JSON(json["at"], m_search["events"]);
        KTNAS_COMPARE_JSON(json["finished"], true);
        QVERIFY(json["dropped"].is_null());
        for (std::size_t i = 0; i < 2; ++i) {
            KTNAS_COMPARE_JSON(json["tasks"][i]["best"], m_search["tasks"][i]["best"]);
            KTNAS_COMPARE_JSON(json["tasks"][i]["evaluations"], 100);
            QCOMPARE(json["tasks"][i]["population"].size(), std::size_t{10});
        }
        QVERIFY(has(call({"replay", m_record}).out, "hash " + json["hash"].get<std::string>()));
    }

    void anyEventIsReachable()
    {
        const auto start = call({"replay", m_record, "--at", "0", "--json"}).json();
        KTNAS_COMPARE_JSON(start["evaluations"], 0);
        QVERIFY(start["tasks"][0]["best"].is_null());
        QVERIFY(start["hash_at"] != start["hash"]);
        const auto middle = call({"replay", m_record, "--at", "300", "--json"}).json();
        QVERIFY(middle["evaluations"].get<int>() > 0 && middle["evaluations"].get<int>() < 200);
        const auto beyond = call({"replay", m_record, "--at", "100000"});
        QCOMPARE(beyond.code, 2);
        QVERIFY(
            has(beyond.err, "--at: the command line cannot be used; expected an event of the record, 0 to "));
    }

    void theMethodGivesTheEventsAgain()
    {
        const auto json = call({"replay", m_record, "--verify", "--json"}).json();
        KTNAS_COMPARE_JSON(json["verified"], true);
    }

    void aRecordFitsItsOwnTableOnly()
    {
        const auto other =
            call({"replay", m_record, "--verify", "--table", KTNAS_TEST_DATA "/tables/small.csv"});
        QCOMPARE(other.code, 3);
        QVERIFY(has(other.err, "small.csv: the record does not belong to this table"));
        // Without its table a record still shows all but rows and ranks.
        QVERIFY(QFile::rename(QString::fromStdString(m_table), QString::fromStdString(path("moved.csv"))));
        const auto alone = call({"replay", m_record, "--json"});
        const auto away = call({"replay", m_record, "--verify"});
        const auto noProxies = call({"replay", m_record, "--verify", "--table", path("moved.csv")});
        const auto found = call({"replay", m_record, "--verify", "--table", path("moved.csv"), "--proxies",
                                 path("made-up-zero-cost.csv")});
        QVERIFY(QFile::rename(QString::fromStdString(path("moved.csv")), QString::fromStdString(m_table)));
        QCOMPARE(alone.code, 0);
        const auto best = alone.json()["tasks"][0]["best"];
        QVERIFY(best["rank"].is_null() && best["index"].is_null() && best["value"].is_number());
        QCOMPARE(away.code, 3);
        QVERIFY(has(away.err, "say with --table where it is now"));
        QCOMPARE(noProxies.code, 3);
        QVERIFY(has(noProxies.err, "Give the proxies that the record was made with"));
        QCOMPARE(found.code, 0);
    }

    void infoKnowsRecords()
    {
        const auto json = call({"info", m_record, "--json"}).json();
        KTNAS_COMPARE_JSON(json["kind"], "record");
        KTNAS_COMPARE_JSON(json["method"], "ktnas");
        KTNAS_COMPARE_JSON(json["hash"], m_search["hash"]);
        KTNAS_COMPARE_JSON(json["evaluations"], 200);
        QVERIFY(has(call({"info", m_record}).out, "record of a ktnas run"));
    }

    void aTornRecordOpensAndSaysWhatIsGone()
    {
        const std::string whole = readFile(m_record);
        const std::string torn = path("torn.ktr");
        writeFile(torn, std::string_view(whole).substr(0, whole.size() - whole.size() / 5));
        const auto outcome = call({"replay", torn, "--json"});
        QCOMPARE(outcome.code, 0);
        QVERIFY(has(outcome.err, torn) && has(outcome.err, "byte "));
        const auto json = outcome.json();
        QVERIFY(json["dropped"].is_string());
        KTNAS_COMPARE_JSON(json["finished"], false);
    }

    void aForkSharesTheBeginning()
    {
        const std::string branch = path("b.ktr");
        const auto outcome =
            call({"fork", m_record, "--at", "400", "--set", "transfer=none", "--record", branch, "--json"});
        QVERIFY2(outcome.code == 0, outcome.err.c_str());
        const auto json = outcome.json();
        KTNAS_COMPARE_JSON(json["fork"]["parent"], m_search["hash"]);
        const auto at = json["fork"]["at"].get<std::uint64_t>();
        QVERIFY(at >= 400);
        QVERIFY(json["hash"] != m_search["hash"]);
        KTNAS_COMPARE_JSON(json["tasks"][0]["evaluations"], 100);
        const auto parentThere = call({"replay", m_record, "--at", std::to_string(at), "--json"}).json();
        const auto branchThere = call({"replay", branch, "--at", std::to_string(at), "--json"}).json();
        KTNAS_COMPARE_JSON(branchThere["tasks"], parentThere["tasks"]);
        const auto verified = call({"replay", branch, "--verify", "--json"});
        QVERIFY2(verified.code == 0, verified.err.c_str());
        KTNAS_COMPARE_JSON(verified.json()["fork_of"], m_search["hash"]);
        KTNAS_COMPARE_JSON(verified.json()["hash"], json["hash"]);
        // A fork may also change who learns from whom.
        const auto learners =
            call({"fork", m_record, "--at", "400", "--learn-from", "first=second", "--json"});
        QCOMPARE(learners.code, 0);
        QVERIFY(learners.json()["hash"] != json["hash"]);
    }

    void aForkDoesNotReplaceItsParent()
    {
        const auto outcome = call({"fork", m_record, "--at", "10", "--set", "n=1", "--record", m_record});
        QCOMPARE(outcome.code, 2);
        QVERIFY(has(outcome.err, "found the file that the run reads"));
        KTNAS_COMPARE_JSON(call({"replay", m_record, "--json"}).json()["hash"], m_search["hash"]);
        const auto unknown = call({"fork", m_record, "--at", "10", "--set", "migrants=1"});
        QCOMPARE(unknown.code, 2);
    }

    void aStoppedSearchKeepsItsRecord()
    {
        std::stop_source source;
        source.request_stop();
        const std::string stopped = path("stopped.ktr");
        const auto outcome = call({"search", m_table, "--evaluations", "100", "--record", stopped, "--json"},
                                  source.get_token());
        QCOMPARE(outcome.code, 130);
        QCOMPARE(outcome.out, std::string());
        QVERIFY(has(outcome.err, "stopped.ktr: cancelled. The record has the "));
        const auto json = call({"replay", stopped, "--json"}).json();
        KTNAS_COMPARE_JSON(json["finished"], false);
        QVERIFY(json["dropped"].is_null());
    }

    // The record stops growing in the middle of the search: the result is printed all the same, the exit code
    // says that something failed, and the file holds what went in.
    void aDiskThatFillsUpLosesNoResult()
    {
        const std::string full = path("full.ktr");
        const std::vector<std::string> words{"search", m_table,    "--seed", "3",     "--evaluations",
                                             "100",    "--record", full,     "--json"};
        test::Outcome outcome;
        {
            const test::FileSizeLimit limit(4096);
            outcome = call(words);
        }
        QCOMPARE(outcome.code, 1);
        QVERIFY2(has(outcome.err, "full.ktr: the file could not be written; found File too large"),
                 outcome.err.c_str());
        KTNAS_COMPARE_JSON(outcome.json()["hash"], m_search["hash"]);
        const auto replayed = call({"replay", full, "--json"});
        QCOMPARE(replayed.code, 0);
        KTNAS_COMPARE_JSON(replayed.json()["finished"], false);
    }

    void aFullDiskIsSaidBeforeTheSearch()
    {
        const std::string full = path("device.ktr");
        QVERIFY(QFile::link(QStringLiteral("/dev/full"), QString::fromStdString(full)));
        const auto outcome = call({"search", m_table, "--evaluations", "100", "--record", full, "--json"});
        QCOMPARE(outcome.code, 1);
        QCOMPARE(outcome.out, std::string());
        QVERIFY(has(outcome.err, "device.ktr: the file could not be written; found No space left on device"));
    }

    void progressIsOnOneLineThatGoesAway()
    {
        const auto quiet = call({"search", m_table, "--evaluations", "100"});
        QCOMPARE(quiet.err, std::string());
        const auto shown = call({"search", m_table, "--evaluations", "7000", "--set", "K=20"}, {}, true);
        QCOMPARE(shown.code, 0);
        QVERIFY(shown.err.empty() || shown.err.ends_with("\r\033[K"));
        QCOMPARE(std::count(shown.err.begin(), shown.err.end(), '\n'), std::ptrdiff_t{0});
    }

private:
    std::string path(const char* name) const
    {
        return m_folder.filePath(QString::fromLatin1(name)).toStdString();
    }

    QTemporaryDir m_folder;
    std::string m_table;
    std::string m_record;
    nlohmann::json m_search;
};

QTEST_GUILESS_MAIN(TestRecords)
#include "tst_records.moc"
