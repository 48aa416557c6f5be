// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/Disorder.h"
#include "widgets/session/Session.h"

#include <QObject>

#include <optional>
#include <vector>

namespace ktnas {

/// Agreement of every pair of the table's tasks inside the source's best share; the diagonal is the noise
/// ceiling of the task against itself.
struct AgreementMatrix {
    Agreement measure = Agreement::Spearman;
    double depth = 1;
    std::vector<double> values; ///< tasks × tasks, row = source; NaN where undefined
};

/// Everything that the Disorder workspace shows about the session's pair of tasks, computed in jobs and kept.
/// Views read it; it changes with the session's table and pair.
class PairAnalysis : public QObject {
    Q_OBJECT

public:
    explicit PairAnalysis(Session& session, QObject* parent = nullptr);

    /// Depths of the curve, from all cells to the best 5 %.
    static const std::vector<double>& depths();

    Agreement measure() const { return m_measure; }
    double depth() const { return m_depth; }
    void setMeasure(Agreement measure);
    void setDepth(double depth);

    /// Null while it is being computed.
    const AgreementMatrix* matrix() const { return m_matrix ? &*m_matrix : nullptr; }
    const Disorder* pair() const { return m_pair ? &*m_pair : nullptr; }
    /// 90 % of the source's top twins move less than this many ranks; nothing without twins.
    std::optional<double> twinDisplacement() const { return m_twins; }
    /// The pair that pair() is about.
    TaskPair analysed() const { return m_analysed; }

Q_SIGNALS:
    void matrixChanged();
    void pairReady();

private:
    void computeMatrix();
    void computePair();

    Session& m_session;
    Agreement m_measure = Agreement::Spearman;
    double m_depth = 0.2;
    std::optional<AgreementMatrix> m_matrix;
    std::optional<Disorder> m_pair;
    std::optional<double> m_twins;
    TaskPair m_analysed;
};

} // namespace ktnas
