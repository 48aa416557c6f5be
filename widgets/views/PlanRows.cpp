// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the plan's panel: what each is called, takes and changes.
#include "widgets/views/PlanPanel.h"

#include "core/base/Text.h"
#include "core/space/Space.h"
#include "widgets/session/BuildController.h"
#include "widgets/style/Heading.h"
#include "widgets/style/Numbers.h"
#include "widgets/style/StudioStyle.h"
#include "widgets/style/ThemeProvider.h"
#include "widgets/views/PictureWords.h"
#include "widgets/views/SettingRow.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ktnas {
namespace {

constexpr int passStep = 1024;
constexpr double million = 1e6;

QString number(std::uint64_t value)
{
    return formatCount(static_cast<std::int64_t>(value));
}

/// Channels from "16, 32"; empty for what is no list of sensible numbers.
std::vector<int> channelsOf(const QString& text)
{
    std::vector<int> channels;
    for (const QString& part : text.split(u',')) {
        bool isNumber = false;
        const int one = part.trimmed().toInt(&isNumber);
        if (!isNumber || one < 1 || one > 1024)
            return {};
        channels.push_back(one);
    }
    return channels.size() <= 5 ? channels : std::vector<int>();
}

} // namespace

Heading* PlanPanel::addHeading(const QString& text, QVBoxLayout* column)
{
    if (column->count() > 0)
        column->addSpacing(m_themes.theme().ipx(12));
    auto* heading = new Heading(&m_themes, TextRole::Heading, m_content);
    heading->setFinding(text);
    heading->setContentsMargins(16, 0, 16, 2);
    column->addWidget(heading);
    return heading;
}

SettingRow* PlanPanel::addRow(const QString& name, const QString& title, const QString& explanation,
                              QVBoxLayout* column)
{
    auto* made = new SettingRow(m_themes, m_content);
    made->setObjectName(QStringLiteral("plan.") % name);
    made->setTitle(title, explanation);
    column->addWidget(made);
    m_rows[name] = made;
    return made;
}

void PlanPanel::addNumber(const QString& name, const QString& title, const QString& explanation,
                          std::uint64_t low, std::uint64_t high,
                          const std::function<void(BenchmarkPlan&, std::uint64_t)>& write,
                          QVBoxLayout* column)
{
    SettingRow* made = addRow(name, title, explanation, column);
    made->setCheck([low, high](const QString& typed) {
        bool isNumber = false;
        const qulonglong value = typed.toULongLong(&isNumber);
        return isNumber && value >= low && value <= high
            ? QString()
            : tr("A whole number from %1 to %2").arg(number(low), number(high));
    });
    connect(made, &SettingRow::edited, this, [this, write](const QString& typed) {
        edit([&](BenchmarkPlan& plan) { write(plan, typed.toULongLong()); });
    });
}

void PlanPanel::addPictureRows(QVBoxLayout* column)
{
    addHeading(tr("Pictures"), column);
    SettingRow* pictures =
        addRow(QStringLiteral("pictures"), tr("Set"), tr("The pictures that all tasks are made of"), column);
    connect(pictures, &SettingRow::edited, this, &PlanPanel::choosePictures);
    auto* open = new QPushButton(tr("Open others…"), m_content);
    setCompact(open);
    connect(open, &QPushButton::clicked, this,
            [this] { m_session.commands().run(QStringLiteral("file.openPictures")); });
    auto* row = new QHBoxLayout;
    row->setContentsMargins(16, 2, 16, 0);
    row->addWidget(open);
    row->addStretch(1);
    column->addLayout(row);
}

