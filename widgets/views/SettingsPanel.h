// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/Settings.h"
#include "widgets/session/Session.h"

#include <QMap>
#include <QWidget>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace ktnas {

class Heading;
class SettingRow;
class ThemeProvider;

/// The next search's method, its settings with the paper's names, its seed and its end. Every edit is
/// undoable.
class SettingsPanel : public QWidget {
    Q_OBJECT

public:
    SettingsPanel(Session& session, ThemeProvider& themes, QWidget* parent = nullptr);

    /// Follows the draft.
    void refresh();
    /// The row of a setting by its name ("K"), of "method", "seed", "until", "until.evaluations",
    /// "until.generations" or "until.target.<task>"; null if it is not there.
    SettingRow* row(const QString& name) const { return m_rows.value(name); }
    /// Shows or hides the settings that are seldom touched.
    void setMoreVisible(bool isVisible);
    /// Shows or hides the explanation of what the pointer or the focus is on.
    void setExplanationVisible(bool isVisible);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    SettingRow* addRow(const QString& name, QVBoxLayout* column);
    void addSetting(const SettingInfo& info, QVBoxLayout* column);
    void addUntil(QVBoxLayout* column);
    void showValues();
    void explain(const QString& title, const QString& text);
    void chooseUntil(const QString& end);
    int untilIndex() const;
    QString shownValue(const SettingInfo& info, const QString& value) const;
    QStringList proxyNames() const;
    void retranslate();
    void applyTheme();

    Session& m_session;
    ThemeProvider& m_themes;
    Heading* m_heading;
    QWidget* m_content = nullptr;
    QWidget* m_advanced = nullptr;
    QToolButton* m_more;
    QToolButton* m_what;
    QLabel* m_explanation;
    QMap<QString, SettingRow*> m_rows;
    QString m_builtMethod;
    std::vector<std::size_t> m_builtTasks;
    int m_builtUntil = -1;
    const Table* m_builtTable = nullptr;
};

} // namespace ktnas
