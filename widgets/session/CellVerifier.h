// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/work/Verification.h"
#include "core/tables/Table.h"
#include "widgets/session/ErrorText.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ktnas {

class Session;

/// What came of training a cell again.
struct Verification {
    std::shared_ptr<const Table> table;
    CellId cell;
    std::vector<VerifiedValue> values;
    std::size_t heldCount() const;
};

/// Trains a cell of the table in front again, as the table's own plan says (the file "…-made.json" beside
/// it), and compares. A job; the trainings run in processes.
class CellVerifier : public QObject {
    Q_OBJECT

public:
    explicit CellVerifier(Session& session, QObject* parent = nullptr);

    /// True where the table knows how it was made.
    bool canVerify() const { return m_canVerify; }
    bool isVerifying() const { return m_isVerifying; }
    /// How a worker is started; workerCommand() if nobody says so.
    void setWorkerCommand(std::vector<std::string> command) { m_command = std::move(command); }
    /// verified() or failed() follows; a newer call overtakes an older one.
    void verify(CellId cell);
    /// The last that was made; null while there is none.
    const Verification* verification() const { return m_verification ? &*m_verification : nullptr; }
    const std::optional<ErrorReport>& failure() const { return m_failure; }

Q_SIGNALS:
    /// The table is another one, a verification began or ended.
    void changed();

private:
    void lookAtTable();

    Session& m_session;
    std::vector<std::string> m_command;
    bool m_canVerify = false;
    bool m_isVerifying = false;
    int m_number = 0; ///< of the last verify()
    std::optional<Verification> m_verification;
    std::optional<ErrorReport> m_failure;
};

} // namespace ktnas