void PlanPanel::makeTaskRows(QVBoxLayout* column)
{
    Heading* heading = addHeading(tr("Tasks"), column);
    heading->setCaption(tr("and how many pictures each training sees"));
    for (OfferedTask& offered :
         offeredTasks(m_build.plan().pictures, setAt(QString::fromStdString(m_build.plan().pictures)))) {
        auto* row = new QHBoxLayout;
        row->setContentsMargins(16, 0, 12, 0);
        row->setSpacing(8);
        TaskRow made;
        made.task = std::move(offered.task);
        const TaskKind kind = made.task.source.recipe.kind;
        made.box = new QCheckBox(PictureWords::task(kind), m_content);
        made.box->setToolTip(PictureWords::aim(kind));
        made.passes = new QSpinBox(m_content);
        made.passes->setRange(64, PlanPanel::mostPasses);
        made.passes->setSingleStep(passStep);
        made.passes->setGroupSeparatorShown(true);
        made.passes->setAlignment(Qt::AlignRight);
        made.passes->setKeyboardTracking(false);
        made.passes->setAccessibleName(
            tr("Pictures that a training on %1 sees").arg(PictureWords::task(kind)));
        made.passes->setToolTip(tr("Pictures seen by one training, all rounds together"));
        setCompact(made.passes);
        row->addWidget(made.box, 1);
        row->addWidget(made.passes);
        column->addLayout(row);
        connect(made.box, &QCheckBox::toggled, this, &PlanPanel::takeTasks);
        connect(made.passes, &QSpinBox::valueChanged, this, &PlanPanel::takeTasks);
        m_tasks.push_back(std::move(made));
    }
}

void PlanPanel::addNetworkRows(QVBoxLayout* column)
{
    addHeading(tr("Networks"), column);
    SettingRow* space = addRow(QStringLiteral("space"), tr("Space"),
                               tr("Whose cells are trained; cells that are the same function are one "
                                  "network and are trained once"),
                               column);
    QStringList ids;
    QStringList titles;
    for (const auto& one : allSpaces()) {
        if (!one->cellCount())
            continue;
        ids << QString::fromUtf8(one->id().data(), static_cast<qsizetype>(one->id().size()));
        titles << tr("%1, %2 cells", "space, cells")
                      .arg(ids.back(), formatCount(static_cast<std::int64_t>(*one->cellCount())));
    }
    space->setChoices(ids, titles, {});
    connect(space, &SettingRow::edited, this, [this](const QString& id) {
        edit([&](BenchmarkPlan& plan) {
            plan.space = id.toStdString();
            plan.cells.clear();
            plan.networks.reset();
        });
    });
    SettingRow* channels = addRow(QStringLiteral("channels"), tr("Channels"),
                                  tr("Of each stage of the networks; more stages, more numbers"), column);
    channels->setCheck([](const QString& typed) {
        return channelsOf(typed).empty() ? tr("One to five numbers with commas between them, such as 16, 32")
                                         : QString();
    });
    connect(channels, &SettingRow::edited, this, [this](const QString& typed) {
        edit([&](BenchmarkPlan& plan) { plan.skeleton.channels = channelsOf(typed); });
    });
    addNumber(
        QStringLiteral("depth"), tr("Cells a stage"), tr("How often the cell stands in each stage"), 1, 20,
        [](BenchmarkPlan& plan, std::uint64_t value) {
            plan.skeleton.cellsPerStage = static_cast<int>(value);
        },
        column);
    SettingRow* networks =
        addRow(QStringLiteral("networks"), tr("How many"),
               tr("Only the first so many of a drawn order, which are a fair sample. Empty: all."), column);
    networks->setCheck([](const QString& typed) {
        bool isNumber = false;
        const qulonglong value = typed.toULongLong(&isNumber);
        return typed.isEmpty() || (isNumber && value >= 1 && value <= 1'000'000)
            ? QString()
            : tr("A whole number from 1 on, or nothing for all");
    });
    connect(networks, &SettingRow::edited, this, [this](const QString& typed) {
        edit([&](BenchmarkPlan& plan) {
            plan.networks.reset();
            if (!typed.isEmpty())
                plan.networks = static_cast<std::uint32_t>(typed.toULongLong());
        });
    });
}

