// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "widgets/session/Session.h"

#include <QAbstractListModel>

#include <vector>

namespace ktnas {

/// The palette's rows: the cell that was typed, then the commands whose words match, best match first.
class PaletteModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { KeyRole = Qt::UserRole, GroupRole, IconRole };

    PaletteModel(Session& session, QObject* parent);

    void setFilter(const QString& typed);
    /// Does what the row says; false if it cannot be done now.
    bool run(int row);
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Row {
        QString command; ///< id, empty for a cell
        CellId cell;
        int score = 0;
    };

    Session& m_session;
    std::vector<Row> m_rows;
};

/// How well typed words match a text: 0 not at all; more where they begin words, and most where the text
/// begins with them. All typed words must occur, in any order, without regard to case.
int matchScore(const QString& typed, const QString& text);

} // namespace ktnas
