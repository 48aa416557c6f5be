// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/Correlation.h"
#include "tests/support/SmallTable.h"
#include "widgets/models/CellTableModel.h"
#include "widgets/models/CellWords.h"
#include "widgets/models/Diary.h"
#include "widgets/models/PairAnalysis.h"
#include "widgets/models/PairWords.h"
#include "widgets/models/SeedBands.h"
#include "widgets/models/VoteScene.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

using namespace ktnas;
using State = RunController::State;
using Kind = CellTableModel::Kind;

class TestModels : public QObject {
    Q_OBJECT

    std::shared_ptr<const Table> m_table = test::smallTable();

    /// The small table with holes: a task that is minimised, missing values, an attribute.
    static std::shared_ptr<const Table> tableWithHoles()
    {
        Table::Content content = test::smallTable("holes")->content();
        const double nothing = std::nan("");
        for (const std::size_t row : {3U, 77U, 4095U})
            content.tasks[0].measures[0].values[row] = nothing;
        content.tasks[0].measures[0].missing = 3;
        content.tasks[1].measures[0].direction = Direction::Minimise;
        content.tasks[1].measures[0].unit = Unit::None;
        content.tasks[1].measures[0].metric = "loss";
        Attribute size{"params_millions", {}};
        for (std::size_t row = 0; row < content.cells.size(); ++row)
            size.values.push_back(row % 7 == 0 ? nothing : static_cast<double>((row * 37) % 101) / 10);
        content.attributes.push_back(std::move(size));
        return std::make_shared<const Table>(std::move(content));
    }
    static SearchDraft draftOf(const Session& session, std::uint64_t evaluations)
    {
        SearchDraft draft = session.draft();
        draft.stop.targets.clear();
        draft.stop.evaluations = evaluations;
        return draft;
    }
    /// A finished run of KTNAS in a session on the small table.
    struct Desk {
        QTemporaryDir folder;
        Session session{test::temporaryPreferences(folder)};
    };
    void finishRun(Session& session, std::uint64_t evaluations = 160)
    {
        session.setTable(m_table);
        session.setDraft(draftOf(session, evaluations), QStringLiteral("Short"));
        RunController* run = session.startRun();
        run->resume();
        QTRY_COMPARE_WITH_TIMEOUT(run->state(), State::Finished, 60000);
    }
    static const RecordIndex& indexOf(const Session& session) { return session.currentRun()->index(); }
    template <class E> static int countEvents(const RecordIndex& index, EventIndex end)
    {
        int count = 0;
        for (EventIndex i = 0; i < end; ++i)
            count += std::holds_alternative<E>(index.events()[i]) ? 1 : 0;
        return count;
    }

