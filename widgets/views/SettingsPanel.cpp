// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/SettingsPanel.h"

#include "core/base/Error.h"
#include "core/base/Text.h"
#include "widgets/session/ErrorText.h"
#include "widgets/style/Heading.h"
#include "widgets/style/Icons.h"
#include "widgets/style/Numbers.h"
#include "widgets/style/StudioStyle.h"
#include "widgets/style/ThemeProvider.h"
#include "widgets/views/RailTask.h"
#include "widgets/views/SettingRow.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace ktnas {
namespace {

/// Core's English source texts, translated under the context "Settings".
QString words(const std::string& text)
{
    return text.empty() ? QString() : QCoreApplication::translate("Settings", text.c_str());
}

/// "best_proxy" as people read it.
QString spoken(const std::string& name)
{
    return QString::fromStdString(name).replace(u'_', u' ');
}

/// "Parents K": the paper's letter stands behind the words.
QString titleOf(const SettingInfo& info)
{
    return info.name.size() == 1 ? words(info.title) % u' ' % QString::fromStdString(info.name)
                                 : words(info.title);
}

QString range(const SettingInfo& info)
{
    const int decimals = info.kind == SettingKind::Integer ? 0 : 2;
    return formatRange(formatNumber(info.low, decimals), formatNumber(info.high, decimals));
}

} // namespace

SettingsPanel::SettingsPanel(Session& session, ThemeProvider& themes, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_themes(themes)
    , m_heading(new Heading(&themes, TextRole::Heading, this))
    , m_more(new QToolButton(this))
    , m_what(new QToolButton(this))
    , m_explanation(new QLabel(this))
{
    m_more->setAutoRaise(true);
    m_more->setCheckable(true);
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_what->setAutoRaise(true);
    m_what->setCheckable(true);
    m_what->setToolButtonStyle(Qt::ToolButtonIconOnly);
    setCompact(m_more);
    setCompact(m_what);
    m_explanation->setWordWrap(true);
    m_explanation->setContentsMargins(16, 8, 16, 8);
    m_explanation->hide();

    auto* head = new QHBoxLayout;
    head->setContentsMargins(16, 0, 12, 0);
    head->addWidget(m_heading, 1);
    head->addWidget(m_what);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(m_explanation);
    connect(m_more, &QToolButton::toggled, this, &SettingsPanel::setMoreVisible);
    connect(m_what, &QToolButton::toggled, this, &SettingsPanel::setExplanationVisible);
    connect(&themes, &ThemeProvider::themeChanged, this, &SettingsPanel::applyTheme);
    retranslate();
    applyTheme();
}

void SettingsPanel::refresh()
{
    if (!m_session.table())
        return;
    const SearchDraft& draft = m_session.draft();
    if (m_builtMethod != draft.method || m_builtTasks != draft.tasks
        || m_builtTable != m_session.table().get() || m_builtUntil != untilIndex())
        build();
    showValues();
}

int SettingsPanel::untilIndex() const
{
    const StopRule& stop = m_session.draft().stop;
    return stop.evaluations ? 1 : stop.generations ? 2 : 0;
}

SettingRow* SettingsPanel::addRow(const QString& name, QVBoxLayout* column)
{
    auto* made = new SettingRow(m_themes, m_content);
    made->setObjectName(QStringLiteral("setting.") % name);
    column->addWidget(made);
    m_rows[name] = made;
    return made;
}

void SettingsPanel::build()
{
    const SearchDraft& draft = m_session.draft();
    m_builtMethod = draft.method;
    m_builtTasks = draft.tasks;
    m_builtTable = m_session.table().get();
    m_builtUntil = untilIndex();
    m_rows.clear();
    if (m_content) {
        m_more->setParent(this);
        m_content->hide();
        m_content->deleteLater(); // one of its rows may be what is being edited
    }
    m_content = new QWidget(this);
    static_cast<QVBoxLayout*>(layout())->insertWidget(1, m_content);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);

    const MethodInfo& method = methodInfo(draft.method.toStdString());
    SettingRow* methodRow = addRow(QStringLiteral("method"), column);
    methodRow->setTitle(tr("Method"), words(method.explanation));
    QStringList ids;
    QStringList titles;
    QStringList meanings;
    for (const MethodInfo& info : methods()) {
        ids << QString::fromStdString(info.id);
        titles << words(info.title);
        meanings << words(info.explanation);
    }
    methodRow->setChoices(ids, titles, meanings);
    connect(methodRow, &SettingRow::edited, this, [this](const QString& id) {
        SearchDraft changed = m_session.draft();
        changed.method = id;
        // Settings that the other method does not have, or not with this value, go back to its defaults.
        std::erase_if(changed.changed, [&id](const auto& entry) {
            try {
                (void)settingsWith(id.toStdString(), {entry});
                return false;
            } catch (const Error&) {
                return true;
            }
        });
        m_session.setDraft(changed, tr("Change the method"));
    });
    connect(methodRow, &SettingRow::looked, this, [this] {
        const MethodInfo& now = methodInfo(m_session.draft().method.toStdString());
        explain(words(now.title), words(now.explanation));
    });

    m_advanced = new QWidget(m_content);
    auto* advanced = new QVBoxLayout(m_advanced);
    advanced->setContentsMargins(0, 0, 0, 0);
    advanced->setSpacing(0);
    bool hasAdvanced = false;
    for (const SettingInfo& info : method.settings) {
        addSetting(info, info.isAdvanced ? advanced : column);
        hasAdvanced = hasAdvanced || info.isAdvanced;
    }
    auto* moreRow = new QHBoxLayout;
    moreRow->setContentsMargins(12, 0, 12, 0);
    moreRow->addWidget(m_more);
    moreRow->addStretch(1);
    column->addLayout(moreRow);
    column->addWidget(m_advanced);
    m_more->setVisible(hasAdvanced);
    m_advanced->setVisible(m_more->isChecked());

    SettingRow* seed = addRow(QStringLiteral("seed"), column);
    seed->setTitle(tr("Seed"), tr("The same seed and settings give the same search, event by event."));
    seed->setCheck([](const QString& typed) {
        bool isNumber = false;
        (void)typed.toULongLong(&isNumber);
        return isNumber ? QString() : tr("A whole number from 0 on");
    });
    connect(seed, &SettingRow::edited, this, [this](const QString& typed) {
        SearchDraft changed = m_session.draft();
        changed.seed = typed.toULongLong();
        m_session.setDraft(changed, tr("Change the seed"));
    });
    connect(seed, &SettingRow::looked, this, [this] {
        explain(tr("Seed"), tr("The same seed and settings give the same search, event by event."));
    });
    addUntil(column);
    m_content->show();
}

