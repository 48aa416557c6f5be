// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUndoCommand>

#include <functional>
#include <utility>

namespace ktnas {

/// One undoable edit of what the person did. Two in a row with the same non-empty merge key become one (a
/// dragged slider, a text being typed).
class SessionEdit final : public QUndoCommand {
public:
    SessionEdit(const QString& what, QString mergeKey, std::function<void()> redo, std::function<void()> undo)
        : QUndoCommand(what)
        , m_mergeKey(std::move(mergeKey))
        , m_redo(std::move(redo))
        , m_undo(std::move(undo))
    {
    }
    int id() const override { return m_mergeKey.isEmpty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand* other) override
    {
        const auto* newer = static_cast<const SessionEdit*>(other); // same id(), so one of ours
        if (newer->m_mergeKey != m_mergeKey)
            return false;
        m_redo = newer->m_redo;
        return true;
    }
    void redo() override { m_redo(); }
    void undo() override { m_undo(); }

private:
    QString m_mergeKey;
    std::function<void()> m_redo;
    std::function<void()> m_undo;
};

} // namespace ktnas
