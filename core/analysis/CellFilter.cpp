// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/CellFilter.h"

#include "core/base/Error.h"
#include "core/base/Text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <functional>
#include <optional>
#include <utility>

namespace ktnas {
namespace {

std::string lower(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

/// "conv 3×3", "conv3x3" and "nor_conv_3x3" mean the same to whoever types them.
std::string simplified(std::string_view text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i, 2) == "×") {
            result += 'x';
            ++i;
        } else if (std::isalnum(static_cast<unsigned char>(text[i])) != 0) {
            result += static_cast<char>(std::tolower(static_cast<unsigned char>(text[i])));
        }
    }
    return result;
}

class Predicate final : public CellFilter::Clause {
public:
    explicit Predicate(std::function<bool(std::size_t)> test)
        : m_test(std::move(test))
    {
    }
    bool accepts(std::size_t row) const override { return m_test(row); }

private:
    std::function<bool(std::size_t)> m_test;
};

enum class Relation : std::uint8_t { Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual };

bool holds(Relation relation, double left, double right)
{
    switch (relation) {
    case Relation::Equal:
        return left == right;
    case Relation::NotEqual:
        return left != right;
    case Relation::Less:
        return left < right;
    case Relation::LessEqual:
        return left <= right;
    case Relation::Greater:
        return left > right;
    case Relation::GreaterEqual:
        return left >= right;
    }
    return false;
}

/// Reads one clause after the other; every error names the place in the text.
class Parser {
public:
    Parser(std::string_view text, const Table& table)
        : m_text(text)
        , m_table(table)
    {
    }

    std::vector<std::shared_ptr<const CellFilter::Clause>> clauses()
    {
        std::vector<std::shared_ptr<const CellFilter::Clause>> result;
        skipBlanks();
        while (m_place < m_text.size()) {
            result.push_back(std::make_shared<Predicate>(clause()));
            skipBlanks();
            if (m_place == m_text.size())
                break;
            if (m_text[m_place] == ',')
                ++m_place;
            else if (!takeWord("and"))
                fail("“and” or a comma between conditions");
            skipBlanks();
            if (m_place == m_text.size())
                fail("another condition");
        }
        return result;
    }

private:
    using Test = std::function<bool(std::size_t)>;

    [[noreturn]] void fail(const std::string& expected) const
    {
        const std::string_view rest = trimmed(m_text.substr(std::min(m_place, m_text.size())));
        throw Error(ErrorCode::BadArgument)
            .inColumn("filter, place " + std::to_string(m_place + 1))
            .expecting(expected)
            .butFound(rest.empty() ? "the end" : "“" + excerpt(rest) + "”");
    }

    void skipBlanks()
    {
        while (m_place < m_text.size() && std::isspace(static_cast<unsigned char>(m_text[m_place])) != 0)
            ++m_place;
    }

    bool takeWord(std::string_view word)
    {
        const std::string_view rest = m_text.substr(m_place);
        if (rest.size() < word.size() || lower(rest.substr(0, word.size())) != word)
            return false;
        if (rest.size() > word.size()
            && (std::isalnum(static_cast<unsigned char>(rest[word.size()])) != 0 || rest[word.size()] == '_'))
            return false;
        m_place += word.size();
        skipBlanks();
        return true;
    }

    /// Everything up to a relation sign, a comma or " and ".
    std::string_view takeUntil(std::string_view stops)
    {
        const std::size_t begin = m_place;
        while (m_place < m_text.size() && stops.find(m_text[m_place]) == std::string_view::npos) {
            if (lower(m_text.substr(m_place, 5)) == " and ")
                break;
            ++m_place;
        }
        return trimmed(m_text.substr(begin, m_place - begin));
    }

