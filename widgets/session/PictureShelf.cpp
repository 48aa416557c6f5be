// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/PictureShelf.h"

#include "core/pictures/MakeTask.h"
#include "core/pictures/ReadPictures.h"
#include "core/pictures/RowChoice.h"
#include "widgets/session/Jobs.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>
#include <variant>

namespace ktnas {
namespace {

/// Pictures to make a task of for looking; enough for its normalisation to be near that of the whole.
constexpr std::size_t sampledRows = 192;
constexpr std::size_t shownSamples = 96;

TaskRecipe recipeOf(const SampleQuery& query)
{
    TaskRecipe recipe;
    recipe.name = "look";
    recipe.kind = query.kind;
    recipe.labelSet = query.labelSet;
    return recipe;
}

SampledTask sampledTaskOf(const std::shared_ptr<const PictureSet>& set, const SampleQuery& query,
                          const std::stop_token& stop)
{
    SampledTask sampled;
    sampled.query = query;
    sampled.set = set;
    try {
        TaskRecipe recipe = settled(*set, recipeOf(query));
        const RowChoice rows = chooseRows(*set, recipe);
        sampled.trainRows = rows.train.rows.size();
        sampled.validRows = rows.valid.rows.size();
        sampled.testRows = rows.test.rows.size();
        recipe.trainRows = std::min(sampledRows, sampled.trainRows);
        recipe.validRows = std::min(shownSamples, sampled.validRows);
        recipe.testRows = std::min(shownSamples, sampled.testRows);
        const auto task = makeTask(*set, recipe, 1, stop);
        sampled.samples = taskSamples(*task, query.split, shownSamples);
        sampled.channels = task->channels;
        sampled.side = task->height;
        sampled.answers = task->outputs;
    } catch (const Error& error) {
        if (error.code == ErrorCode::Cancelled)
            throw;
        sampled.failure = errorReport(error);
    }
    return sampled;
}

} // namespace

PictureShelf::PictureShelf(Jobs& jobs, QObject* parent)
    : QObject(parent)
    , m_jobs(jobs)
{
}

void PictureShelf::open(const QString& path, const std::optional<Error>& otherwise)
{
    const int reading = ++m_reading;
    m_isReading = true;
    m_failure.reset();
    const QString name = QFileInfo(path).fileName();
    using Result = std::variant<std::shared_ptr<const PictureSet>, Error>;
    m_jobs.start(
        tr("Reading pictures of %1").arg(name.isEmpty() ? path : name), QStringLiteral("pictures.read"), this,
        [file = path.toStdString(), otherwise](JobControl& control) -> Result {
            try {
                return readPictures(file, control.stop());
            } catch (const Error& error) {
                return error.code == ErrorCode::UnknownFormat && otherwise ? *otherwise : error;
            } catch (const std::bad_alloc&) {
                return Error(ErrorCode::OutOfMemory).inFile(file);
            } catch (const std::exception& error) {
                return Error(ErrorCode::Internal).inFile(file).butFound(error.what());
            }
        },
        [this, path, reading](const Result& result) {
            if (m_reading == reading)
                m_isReading = false;
            if (const auto* set = std::get_if<std::shared_ptr<const PictureSet>>(&result))
                take(*set);
            else
                fail(std::get<Error>(result), path);
            Q_EMIT readingChanged();
        },
        {},
        [this, reading] {
            if (m_reading == reading) // else a newer one is under way, or has ended already
                m_isReading = false;
            Q_EMIT readingChanged();
        });
    Q_EMIT readingChanged();
}

void PictureShelf::take(const std::shared_ptr<const PictureSet>& set)
{
    const auto known = std::find_if(m_sets.begin(), m_sets.end(), [&set](const auto& other) {
        return other->contentHash == set->contentHash && other->path == set->path;
    });
    if (known == m_sets.end())
        m_sets.push_back(set);
    else
        *known = set;
    m_current = set;
    m_sampled.reset();
    Q_EMIT opened();
    Q_EMIT currentChanged();
}

void PictureShelf::fail(const Error& error, const QString& path)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    m_failure = errorReport(error);
    if (m_failure->path.isEmpty())
        m_failure->path = path;
    Q_EMIT failed();
}

void PictureShelf::setCurrent(std::size_t index)
{
    if (index >= m_sets.size() || m_sets[index] == m_current)
        return;
    m_current = m_sets[index];
    m_sampled.reset();
    m_failure.reset();
    Q_EMIT currentChanged();
}

void PictureShelf::sample(const SampleQuery& query)
{
    if (!m_current)
        return;
    if (m_sampled && m_sampled->query == query && m_sampled->set == m_current) {
        Q_EMIT sampled();
        return;
    }
    m_jobs.start(
        tr("Making examples of a task"), QStringLiteral("pictures.sample"), this,
        [set = m_current, query](JobControl& control) { return sampledTaskOf(set, query, control.stop()); },
        [this](SampledTask made) {
            if (made.set != m_current)
                return;
            m_sampled = std::move(made);
            Q_EMIT sampled();
        });
}

} // namespace ktnas