void SettingsPanel::addSetting(const SettingInfo& info, QVBoxLayout* column)
{
    const QString name = QString::fromStdString(info.name);
    SettingRow* made = addRow(name, column);
    const QString title = titleOf(info);
    QString explanation = words(info.explanation);
    const std::string key = info.name;
    if (info.kind == SettingKind::Choice) {
        QStringList values;
        QStringList names;
        QStringList meanings;
        for (std::size_t i = 0; i < info.choices.size(); ++i) {
            values << QString::fromStdString(info.choices[i]);
            names << spoken(info.choices[i]);
            meanings << (i < info.choiceTexts.size() ? words(info.choiceTexts[i]) : QString());
        }
        made->setChoices(values, names, meanings);
    } else if (info.kind == SettingKind::Name) {
        QStringList values = proxyNames();
        QStringList names = values;
        values.prepend(QString());
        names.prepend(tr("chosen by the program"));
        made->setChoices(values, names, {});
    } else {
        explanation += u' ' + tr("Range %1.").arg(range(info));
        made->setCheck([key, info](const QString& typed) {
            const std::string value = typed.toStdString();
            const bool isRight = info.kind == SettingKind::Integer ? parseInteger(value).has_value()
                                                                   : parseNumber(value).has_value();
            const double number = parseNumber(value).value_or(std::numeric_limits<double>::quiet_NaN());
            if (isRight && number >= info.low && number <= info.high)
                return QString();
            return info.kind == SettingKind::Integer ? tr("A whole number, %1").arg(range(info))
                                                     : tr("A number, %1").arg(range(info));
        });
    }
    made->setTitle(title, explanation);
    connect(made, &SettingRow::edited, this, [this, key, title](const QString& value) {
        m_session.setDraft(withSetting(m_session.draft(), key, value.toStdString()),
                           tr("Change %1").arg(title));
    });
    connect(made, &SettingRow::looked, this, [this, title, explanation] { explain(title, explanation); });
}

