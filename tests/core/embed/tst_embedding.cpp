// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embed/Embedding.h"

#include "core/base/Error.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>
#include <numeric>
#include <set>

using namespace ktnas;

namespace {

Error errorOf(const std::function<void()>& action)
{
    try {
        action();
    } catch (const Error& error) {
        return error;
    }
    return Error(ErrorCode::Internal).butFound("no error");
}

std::vector<float> row(const Embedding& embedding, CellId cell)
{
    const auto values = embedding.of(cell);
    return {values.begin(), values.end()};
}

/// One embedding a method and space for the whole program: they are the costly part.
const Embedding& embeddingOf(const std::string& space, const std::string& method)
{
    static std::map<std::pair<std::string, std::string>, std::shared_ptr<const Embedding>> made;
    auto& slot = made[{space, method}];
    if (!slot)
        slot = makeEmbedding(*spaceById(space), method, 7);
    return *slot;
}

} // namespace

class TestEmbedding : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shapes_data()
    {
        QTest::addColumn<QString>("space");
        QTest::addColumn<QString>("method");
        QTest::addColumn<int>("dimensions");
        const std::map<QString, std::array<int, 2>> dimensions{{"onehot", {30, 24}},
                                                               {"path", {100, 48}},
                                                               {"wl", {256, 256}},
                                                               {"node2vec", {128, 128}},
                                                               {"random_vectors", {128, 128}}};
        for (const std::string& method : embeddingMethods()) {
            const QString name = QString::fromStdString(method);
            QTest::addRow("%s nas", method.c_str())
                << QStringLiteral("nas-bench-201") << name << dimensions.at(name)[0];
            QTest::addRow("%s micro", method.c_str())
                << QStringLiteral("transnas-bench-101-micro") << name << dimensions.at(name)[1];
        }
    }
    void shapes()
    {
        QFETCH(QString, space);
        QFETCH(QString, method);
        QFETCH(int, dimensions);
        const Embedding& embedding = embeddingOf(space.toStdString(), method.toStdString());
        QCOMPARE(embedding.method, method.toStdString());
        QCOMPARE(embedding.count, std::size_t{*spaceById(space.toStdString())->cellCount()});
        QCOMPARE(embedding.dimensions, static_cast<std::size_t>(dimensions));
        QCOMPARE(embedding.values.size(), embedding.count * embedding.dimensions);
        QVERIFY(std::ranges::all_of(embedding.values, [](float value) { return std::isfinite(value); }));
        QVERIFY(std::ranges::any_of(embedding.values, [](float value) { return value != 0; }));
    }

    void unknownMethodsAndSpaces()
    {
        const Error unknown = errorOf([] { (void)makeEmbedding(*spaceById("micro-4op"), "node2vecs", 1); });
        QVERIFY(unknown.code == ErrorCode::BadSettingValue);
        QVERIFY(unknown.expected.find("random_vectors") != std::string::npos);
        QVERIFY(unknown.hint.find("node2vec") != std::string::npos);
        QVERIFY(errorOf([] { (void)makeEmbedding(*spaceById("darts-5x9"), "onehot", 1); }).code
                == ErrorCode::BadSettingValue);
    }

    void stoppedWorkIsCancelled()
    {
        std::stop_source source;
        source.request_stop();
        for (const std::string& method : embeddingMethods())
            QVERIFY(errorOf([&] {
                        (void)makeEmbedding(*spaceById("micro-4op"), method, 1, source.get_token());
                    }).code
                    == ErrorCode::Cancelled);
    }

    void sameBitsForAnyNumberOfThreads()
    {
        for (const std::string& method : embeddingMethods()) {
            std::vector<std::shared_ptr<const Embedding>> made;
            for (const char* threads : {"1", "2", "5"}) {
                qputenv("KTNAS_THREADS", threads);
                made.push_back(makeEmbedding(*spaceById("micro-4op"), method, 3));
            }
            qunsetenv("KTNAS_THREADS");
            QVERIFY2(made[0]->values == made[1]->values && made[0]->values == made[2]->values,
                     method.c_str());
        }
    }

    void theSeedMattersForTwoMethodsOnly()
    {
        const auto space = spaceById("micro-4op");
        for (const std::string& method : embeddingMethods()) {
            const bool same =
                makeEmbedding(*space, method, 1)->values == makeEmbedding(*space, method, 2)->values;
            QCOMPARE(same, method != "node2vec" && method != "random_vectors");
        }
    }

    // Six ones of equal weight: the cosine is the share of equal genes, exactly.
    void cosineOfOneHotCountsEqualGenes()
    {
        const auto space = spaceById("nas-bench-201");
        const Embedding& embedding = embeddingOf("nas-bench-201", "onehot");
        Stream stream({41, Purpose::Test, 0, 0, 0});
        for (int i = 0; i < 2000; ++i) {
            const CellId a(stream.below(15625));
            const CellId b(stream.below(15625));
            const int distance = Space::editDistance(space->cell(a), space->cell(b));
            QCOMPARE(cosine(embedding.of(a), embedding.of(b)), (6 - distance) / 6.0);
        }
    }

    void cosineByHand()
    {
        const auto of = [](std::vector<float> a, std::vector<float> b) { return cosine(a, b); };
        QCOMPARE(of({3, 4}, {4, 3}), 0.96);
        QCOMPARE(of({1, 0}, {0, 5}), 0.0);
        QCOMPARE(of({1, 2, 2}, {-2, -4, -4}), -1.0);
        QCOMPARE(of({1, 1}, {1, 0}), std::sqrt(0.5));
        QCOMPARE(of({0, 0}, {1, 2}), 0.0);
        QCOMPARE(of({}, {}), 0.0);
        QCOMPARE(of({0.1F, 0.7F, -0.3F}, {0.1F, 0.7F, -0.3F}), 1.0);
    }

    void pathsByHand()
    {
        const auto space = spaceById("micro-4op");
        const Embedding& embedding = embeddingOf("micro-4op", "path");
        const auto ones = [&](const char* text) {
            std::vector<std::size_t> places;
            const auto values = row(embedding, space->ordinal(space->parse(text)));
            for (std::size_t i = 0; i < values.size(); ++i) {
                if (values[i] != 0)
                    places.push_back(i);
            }
            return places;
        };
        using Places = std::vector<std::size_t>;
        // 0→3: 0…2; 0→1→3: 3…11; 0→2→3: 12…20; 0→1→2→3: 21…47; digits skip 0, conv1x1 1, conv3x3 2.
        QCOMPARE(ones("0_00_000"), Places{});
        QCOMPARE(ones("0_00_300"), Places{2});
        QCOMPARE(ones("3_00_020"), (Places{3 + 2 * 3 + 1}));
        QCOMPARE(ones("0_20_003"), (Places{12 + 1 * 3 + 2}));
        QCOMPARE(ones("2_03_001"), (Places{21 + 1 * 9 + 2 * 3 + 0}));
        QCOMPARE(ones("1_11_111"), (Places{0, 3, 12, 21}));
        QCOMPARE(ones("3_33_333"), (Places{2, 11, 20, 47}));
    }

    // The number of paths of a cell by the product of its adjacency matrix without "none".
    void pathsAreAsManyAsTheGraphHas()
    {
        const auto space = spaceById("nas-bench-201");
        const Embedding& embedding = embeddingOf("nas-bench-201", "path");
        for (std::uint32_t i = 0; i < embedding.count; ++i) {
            const Cell cell = space->cell(CellId(i));
            const auto on = [&](std::size_t gene) { return cell[gene] != 0 ? 1 : 0; };
            const int expected = on(3) + on(0) * on(4) + on(1) * on(5) + on(0) * on(2) * on(5);
            const auto values = embedding.of(CellId(i));
            QCOMPARE(std::accumulate(values.begin(), values.end(), 0.0F), static_cast<float>(expected));
        }
    }

    void twinsHaveEqualVectors_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<bool>("alsoSwapped");
        QTest::newRow("path") << "path" << false;
        QTest::newRow("wl") << "wl" << true;
        QTest::newRow("node2vec") << "node2vec" << false;
    }
    void twinsHaveEqualVectors()
    {
        QFETCH(QString, method);
        QFETCH(bool, alsoSwapped);
        const auto space = spaceById("nas-bench-201");
        const Embedding& embedding = embeddingOf("nas-bench-201", method.toStdString());
        const auto twins = twinClasses(*space);
        std::map<std::uint32_t, CellId> first;
        std::set<std::vector<float>> distinct;
        std::set<Cell> pruned;
        for (std::uint32_t i = 0; i < embedding.count; ++i) {
            const CellId id(i);
            const Cell alive = space->pruned(space->cell(id));
            QVERIFY(std::ranges::equal(embedding.of(id), embedding.of(space->ordinal(alive))));
            const CellId other = first.try_emplace(twins->strict[i], id).first->second;
            if (alsoSwapped)
                QVERIFY(std::ranges::equal(embedding.of(id), embedding.of(other)));
            distinct.insert(row(embedding, id));
            pruned.insert(alive);
        }
        // node2vec tells every pruned cell from every other; the others may merge a few.
        if (method == QStringLiteral("node2vec"))
            QCOMPARE(distinct.size(), pruned.size());
        QVERIFY(distinct.size() > pruned.size() / 2);
    }

    // Folding keeps inner products right: against the exact count of common subtrees of two hand-made cells.
    void subtreesByHand()
    {
        const auto space = spaceById("micro-4op");
        const Embedding& embedding = embeddingOf("micro-4op", "wl");
        const auto of = [&](const char* text) { return embedding.of(space->ordinal(space->parse(text))); };
        // in → conv → out: three nodes, four labels each; all different, so the square is 12 unless two of
        // the twelve fall on one component.
        double square = 0;
        for (const float value : of("0_00_300"))
            square += static_cast<double>(value) * static_cast<double>(value);
        QVERIFY2(square >= 8 && square <= 16, qPrintable(QString::number(square)));
        QVERIFY(cosine(of("0_00_300"), of("0_00_200")) < cosine(of("3_03_001"), of("3_03_002")));
        QCOMPARE(cosine(of("0_00_000"), of("3_00_003")), 1.0);
    }

    // What an encoding is for: fewer changes, more alike. The control knows nothing of it.
    void nearCellsAreMoreAlike()
    {
        const auto space = spaceById("nas-bench-201");
        for (const std::string& method : embeddingMethods()) {
            const Embedding& embedding = embeddingOf("nas-bench-201", method);
            std::array<double, 7> sum{};
            std::array<int, 7> count{};
            Stream stream({42, Purpose::Test, 0, 0, 0});
            for (int i = 0; i < 20000; ++i) {
                const CellId a(stream.below(15625));
                Cell other = space->cell(a);
                const std::uint32_t steps = 1 + stream.below(6);
                for (std::uint32_t step = 0; step < steps; ++step)
                    other = space->mutate(other, 1, stream);
                const auto distance = static_cast<std::size_t>(Space::editDistance(space->cell(a), other));
                sum[distance] += cosine(embedding.of(a), embedding.of(space->ordinal(other)));
                ++count[distance];
            }
            for (std::size_t distance = 2; distance < 6; ++distance) {
                const double nearer = sum[distance - 1] / count[distance - 1];
                const double farther = sum[distance] / count[distance];
                if (method == "random_vectors")
                    // 128 dimensions: the standard deviation of one cosine is .088, of these means below
                    // .004.
                    QVERIFY(std::abs(farther) < 0.02);
                else
                    QVERIFY2(nearer > farther + 0.01, method.c_str());
            }
        }
    }

    void seedsOfNode2vecAgreeOnSimilarity()
    {
        const auto space = spaceById("nas-bench-201");
        const Embedding& one = embeddingOf("nas-bench-201", "node2vec");
        const auto other = makeEmbedding(*space, "node2vec", 8);
        Stream stream({43, Purpose::Test, 0, 0, 0});
        for (int i = 0; i < 2000; ++i) {
            const CellId a(stream.below(15625));
            const CellId b(stream.below(15625));
            QVERIFY(std::abs(cosine(one.of(a), one.of(b)) - cosine(other->of(a), other->of(b))) < 0.02);
        }
    }

    void randomVectorsAreStandardNormal()
    {
        const Embedding& embedding = embeddingOf("nas-bench-201", "random_vectors");
        double sum = 0;
        double squares = 0;
        for (const float value : embedding.values) {
            sum += static_cast<double>(value);
            squares += static_cast<double>(value) * static_cast<double>(value);
        }
        const auto count = static_cast<double>(embedding.values.size());
        // Four standard errors.
        QVERIFY(std::abs(sum / count) < 4 / std::sqrt(count));
        QVERIFY(std::abs(squares / count - 1) < 4 * std::sqrt(2 / count));
    }
};

QTEST_GUILESS_MAIN(TestEmbedding)
#include "tst_embedding.moc"