    Relation takeRelation()
    {
        skipBlanks();
        constexpr std::array<std::pair<std::string_view, Relation>, 10> signs{{{"<=", Relation::LessEqual},
                                                                               {">=", Relation::GreaterEqual},
                                                                               {"!=", Relation::NotEqual},
                                                                               {"==", Relation::Equal},
                                                                               {"≤", Relation::LessEqual},
                                                                               {"≥", Relation::GreaterEqual},
                                                                               {"≠", Relation::NotEqual},
                                                                               {"<", Relation::Less},
                                                                               {">", Relation::Greater},
                                                                               {"=", Relation::Equal}}};
        for (const auto& [sign, relation] : signs) {
            if (m_text.substr(m_place, sign.size()) == sign) {
                m_place += sign.size();
                skipBlanks();
                return relation;
            }
        }
        fail("one of = != < <= > >=");
    }

    double takeNumber()
    {
        skipBlanks();
        const std::size_t begin = m_place;
        while (m_place < m_text.size()
               && (std::isdigit(static_cast<unsigned char>(m_text[m_place])) != 0
                   || std::string_view("+-.eE").find(m_text[m_place]) != std::string_view::npos))
            ++m_place;
        const auto number = parseNumber(m_text.substr(begin, m_place - begin));
        if (!number) {
            m_place = begin;
            fail("a number");
        }
        skipBlanks();
        if (m_place < m_text.size() && m_text[m_place] == '%')
            ++m_place;
        return *number;
    }

    std::optional<std::size_t> taskNamed(std::string_view name) const
    {
        const std::string wanted = simplified(name);
        for (std::size_t t = 0; t < m_table.tasks().size(); ++t) {
            const Task& task = m_table.tasks()[t];
            if (wanted == simplified(task.name) || wanted == simplified(task.title)
                || wanted == simplified(task.shortTitle))
                return t;
        }
        return std::nullopt;
    }

    std::size_t takeTask(std::string_view stops)
    {
        const std::size_t begin = m_place;
        const std::string_view name = takeUntil(stops);
        if (const auto task = taskNamed(name))
            return *task;
        m_place = begin;
        std::vector<std::string> names;
        for (const Task& task : m_table.tasks())
            names.push_back(task.name);
        fail("a task (" + listed(names) + ")");
    }

    std::size_t takeRow()
    {
        skipBlanks();
        const std::size_t begin = m_place;
        const std::string_view text = takeUntil(",");
        if (const auto number = parseInteger(text)) {
            if (*number >= 0 && static_cast<std::size_t>(*number) < m_table.rowCount())
                return static_cast<std::size_t>(*number);
        } else {
            try {
                if (const auto row = m_table.rowOf(m_table.space().ordinal(m_table.space().parse(text))))
                    return *row;
            } catch (const Error&) { // not a cell's text: reported below with the place in the filter
            }
        }
        m_place = begin;
        fail("a cell's index from 0 to " + std::to_string(m_table.rowCount() - 1) + " or its text");
    }

    Test clause()
    {
        if (takeWord("not")) {
            Test inner = clause();
            return [inner = std::move(inner)](std::size_t row) { return !inner(row); };
        }
        if (takeWord("rank"))
            return rankClause();
        if (takeWord("top"))
            return topClause();
        if (takeWord("cell")) {
            const std::size_t wanted = takeRow();
            return [wanted](std::size_t row) { return row == wanted; };
        }
        if (takeWord("twins")) {
            const auto classes = twinClasses(m_table.space());
            const std::uint32_t wanted = classes->strict[m_table.cellAt(takeRow()).value];
            return [classes, wanted, &table = m_table](std::size_t row) {
                return classes->strict[table.cellAt(row).value] == wanted;
            };
        }
        if (auto edge = edgeClause())
            return std::move(*edge);
        return valueClause();
    }

    Test rankClause()
    {
        const std::size_t task = takeTask("<>=!,≤≥≠");
        const Relation relation = takeRelation();
        const double limit = takeNumber();
        auto ranks = placeRanks(m_table.tasks()[task].measure());
        return [ranks = std::move(ranks), relation, limit](std::size_t row) {
            return ranks[row] != 0 && holds(relation, ranks[row], limit);
        };
    }

