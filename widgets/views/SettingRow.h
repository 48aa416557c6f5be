// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;
class QToolButton;

namespace ktnas {

class ThemeProvider;

/// A name at the left and its value at the right. A click (or Enter) edits it in place: a field for a number
/// or a text, a menu for a choice. A wrong entry is explained below and keeps the old value.
class SettingRow : public QWidget {
    Q_OBJECT

public:
    explicit SettingRow(ThemeProvider& themes, QWidget* parent = nullptr);

    void setTitle(const QString& title, const QString& explanation);
    /// The value as it is stored, and as it is shown ("5 generations").
    void setValue(const QString& value, const QString& shown);
    QString value() const { return m_value; }
    /// Makes it a choice: stored values, what each is called, and what each means (may be empty).
    void setChoices(const QStringList& values, const QStringList& names, const QStringList& meanings);
    /// What is wrong with an entry; empty if nothing. Also what the field says it takes.
    void setCheck(std::function<QString(const QString&)> check);
    /// Opens the field or the menu.
    void edit();
    QToolButton& valueButton() { return *m_button; }
    QLineEdit& field() { return *m_field; }

Q_SIGNALS:
    void edited(const QString& value);
    /// The row got the focus or the pointer: its explanation is wanted.
    void looked();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void enterEvent(QEnterEvent* event) override;

private:
    void accept();
    void leaveField();
    void openMenu();
    void cutTitle();
    void applyTheme();

    ThemeProvider& m_themes;
    QLabel* m_title;
    QToolButton* m_button;
    QLineEdit* m_field;
    QLabel* m_wrong;
    QString m_fullTitle;
    QString m_value;
    QStringList m_values;
    QStringList m_names;
    QStringList m_meanings;
    std::function<QString(const QString&)> m_check;
};

} // namespace ktnas