void SettingsPanel::addUntil(QVBoxLayout* column)
{
    auto* until = addRow(QStringLiteral("until"), column);
    until->setTitle(tr("Until"), tr("When the search ends"));
    until->setChoices(
        {QStringLiteral("targets"), QStringLiteral("evaluations"), QStringLiteral("generations")},
        {tr("targets"), tr("evaluations"), tr("generations")},
        {tr("A task stops when its best cell goes beyond its target"),
         tr("Each task gets this many evaluations"), tr("After this many generations")});
    connect(until, &SettingRow::edited, this, &SettingsPanel::chooseUntil);
    connect(until, &SettingRow::looked, this, [this] {
        explain(tr("Until"),
                tr("When the search ends: when each task's best cell is beyond its target, or after a "
                   "number of evaluations a task, or after a number of generations."));
    });

    const auto wholeNumber = [](const QString& typed) {
        bool isNumber = false;
        const auto number = typed.toULongLong(&isNumber);
        return isNumber && number >= 1 && number <= 1000000000 ? QString() : tr("A whole number from 1 on");
    };
    if (m_builtUntil == 1) {
        SettingRow* made = addRow(QStringLiteral("until.evaluations"), column);
        made->setTitle(tr("Evaluations a task"), tr("A value looked up again does not count."));
        made->setCheck(wholeNumber);
        connect(made, &SettingRow::edited, this, [this](const QString& typed) {
            SearchDraft changed = m_session.draft();
            changed.stop.evaluations = typed.toULongLong();
            m_session.setDraft(changed, tr("Change the number of evaluations"));
        });
    } else if (m_builtUntil == 2) {
        SettingRow* made = addRow(QStringLiteral("until.generations"), column);
        made->setTitle(tr("Generations"), tr("After the first, random cells."));
        made->setCheck(wholeNumber);
        connect(made, &SettingRow::edited, this, [this](const QString& typed) {
            SearchDraft changed = m_session.draft();
            changed.stop.generations = static_cast<std::uint32_t>(typed.toULongLong());
            m_session.setDraft(changed, tr("Change the number of generations"));
        });
    } else {
        for (std::size_t i = 0; i < m_builtTasks.size(); ++i) {
            const Task& task = m_session.table()->tasks()[m_builtTasks[i]];
            const QString name = QString::fromStdString(task.title);
            SettingRow* made =
                addRow(QStringLiteral("until.target.") % QString::fromStdString(task.name), column);
            made->setTitle(
                tr("Target %1").arg(QString::fromStdString(task.shortTitle)),
                tr("%1 stops when its best cell goes strictly beyond this. Empty: it never stops by "
                   "itself.")
                    .arg(name));
            made->setCheck([](const QString& typed) {
                return typed.isEmpty() || parseNumber(typed.toStdString()) ? QString()
                                                                           : tr("A number, or nothing");
            });
            connect(made, &SettingRow::edited, this, [this, i, name](const QString& typed) {
                SearchDraft changed = m_session.draft();
                changed.stop.targets.resize(changed.tasks.size());
                changed.stop.targets[i] = parseNumber(typed.toStdString());
                m_session.setDraft(changed, tr("Change the target of %1").arg(name));
            });
        }
    }
}

void SettingsPanel::chooseUntil(const QString& end)
{
    SearchDraft changed = m_session.draft();
    changed.stop.evaluations.reset();
    changed.stop.generations.reset();
    changed.stop.targets.assign(changed.tasks.size(), std::nullopt);
    if (end == u"evaluations")
        changed.stop.evaluations = 150;
    else if (end == u"generations")
        changed.stop.generations = 20;
    else
        for (std::size_t i = 0; i < changed.tasks.size(); ++i)
            changed.stop.targets[i] =
                targetJustBelowBest(m_session.table()->tasks()[changed.tasks[i]].measure());
    m_session.setDraft(changed, tr("Change when the search ends"));
}

QStringList SettingsPanel::proxyNames() const
{
    QStringList names;
    for (const Proxy& proxy : m_session.table()->content().proxies) {
        const QString name = QString::fromStdString(proxy.name);
        if (!names.contains(name))
            names << name;
    }
    return names;
}