    Test topClause()
    {
        const double share = takeNumber() / 100;
        skipBlanks();
        takeWord("of");
        takeWord("on");
        const std::size_t task = takeTask(",");
        const double limit = std::max(1.0, std::floor(share * static_cast<double>(m_table.rowCount())));
        auto ranks = placeRanks(m_table.tasks()[task].measure());
        return [ranks = std::move(ranks), limit](std::size_t row) {
            return ranks[row] != 0 && ranks[row] <= limit;
        };
    }

    std::optional<Test> edgeClause()
    {
        const std::string_view rest = m_text.substr(m_place);
        const Space& space = m_table.space();
        for (std::size_t gene = 0; gene < space.geneCount(); ++gene) {
            const std::string label = space.geneLabel(gene);
            const std::string pretty =
                label.substr(0, label.find("->")) + "→" + label.substr(label.find("->") + 2);
            for (const std::string& form : {label, pretty}) {
                if (!space.isOperationGene(gene) || rest.substr(0, form.size()) != form)
                    continue;
                m_place += form.size();
                const Relation relation = takeRelation();
                if (relation != Relation::Equal && relation != Relation::NotEqual)
                    fail("= or != for an operation");
                const std::vector<std::uint8_t> wanted = takeOperation();
                const bool equal = relation == Relation::Equal;
                return [wanted, equal, gene, &table = m_table](std::size_t row) {
                    const Cell cell = table.space().cell(table.cellAt(row));
                    return (std::find(wanted.begin(), wanted.end(), cell[gene]) != wanted.end()) == equal;
                };
            }
        }
        return std::nullopt;
    }

    std::vector<std::uint8_t> takeOperation()
    {
        const std::size_t begin = m_place;
        const std::string wanted = simplified(takeUntil(","));
        std::vector<std::uint8_t> found;
        std::vector<std::string> names;
        const auto operations = m_table.space().operations();
        for (std::size_t o = 0; o < operations.size(); ++o) {
            names.push_back(operations[o].label);
            const std::string name = simplified(operations[o].name);
            const std::string label = simplified(operations[o].label);
            if (!wanted.empty()
                && (name.find(wanted) != std::string::npos || label.find(wanted) != std::string::npos))
                found.push_back(static_cast<std::uint8_t>(o));
        }
        if (found.empty()) {
            m_place = begin;
            fail("an operation (" + listed(names) + ")");
        }
        return found;
    }

    Test valueClause()
    {
        const std::size_t begin = m_place;
        const std::string_view name = takeUntil("<>=!,≤≥≠");
        if (const auto task = taskNamed(name)) {
            const Relation relation = takeRelation();
            const double limit = takeNumber();
            return [&values = m_table.tasks()[*task].measure().values, relation, limit](std::size_t row) {
                return !std::isnan(values[row]) && holds(relation, values[row], limit);
            };
        }
        for (const Attribute& attribute : m_table.content().attributes) {
            if (simplified(attribute.name) != simplified(name))
                continue;
            const Relation relation = takeRelation();
            const double limit = takeNumber();
            return [&values = attribute.values, relation, limit](std::size_t row) {
                return !std::isnan(values[row]) && holds(relation, values[row], limit);
            };
        }
        m_place = begin;
        fail("a condition such as “0->3 = skip”, “rank " + m_table.tasks().front().name
             + " <= 100” or “top 5 % " + m_table.tasks().front().name + "”");
    }

    std::string_view m_text;
    const Table& m_table;
    std::size_t m_place = 0;
};

} // namespace

CellFilter CellFilter::parse(std::string_view text, const Table& table)
{
    CellFilter filter;
    filter.m_clauses = Parser(text, table).clauses();
    return filter;
}

std::vector<std::uint32_t> CellFilter::rows(const Table& table) const
{
    std::vector<std::uint32_t> accepted;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        if (std::all_of(m_clauses.begin(), m_clauses.end(), [&](const auto& c) { return c->accepts(row); }))
            accepted.push_back(static_cast<std::uint32_t>(row));
    }
    return accepted;
}

} // namespace ktnas
