// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/CellVerifier.h"

#include "core/base/Error.h"
#include "core/learn/work/BenchmarkTable.h"
#include "core/learn/work/CarryOut.h"
#include "widgets/session/Session.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>
#include <variant>

namespace ktnas {
namespace {

Verification verifiedCell(const std::shared_ptr<const Table>& table, CellId cell,
                          const std::vector<std::string>& command, JobControl& control)
{
    const Making making = readMaking(benchmarkFiles(table->content().path).making);
    WorkerPool::Options workers;
    workers.command = command;
    workers.workers = defaultWorkers();
    const std::vector<JobResult> results =
        carryOut(verificationJobs(*table, cell, making), workers, control.stop(),
                 [&control](double share) { control.setProgress(share); });
    return {table, cell, compareWithTable(*table, cell, making, results)};
}

} // namespace

std::size_t Verification::heldCount() const
{
    return static_cast<std::size_t>(std::ranges::count_if(values, &VerifiedValue::holds));
}

CellVerifier::CellVerifier(Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_command(workerCommand())
{
    connect(&session, &Session::tableChanged, this, &CellVerifier::lookAtTable);
    lookAtTable();
}

void CellVerifier::lookAtTable()
{
    const auto& table = m_session.table();
    std::error_code ignored;
    m_canVerify = table && std::filesystem::exists(benchmarkFiles(table->content().path).making, ignored);
    if (m_verification && m_verification->table != table)
        m_verification.reset();
    m_failure.reset();
    Q_EMIT changed();
}

void CellVerifier::verify(CellId cell)
{
    const std::shared_ptr<const Table> table = m_session.table();
    KTNAS_ASSERT(table && m_canVerify);
    const int number = ++m_number;
    m_isVerifying = true;
    m_failure.reset();
    m_verification.reset();
    const auto end = [this, number] {
        if (m_number == number) // else a newer one is under way, or has ended already
            m_isVerifying = false;
        Q_EMIT changed();
    };
    using Result = std::variant<Verification, Error>;
    m_session.jobs().start(
        tr("Training a cell again"), QStringLiteral("cell.verify"), this,
        [table, cell, command = m_command](JobControl& control) -> Result {
            try {
                return verifiedCell(table, cell, command, control);
            } catch (const Error& error) {
                return error;
            }
        },
        [this, end](Result result) {
            if (auto* made = std::get_if<Verification>(&result))
                m_verification = std::move(*made);
            else if (std::get<Error>(result).code != ErrorCode::Cancelled)
                m_failure = errorReport(std::get<Error>(result));
            end();
        },
        [this, end](const QString& message) {
            m_failure = ErrorReport{message, {}, {}, {}};
            end();
        },
        end);
    Q_EMIT changed();
}

} // namespace ktnas