void PlanPanel::addTrainingRows(QVBoxLayout* column)
{
    addHeading(tr("Trainings"), column);
    addNumber(
        QStringLiteral("seeds"), tr("Seeds"), tr("How often each network is trained on each task"), 1, 100,
        [](BenchmarkPlan& plan, std::uint64_t value) {
            plan.seeds = static_cast<std::uint32_t>(value);
            plan.repeatSeeds = std::max(plan.repeatSeeds, plan.seeds);
        },
        column);
    SettingRow* share = addRow(QStringLiteral("share"), tr("Trained again"),
                               tr("Share of the networks that gets more seeds: they tell how much of a "
                                  "difference is noise"),
                               column);
    share->setCheck([](const QString& typed) {
        const auto value = parseNumber(typed.toStdString());
        return value && *value >= 0 && *value <= 100 ? QString() : tr("A percentage from 0 to 100");
    });
    connect(share, &SettingRow::edited, this, [this](const QString& typed) {
        edit([&](BenchmarkPlan& plan) {
            plan.repeatMillionths = static_cast<std::uint32_t>(
                std::lround(parseNumber(typed.toStdString()).value_or(0) * million / 100));
        });
    });
    addNumber(
        QStringLiteral("repeats"), tr("Seeds of those"), tr("All together; at least the seeds of all"), 1,
        100,
        [](BenchmarkPlan& plan, std::uint64_t value) {
            plan.repeatSeeds = std::max(static_cast<std::uint32_t>(value), plan.seeds);
        },
        column);
    const auto forAll = [](auto change) {
        return [change](BenchmarkPlan& plan, std::uint64_t value) {
            for (PlannedTask& task : plan.tasks)
                change(task.source.recipe, static_cast<std::size_t>(value));
        };
    };
    addNumber(QStringLiteral("train"), tr("Training pictures"), tr("At most so many different ones; 0: all"),
              0, 10'000'000, forAll([](TaskRecipe& recipe, std::size_t value) { recipe.trainRows = value; }),
              column);
    addNumber(QStringLiteral("judge"), tr("Judged on"),
              tr("At most so many validation pictures and as many test pictures; 0: all"), 0, 10'000'000,
              forAll([](TaskRecipe& recipe, std::size_t value) {
                  recipe.validRows = value;
                  recipe.testRows = value;
              }),
              column);
    SettingRow* side = addRow(QStringLiteral("side"), tr("Side"),
                              tr("Of the network's input, in pixels: an even number. Empty: 14 for pictures "
                                 "of 28 × 28, else their own, at most 32."),
                              column);
    side->setCheck([](const QString& typed) {
        const int value = typed.toInt();
        return typed.isEmpty() || (value >= 8 && value <= 128 && value % 2 == 0)
            ? QString()
            : tr("An even number from 8 to 128, or nothing");
    });
    connect(side, &SettingRow::edited, this, [this](const QString& typed) {
        edit([&](BenchmarkPlan& plan) {
            for (PlannedTask& task : plan.tasks)
                task.source.recipe.side = static_cast<std::size_t>(typed.toUInt());
        });
    });
    addNumber(
        QStringLiteral("proxies"), tr("Zero-cost proxies"),
        tr("Pictures to compute them on, before training; 0: none are computed"), 0, 65'536,
        [](BenchmarkPlan& plan, std::uint64_t value) {
            plan.proxyBatch = value < 2 ? 0 : static_cast<std::uint32_t>(value);
        },
        column);
}

void PlanPanel::addPlaceRows(QVBoxLayout* column)
{
    addHeading(tr("Where"), column);
    SettingRow* workers = addRow(QStringLiteral("workers"), tr("Workers"),
                                 tr("Trainings at the same time, each in a process of its own"), column);
    workers->setCheck([](const QString& typed) {
        const uint value = typed.toUInt();
        return value >= 1 && value <= 1024 ? QString()
                                           : tr("A whole number from %1 to %2").arg(number(1), number(1024));
    });
    connect(workers, &SettingRow::edited, this, [this](const QString& typed) {
        m_build.setWorkers(typed.toUInt());
        showPlan();
    });
    SettingRow* device =
        addRow(QStringLiteral("device"), tr("Device"), tr("What the networks are trained on"), column);
    device->setChoices({QStringLiteral("cpu"), QStringLiteral("cuda")}, {tr("CPU"), tr("GPU (CUDA)")}, {});
    connect(device, &SettingRow::edited, this, [this](const QString& id) {
        m_build.setDevice(id);
        showPlan();
    });
    auto* table = new QPushButton(m_content);
    table->setObjectName(QStringLiteral("plan.table"));
    setCompact(table);
    connect(table, &QPushButton::clicked, this,
            [this] { m_session.commands().run(QStringLiteral("make.chooseTable")); });
    auto* row = new QHBoxLayout;
    row->setContentsMargins(16, 2, 16, 0);
    row->addWidget(table, 1);
    column->addLayout(row);
}

} // namespace ktnas