QString SettingsPanel::shownValue(const SettingInfo& info, const QString& value) const
{
    if (info.kind == SettingKind::Choice)
        return spoken(value.toStdString());
    if (info.kind == SettingKind::Name)
        return value.isEmpty() ? tr("automatic") : value;
    // "cells" says nothing that the title does not.
    const QString unit = info.unit == "cells" ? QString() : words(info.unit);
    return unit.isEmpty() ? value : value % QStringLiteral(" ") % unit;
}

void SettingsPanel::showValues()
{
    const SearchDraft& draft = m_session.draft();
    const MethodInfo& method = methodInfo(draft.method.toStdString());
    row(QStringLiteral("method"))->setValue(draft.method, words(method.title));
    for (const SettingInfo& info : method.settings) {
        const QString value = settingValue(draft, info.name);
        row(QString::fromStdString(info.name))->setValue(value, shownValue(info, value));
    }
    row(QStringLiteral("seed"))
        ->setValue(QString::number(draft.seed), formatCount(static_cast<std::int64_t>(draft.seed)));
    const QString ends[] = {QStringLiteral("targets"), QStringLiteral("evaluations"),
                            QStringLiteral("generations")};
    const QString endNames[] = {tr("targets"), tr("evaluations"), tr("generations")};
    row(QStringLiteral("until"))->setValue(ends[m_builtUntil], endNames[m_builtUntil]);
    if (SettingRow* made = row(QStringLiteral("until.evaluations")))
        made->setValue(QString::number(draft.stop.evaluations.value_or(0)),
                       formatCount(static_cast<std::int64_t>(draft.stop.evaluations.value_or(0))));
    if (SettingRow* made = row(QStringLiteral("until.generations")))
        made->setValue(QString::number(draft.stop.generations.value_or(0)),
                       formatCount(draft.stop.generations.value_or(0)));
    for (std::size_t i = 0; i < draft.tasks.size(); ++i) {
        const Task& task = m_session.table()->tasks()[draft.tasks[i]];
        SettingRow* made = row(QStringLiteral("until.target.") % QString::fromStdString(task.name));
        if (!made)
            continue;
        const auto target = i < draft.stop.targets.size() ? draft.stop.targets[i] : std::nullopt;
        made->setValue(target ? QString::fromStdString(ktnas::formatNumber(*target)) : QString(),
                       target ? formatValue(*target, taskDecimals(task.measure()), taskUnit(task.measure()))
                              : tr("none"));
    }
}

void SettingsPanel::explain(const QString& title, const QString& text)
{
    m_explanation->setText(tr("%1: %2", "setting, explanation").arg(title, text));
}

void SettingsPanel::setMoreVisible(bool isVisible)
{
    m_more->setChecked(isVisible);
    if (m_advanced)
        m_advanced->setVisible(isVisible);
    applyTheme();
}

void SettingsPanel::setExplanationVisible(bool isVisible)
{
    m_what->setChecked(isVisible);
    if (isVisible && m_explanation->text().isEmpty()) {
        const MethodInfo& method = methodInfo(m_session.draft().method.toStdString());
        explain(words(method.title), words(method.explanation));
    }
    m_explanation->setVisible(isVisible);
}

void SettingsPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_builtMethod.clear(); // made anew with the other words
        m_explanation->clear();
        refresh();
    }
    QWidget::changeEvent(event);
}

void SettingsPanel::retranslate()
{
    m_heading->setFinding(tr("Next search"));
    m_more->setText(tr("More"));
    m_more->setAccessibleName(tr("More settings"));
    m_more->setToolTip(tr("Show the settings that are seldom touched"));
    m_what->setAccessibleName(tr("What is this?"));
    m_what->setToolTip(tr("Explain the setting under the pointer"));
}

void SettingsPanel::applyTheme()
{
    const Theme& theme = m_themes.theme();
    m_explanation->setFont(theme.font(TextRole::Body));
    m_more->setFont(theme.font(TextRole::Body));
    m_more->setIcon(icon(m_more->isChecked() ? u"chevron-up" : u"chevron-down", theme));
    m_what->setIcon(icon(u"help", theme));
}

} // namespace ktnas