    static std::vector<double> expectedKeys(const CellTableModel& model, const Session& session, int column)
    {
        const Table& table = *session.table();
        const CellTableModel::Column c = model.columns()[static_cast<std::size_t>(column)];
        std::vector<double> keys;
        const auto rank = [](std::uint32_t place) { return place == 0 ? std::nan("") : place; };
        for (int place = 0; place < model.rowCount(); ++place) {
            const std::uint32_t row = model.rowAt(place);
            switch (c.kind) {
            case Kind::Cell:
                keys.push_back(row);
                break;
            case Kind::Strip: {
                double worst = std::nan("");
                for (const Task& task : table.tasks())
                    worst = std::fmax(worst, rank(placeRanks(task.measure())[row]));
                keys.push_back(worst);
                break;
            }
            case Kind::Value:
                keys.push_back(table.tasks()[c.index].measure().values[row]);
                break;
            case Kind::Rank:
                keys.push_back(rank(placeRanks(table.tasks()[c.index].measure())[row]));
                break;
            case Kind::Attribute:
                keys.push_back(table.content().attributes[c.index].values[row]);
                break;
            case Kind::Edits: {
                const Cell here = table.space().cell(session.selection().current());
                const Cell there = table.space().cell(table.cellAt(row));
                int edits = 0;
                for (std::size_t gene = 0; gene < here.size(); ++gene)
                    edits += here[gene] != there[gene] ? 1 : 0;
                keys.push_back(edits);
                break;
            }
            case Kind::Evaluated: // what was evaluated stands first
                keys.push_back(model.index(place, column).data().toString().isEmpty() ? 1 : 0);
                break;
            }
        }
        return keys;
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void cellTableSortsByEveryColumn()
    {
        Desk desk;
        Session& session = desk.session;
        CellTableModel model(session);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        session.setTable(tableWithHoles());
        session.setCurrentCell(CellId(1234));
        QCOMPARE(model.rowCount(), 4096);
        QCOMPARE(model.columnCount(), 2 + 3 * 2 + 1 + 2);
        // A part of the rows: the expected keys rank the whole task for every row.
        auto part = std::make_shared<std::vector<std::uint32_t>>();
        for (std::uint32_t row = 3; row < 4096; row += 37)
            part->push_back(row);
        part->insert(std::upper_bound(part->begin(), part->end(), 4095U), 4095U);
        part->erase(std::unique(part->begin(), part->end()), part->end());
        model.setRows(part);
        QCOMPARE(model.rowCount(), static_cast<int>(part->size()));
        QCOMPARE(model.placeOf(4), -1);
        QCOMPARE(model.placeOf(999999), -1);
        for (int column = 0; column < model.columnCount(); ++column) {
            for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
                std::vector<std::pair<QPersistentModelIndex, std::uint32_t>> watched;
                for (int place = 0; place < model.rowCount(); place += 11)
                    watched.emplace_back(model.index(place, 1), model.rowAt(place));
                model.sort(column, order);
                for (const auto& [index, row] : watched) {
                    QCOMPARE(index.row(), model.placeOf(row));
                    QCOMPARE(index.data(CellTableModel::RowRole).toUInt(), row);
                }
                const std::vector<double> keys = expectedKeys(model, session, column);
                for (std::size_t i = 1; i < keys.size(); ++i) {
                    if (std::isnan(keys[i]))
                        continue; // what is missing stands last, whatever the order
                    QVERIFY(!std::isnan(keys[i - 1]));
                    QVERIFY(order == Qt::AscendingOrder ? keys[i - 1] <= keys[i] : keys[i - 1] >= keys[i]);
                }
                std::vector<std::uint32_t> rows;
                for (int place = 0; place < model.rowCount(); ++place) {
                    QCOMPARE(model.placeOf(model.rowAt(place)), place);
                    rows.push_back(model.rowAt(place));
                }
                std::sort(rows.begin(), rows.end());
                QCOMPARE(rows, *part);
            }
        }
        model.sort(2, Qt::DescendingOrder);
        QCOMPARE(model.index(model.rowCount() - 1, 3).data().toString(), QStringLiteral("–"));
        QCOMPARE(model.index(0, 2).data(Qt::TextAlignmentRole).toInt(),
                 int(Qt::AlignRight | Qt::AlignVCenter));
        model.setRows(std::make_shared<const std::vector<std::uint32_t>>());
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.headerData(2, Qt::Horizontal, Qt::TextAlignmentRole).toInt(),
                 int(Qt::AlignRight | Qt::AlignVCenter));
        model.setRows(nullptr);
        QCOMPARE(model.rowCount(), 4096);
        session.setTable(m_table);
        QCOMPARE(model.columnCount(), 2 + 3 * 2 + 2);
        // At first the best of the first task stands first.
        QCOMPARE(session.ranks(0)[model.rowAt(0)], 1U);
        QCOMPARE(model.index(0, 3).data().toString(), QStringLiteral("1"));
        session.closeTable();
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.columnCount(), 0);
    }

    void cellTableFollowsTheCursor()
    {
        Desk desk;
        finishRun(desk.session);
        CellTableModel model(desk.session);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const RecordIndex& index = indexOf(desk.session);
        const int column = model.columnCount() - 1;
        for (const EventIndex cursor : {EventIndex{0}, index.size() / 3, index.size()}) {
            QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
            desk.session.cursor().moveTo(cursor);
            std::set<std::uint32_t> evaluated;
            for (EventIndex i = 0; i < cursor; ++i) {
                if (const auto* event = std::get_if<Evaluated>(&index.events()[i]))
                    evaluated.insert(event->cell.value);
            }
            std::set<std::uint32_t> shown;
            for (int place = 0; place < model.rowCount(); ++place) {
                if (!model.index(place, column).data().toString().isEmpty())
                    shown.insert(model.index(place, 0).data(CellTableModel::CellRole).toUInt());
            }
            QVERIFY(shown == evaluated);
            if (cursor == index.size() / 3) {
                QVERIFY(!evaluated.empty());
                QVERIFY(!changed.isEmpty());
                QCOMPARE(changed.last()[0].toModelIndex().column(), column);
            }
        }
    }

    void words()
    {
        const auto table = tableWithHoles();
        const Space& space = table->space();
        const Measure& percent = table->tasks()[0].measure();
        const Measure& loss = table->tasks()[1].measure();
        QCOMPARE(CellWords::plainValue(percent, 91.554), QStringLiteral("91.55"));
        QVERIFY(CellWords::value(percent, 91.554).startsWith(QStringLiteral("91.55")));
        QVERIFY(CellWords::value(percent, 91.554).endsWith(u'%'));
        QCOMPARE(CellWords::value(loss, 0.59384), QStringLiteral("0.5938"));
        QVERIFY(
            !CellWords::value(percent, std::nan("")).contains(QStringLiteral("nan"), Qt::CaseInsensitive));
        QCOMPARE(CellWords::number(*table, CellId(4095)), QStringLiteral("4,095"));
        QCOMPARE(CellWords::name(*table, CellId(9)), QStringLiteral("Cell 9"));
        QCOMPARE(CellWords::size(*table, 1), QStringLiteral("3.70 M parameters"));
        QCOMPARE(CellWords::size(*table, 7), QString()); // not published
        QCOMPARE(CellWords::geneLabel(space, 0), QStringLiteral("0→1"));
        const QString spoken = CellWords::description(space, space.cell(CellId(0)));
        QCOMPARE(spoken.split(QStringLiteral(", ")).size(), static_cast<qsizetype>(space.geneCount()));
        QVERIFY(spoken.contains(QStringLiteral("on 2→3")));
        Task task = table->tasks()[0];
        task.epochs = 200;
        task.trials = 3;
        const QString passport = CellWords::passport(task);
        for (const char* fact : {"validation", "accuracy, %", "larger is better", "200 epochs", "3 trials",
                                 "3 cells not published"})
            QVERIFY2(passport.contains(QString::fromLatin1(fact)), qPrintable(passport));
        QVERIFY(CellWords::passport(table->tasks()[1]).contains(QStringLiteral("smaller is better")));
        QCOMPARE(CellWords::shortPassport(task), QStringLiteral("validation, 200 epochs"));
    }

    void diarySaysWhatHappened()
    {
        Desk desk;
        Session& session = desk.session;
        finishRun(session);
        const RecordIndex& index = indexOf(session);
        const int all = 1000000;
        const std::vector<DiaryLine> lines = Diary::lines(session, index.size(), all);
        QVERIFY(lines.size() > 20);
        const QRegularExpression chose(QStringLiteral("^Chose (\\d+) migrants from (\\d+) candidates"));
        const QRegularExpression survived(
            QStringLiteral("^(\\d+) of (\\d+) migrants survived; (\\d+) labelled \\+1"));
        int said[5] = {};
        for (std::size_t i = 0; i < lines.size(); ++i) {
            QVERIFY(lines[i].at > 0 && lines[i].at <= index.size());
            QVERIFY(index.stateAt(lines[i].at).generation == lines[i].generation);
            if (i > 0) {
                QVERIFY(lines[i - 1].generation <= lines[i].generation);
                QVERIFY(lines[i - 1].at <= lines[i].at);
            }
            if (const auto match = chose.match(lines[i].text); match.hasMatch())
                said[0] += match.captured(1).toInt();
            if (const auto match = survived.match(lines[i].text); match.hasMatch()) {
                for (int k = 1; k <= 3; ++k)
                    said[k] += match.captured(k).toInt();
            }
        }
        // The same by counting events: migrants of (task, generation)s that have labels.
        int joined = 0;
        int born = 0;
        int positive = 0;
        for (std::uint16_t t = 0; t < 3; ++t) {
            std::set<std::uint32_t> closed;
            for (const MemberId migrant : index.migrants(TaskId(t))) {
                if (index.life(migrant).labelledAt != 0)
                    closed.insert(index.life(migrant).generation);
            }
            for (const MemberId migrant : index.migrants(TaskId(t))) {
                const RecordIndex::Life& life = index.life(migrant);
                if (!closed.contains(life.generation))
                    continue;
                ++born;
                joined += life.joinedAt != 0 ? 1 : 0;
                positive += life.label > 0 ? 1 : 0;
            }
        }
        QVERIFY(born > 0);
        QCOMPARE(said[0], countEvents<Chosen>(index, index.size()));
        QCOMPARE(said[1], joined);
        QCOMPARE(said[2], born);
        QCOMPARE(said[3], positive);

        const auto isSame = [](const DiaryLine& a, const DiaryLine& b) {
            return a.at == b.at && a.generation == b.generation && a.task == b.task && a.text == b.text;
        };
        const std::vector<DiaryLine> last = Diary::lines(session, index.size(), 7);
        QCOMPARE(last.size(), std::size_t{7});
        QVERIFY(std::equal(last.begin(), last.end(), lines.end() - 7, isSame));
        QVERIFY(Diary::lines(session, 0, all).empty());
        // At the end of a generation it is a prefix; inside one, all before the generation is.
        for (EventIndex cursor = 1; cursor < index.size(); cursor += 29) {
            const std::vector<DiaryLine> some = Diary::lines(session, cursor, all);
            const std::uint32_t generation = index.stateAt(cursor).generation;
            std::size_t before = 0;
            while (before < lines.size() && lines[before].generation < generation)
                ++before;
            QVERIFY(some.size() >= before);
            QVERIFY(std::equal(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(before),
                               some.begin(), isSame));
            for (const DiaryLine& line : some)
                QVERIFY(line.at <= cursor);
        }
        for (const EventIndex boundary : index.generations()) {
            const std::vector<DiaryLine> some = Diary::lines(session, boundary, all);
            QVERIFY(std::equal(some.begin(), some.end(), lines.begin(), isSame));
        }
    }

    void voteScenesAreTheEvents()
    {
        Desk desk;
        Session& session = desk.session;
        QVERIFY(VoteScene::at(session, TaskId(0)).isEmpty());
        finishRun(session);
        const RecordIndex& index = indexOf(session);
        QVERIFY(VoteScene::at(session, TaskId(7)).isEmpty());
        int elections = 0;
        int withVotes = 0;
        for (const EventIndex cursor : index.generations()) {
            session.cursor().moveTo(cursor);
            for (std::uint16_t t = 0; t < 3; ++t) {
                const TaskId task(t);
                const VoteScene scene = VoteScene::at(session, task);
                if (scene.candidates.empty())
                    continue;
                ++elections;
                // Events of the generation of that election.
                std::map<std::uint32_t, int> phi;
                std::set<std::uint32_t> chosen;
                int votes = 0;
                int drawn = 0;
                for (EventIndex i = index.generations()[scene.generation]; i < cursor; ++i) {
                    const Event& event = index.events()[i];
                    if (std::holds_alternative<GenerationBegan>(event)
                        && i > index.generations()[scene.generation])
                        break;
                    if (const auto* candidate = std::get_if<Candidate>(&event);
                        candidate != nullptr && candidate->task == task)
                        phi[candidate->cell.value] += 0;
                    if (const auto* vote = std::get_if<Voted>(&event);
                        vote != nullptr && vote->task == task) {
                        phi[vote->candidate.value] += vote->label;
                        ++votes;
                    }
                    if (const auto* one = std::get_if<Chosen>(&event); one != nullptr && one->task == task) {
                        chosen.insert(one->cell.value);
                        drawn += one->drawn ? 1 : 0;
                    }
                }
                QCOMPARE(scene.candidates.size(), phi.size());
                QCOMPARE(static_cast<int>(scene.voters.size()), votes);
                withVotes += votes > 0 ? 1 : 0;
                std::vector<int> shown(scene.candidates.size(), 0);
                for (const VoteScene::Voter& voter : scene.voters) {
                    QVERIFY(voter.candidate >= 0);
                    shown[static_cast<std::size_t>(voter.candidate)] += voter.label;
                    QCOMPARE(index.life(voter.member).birth.cell, voter.cell);
                }
                std::size_t chosenCount = 0;
                for (std::size_t c = 0; c < scene.candidates.size(); ++c) {
                    const VoteScene::Contender& contender = scene.candidates[c];
                    QCOMPARE(contender.phi, phi.at(contender.cell.value));
                    QCOMPARE(contender.phi, shown[c]);
                    QCOMPARE(contender.chosen, chosen.contains(contender.cell.value));
                    QCOMPARE(contender.truth, session.ranks(t)[contender.cell.value]);
                    QVERIFY(!contender.sources.empty());
                    chosenCount += contender.chosen ? 1 : 0;
                    if (c > 0) {
                        QVERIFY(scene.candidates[c - 1].chosen >= contender.chosen);
                        if (scene.candidates[c - 1].chosen == contender.chosen)
                            QVERIFY(scene.candidates[c - 1].phi >= contender.phi);
                    }
                }
                QCOMPARE(chosenCount, chosen.size());
                const QString finding = scene.finding();
                const QString head = QStringLiteral("%1 %2 from %3")
                                         .arg(chosen.size())
                                         .arg(votes == 0 ? QStringLiteral("drawn") : QStringLiteral("chosen"))
                                         .arg(phi.size());
                if (!chosen.empty())
                    QVERIFY2(finding.startsWith(head), qPrintable(finding));
                if (votes > 0 && drawn > 0)
                    QVERIFY2(finding.contains(QStringLiteral("%1 drawn").arg(drawn)), qPrintable(finding));
                const CellId first = scene.candidates.front().cell;
                QVERIFY(scene.why(session, first).contains(u'φ'));
                QVERIFY(scene.truth(session, first)
                            .contains(QStringLiteral("of the %1 candidates").arg(phi.size())));
                CellId other(0);
                while (phi.contains(other.value))
                    other = CellId(other.value + 1);
                QVERIFY(scene.why(session, other).contains(QStringLiteral("no candidate")));
                QVERIFY(scene.truth(session, other).isEmpty());
            }
        }
        QVERIFY(elections > 10);
        QVERIFY(withVotes > 5);
    }

    void fatesAreTheBirths()
    {
        Desk desk;
        Session& session = desk.session;
        QCOMPARE(MigrantFates::at(session).total, 0);
        finishRun(session);
        const RecordIndex& index = indexOf(session);
        for (EventIndex cursor = 0; cursor <= index.size(); cursor += index.size() / 5) {
            session.cursor().moveTo(cursor);
            std::map<std::uint32_t, std::pair<std::size_t, MigrantFates::Fate>> fates;
            for (EventIndex i = 0; i < cursor; ++i) {
                const Event& event = index.events()[i];
                if (const auto* born = std::get_if<Born>(&event);
                    born != nullptr && born->origin == Origin::Migrant)
                    fates[born->member.value] = {std::size_t{born->source.value} * 3 + born->task.value,
                                                 MigrantFates::Lost};
                else if (const auto* joined = std::get_if<Joined>(&event);
                         joined != nullptr && fates.contains(joined->member.value))
                    fates[joined->member.value].second = MigrantFates::Survived;
                else if (const auto* labelled = std::get_if<Labelled>(&event);
                         labelled != nullptr && labelled->label > 0)
                    fates[labelled->member.value].second = MigrantFates::Positive;
            }
            std::vector<int> expected(27, 0);
            for (const auto& [member, fate] : fates)
                ++expected[fate.first * 3 + fate.second];
            const MigrantFates shown = MigrantFates::at(session);
            QCOMPARE(shown.total, static_cast<int>(fates.size()));
            QCOMPARE(shown.counts, expected);
            QCOMPARE(shown.byFate[0] + shown.byFate[1] + shown.byFate[2], shown.total);
            for (std::size_t t = 0; t < 3; ++t)
                QCOMPARE(shown.count(t, t, MigrantFates::Lost) + shown.count(t, t, MigrantFates::Survived),
                         0);
            if (shown.total > 0)
                QVERIFY(shown.finding().startsWith(QStringLiteral("%1 of %2 migrants")
                                                       .arg(shown.total - shown.byFate[MigrantFates::Lost])
                                                       .arg(shown.total)));
        }
    }

    void auditIsTauOfEveryElection()
    {
        Desk desk;
        Session& session = desk.session;
        session.setTable(m_table);
        session.setDraft(draftOf(session, 160), QStringLiteral("Short"));
        RunController* run = session.startRun();
        PhiAudit inPieces;
        inPieces.follow(session);
        QVERIFY(inPieces.points().empty());
        for (int i = 0; i < 3; ++i) {
            run->stepGeneration();
            QTRY_COMPARE(run->state(), State::Paused);
            inPieces.follow(session);
        }
        for (int i = 0; i < 5; ++i) {
            run->stepEvaluation();
            QTRY_COMPARE(run->state(), State::Paused);
            inPieces.follow(session);
        }
        run->resume();
        QTRY_COMPARE_WITH_TIMEOUT(run->state(), State::Finished, 60000);
        inPieces.follow(session);
        PhiAudit atOnce;
        atOnce.follow(session);

        const RecordIndex& index = run->index();
        std::vector<PhiAudit::Point> expected;
        for (std::size_t g = 0; g < index.generations().size(); ++g) {
            // The run is over, so its last elections count too.
            const EventIndex end =
                g + 1 < index.generations().size() ? index.generations()[g + 1] : index.size();
            for (std::uint16_t t = 0; t < 3; ++t) {
                std::map<std::uint32_t, double> phi;
                for (EventIndex i = index.generations()[g]; i < end; ++i) {
                    const Event& event = index.events()[i];
                    if (const auto* candidate = std::get_if<Candidate>(&event);
                        candidate != nullptr && candidate->task.value == t)
                        phi[candidate->cell.value] += 0;
                    if (const auto* vote = std::get_if<Voted>(&event);
                        vote != nullptr && vote->task.value == t)
                        phi[vote->candidate.value] += vote->label;
                }
                if (phi.size() < 2)
                    continue;
                std::vector<double> x;
                std::vector<double> y;
                for (const auto& [cell, value] : phi) {
                    x.push_back(value);
                    y.push_back(m_table->tasks()[t].measure().values[cell]);
                }
                expected.push_back(
                    {static_cast<std::uint32_t>(g), end, TaskId(t), kendallTauB(x, y), phi.size()});
            }
        }
        QVERIFY(expected.size() > 10);
        int defined = 0;
        for (const PhiAudit* audit : {&atOnce, &inPieces}) {
            QCOMPARE(audit->points().size(), expected.size());
            for (std::size_t i = 0; i < expected.size(); ++i) {
                const PhiAudit::Point& point = audit->points()[i];
                QCOMPARE(point.generation, expected[i].generation);
                QCOMPARE(point.at, expected[i].at);
                QCOMPARE(point.task, expected[i].task);
                QCOMPARE(point.candidates, expected[i].candidates);
                QCOMPARE(std::isnan(point.tau), std::isnan(expected[i].tau));
                if (!std::isnan(point.tau)) {
                    QVERIFY(std::abs(point.tau - expected[i].tau) < 1e-12);
                    ++defined;
                }
            }
        }
        QVERIFY(defined > 4);
        session.closeRun(run);
        atOnce.follow(session);
        QVERIFY(atOnce.points().empty());
    }

    void pairAnalysisIsTheCore()
    {
        Desk desk;
        Session& session = desk.session;
        PairAnalysis analysis(session);
        QVERIFY(analysis.matrix() == nullptr && analysis.pair() == nullptr);
        QSignalSpy matrixChanged(&analysis, &PairAnalysis::matrixChanged);
        QSignalSpy pairReady(&analysis, &PairAnalysis::pairReady);
        session.setTable(m_table);
        QVERIFY(analysis.matrix() == nullptr && analysis.pair() == nullptr);
        QTRY_VERIFY(analysis.matrix() != nullptr && analysis.pair() != nullptr);
        QVERIFY(!matrixChanged.isEmpty() && !pairReady.isEmpty());
        const auto check = [&](Agreement measure, double depth) {
            const AgreementMatrix& matrix = *analysis.matrix();
            QCOMPARE(matrix.measure, measure);
            QCOMPARE(matrix.depth, depth);
            for (std::size_t s = 0; s < 3; ++s) {
                for (std::size_t t = 0; t < 3; ++t) {
                    const Measure& source = m_table->tasks()[s].measure();
                    const double expected = s == t
                        ? noiseCeiling(*m_table, source, measure, depth, 1, 200).value().median
                        : agreementAt(source, m_table->tasks()[t].measure(), measure, depth);
                    QCOMPARE(matrix.values[s * 3 + t], expected);
                }
            }
        };
        check(Agreement::Spearman, 0.2);
        matrixChanged.clear();
        analysis.setMeasure(Agreement::Overlap);
        analysis.setDepth(0.5);
        QTRY_VERIFY(!matrixChanged.isEmpty());
        QTRY_COMPARE(analysis.matrix()->measure, Agreement::Overlap);
        check(Agreement::Overlap, 0.5);
        session.setPair({2, 1});
        QTRY_VERIFY(analysis.analysed() == (TaskPair{2, 1}));
        DisorderOptions options;
        options.depths = PairAnalysis::depths();
        const Disorder expected =
            disorder(*m_table, m_table->tasks()[2].measure(), m_table->tasks()[1].measure(), options);
        QCOMPARE(analysis.pair()->spearman, expected.spearman);
        QCOMPARE(analysis.pair()->bestSourceRankOnTarget, expected.bestSourceRankOnTarget);
        QCOMPARE(analysis.pair()->depths.size(), expected.depths.size());
        for (std::size_t i = 0; i < expected.depths.size(); ++i) {
            const DepthPoint& point = analysis.pair()->depths[i];
            QCOMPARE(point.kendall, expected.depths[i].kendall);
            QCOMPARE(point.ceiling.has_value(), expected.depths[i].ceiling.has_value());
            if (point.ceiling)
                QCOMPARE(point.ceiling->low, expected.depths[i].ceiling->low);
        }
        QVERIFY(analysis.pair()->blame.has_value());
        QCOMPARE(analysis.pair()->blame->share, expected.blame->share);
        // Another table: nothing of the old one is shown, not even for the moment.
        session.setTable(test::smallTable("another"));
        QVERIFY(analysis.matrix() == nullptr && analysis.pair() == nullptr);
        QTRY_VERIFY(analysis.matrix() != nullptr && analysis.pair() != nullptr);
        session.closeTable();
        QVERIFY(analysis.matrix() == nullptr && analysis.pair() == nullptr);
    }

    void pairWordsClaimOnlyWhatBandsAllow()
    {
        Desk desk;
        Session& session = desk.session;
        session.setTable(tableWithHoles());
        const TaskPair pair{0, 2};
        Stream draws({.seed = 11});
        int disorders = 0;
        int noises = 0;
        for (int trial = 0; trial < 500; ++trial) {
            Disorder found;
            found.cells = 4096;
            found.spearman = 0.6;
            found.bestSourceRankOnTarget = 800;
            bool isBelow = false;
            bool isSeparate = false;
            double deepest = 0;
            for (const double depth : {1.0, 0.5, 0.2, 0.05}) {
                DepthPoint point;
                point.depth = depth;
                point.cells = 100;
                const double ceiling = draws.unit();
                const double same = draws.unit();
                const double width = 0.3 * draws.unit();
                if (draws.unit() < 0.9) {
                    point.ceiling = Band{ceiling, ceiling - width, ceiling + width};
                    point.sameCells = Band{same, same - width, same + width};
                    if (point.ceiling->low > point.sameCells->high) {
                        isBelow = isBelow || depth == 0.5 || depth == 0.2;
                        isSeparate = true;
                        deepest = std::max(deepest, depth);
                    }
                }
                found.depths.push_back(point);
            }
            const QString words = PairWords::inPlainWords(session, pair, found).join(u' ');
            QCOMPARE(words.contains(QStringLiteral(": disorder")), isBelow);
            disorders += isBelow ? 1 : 0;
            noises += words.contains(QStringLiteral("noise cannot be ruled out")) ? 1 : 0;
            const QString finding = PairWords::curveFinding(session, pair, found);
            QCOMPARE(finding.contains(QStringLiteral("is below the noise ceiling")), isSeparate);
            if (isSeparate && deepest < 1)
                QVERIFY(finding.contains(QString::number(std::lround(deepest * 100))));
        }
        QVERIFY(disorders > 50 && noises > 50);
        // The best cell: the first of those with the best value, whatever is better, and never a hole.
        Measure measure;
        measure.values = {std::nan(""), 2, 5, 1, 5, 1};
        QCOMPARE(PairWords::bestRow(measure), std::size_t{2});
        measure.direction = Direction::Minimise;
        QCOMPARE(PairWords::bestRow(measure), std::size_t{3});
        Disorder found = disorder(*session.table(), session.table()->tasks()[0].measure(),
                                  session.table()->tasks()[2].measure(), {.draws = 0});
        const QString trust = PairWords::trust(session, pair, found);
        QVERIFY2(
            trust.contains(
                QStringLiteral("rank %1 of 4,093").arg(QLocale().toString(found.bestSourceRankOnTarget))),
            qPrintable(trust));
    }

    void seedBandsAreOtherRuns()
    {
        Desk desk;
        Session& session = desk.session;
        SeedBands bands(session);
        QVERIFY(bands.bands().empty());
        session.setTable(m_table);
        SearchDraft draft = draftOf(session, 30);
        draft.method = QStringLiteral("rea");
        draft.seed = 17;
        session.setDraft(draft, QStringLiteral("Short"));
        RunController* run = session.startRun();
        QSignalSpy changed(&bands, &SeedBands::changed);
        QTRY_VERIFY_WITH_TIMEOUT(!bands.bands().empty(), 60000);
        QCOMPARE(bands.bands().size(), std::size_t{3});
        std::vector<std::vector<std::vector<std::uint32_t>>> ranks(
            3, std::vector<std::vector<std::uint32_t>>(30)); // by task, by evaluation: one a seed
        for (std::uint64_t seed = 1; seed <= SeedBands::seedCount; ++seed) {
            RunHeader header = run->header();
            header.seed = seed;
            Run other(header, run->problem());
            while (other.advance(1000)) { }
            std::vector<std::uint32_t> best(3, UINT32_MAX);
            std::vector<std::size_t> count(3, 0);
            for (EventIndex i = 0; i < other.record().events.size(); ++i) {
                if (const auto* event = std::get_if<Evaluated>(&other.record().events[i]);
                    event != nullptr && event->counted) {
                    const std::size_t t = event->task.value;
                    best[t] = std::min(best[t], session.ranks(t)[event->cell.value]);
                    ranks[t][count[t]++].push_back(best[t]);
                }
            }
        }
        for (std::size_t t = 0; t < 3; ++t) {
            QCOMPARE(bands.bands()[t].low.size(), std::size_t{30});
            QCOMPARE(bands.bands()[t].high.size(), std::size_t{30});
            for (std::size_t e = 0; e < 30; ++e) {
                std::vector<std::uint32_t>& all = ranks[t][e];
                std::sort(all.begin(), all.end());
                QCOMPARE(all.size(), std::size_t{SeedBands::seedCount});
                QCOMPARE(bands.bands()[t].low[e], all[30]);
                QCOMPARE(bands.bands()[t].high[e], all[270]);
            }
        }
        session.closeRun(run);
        QVERIFY(bands.bands().empty());
    }

    void seedBandsOfEndlessRunsEnd()
    {
        Desk desk;
        Session& session = desk.session;
        SeedBands bands(session);
        session.setTable(m_table);
        SearchDraft draft = session.draft();
        draft.method = QStringLiteral("random");
        draft.stop = {};
        draft.stop.targets.assign(3, 1e9);
        session.setDraft(draft, QStringLiteral("Endless"));
        session.startRun();
        QTRY_VERIFY_WITH_TIMEOUT(!bands.bands().empty(), 120000);
        // The budget is shared as the method shares it out, so a task may get a little more than its part.
        QVERIFY(bands.bands()[0].low.size() <= 2 * SeedBands::longestRun);
        QVERIFY(bands.bands()[0].low.size() >= SeedBands::longestRun / 2);
    }
};

QTEST_MAIN(TestModels)
#include "tst_models.moc"
