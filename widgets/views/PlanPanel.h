// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/PlanDefaults.h"
#include "widgets/session/Session.h"

#include <QMap>
#include <QWidget>

#include <functional>
#include <vector>

class QCheckBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace ktnas {

class BuildController;
class Heading;
class PictureShelf;
class SettingRow;
class ThemeProvider;

/// The plan of a benchmark as rows to edit: pictures, tasks, networks, trainings, where it goes. While a
/// benchmark is being made they can only be read.
class PlanPanel : public QWidget {
    Q_OBJECT

public:
    PlanPanel(Session& session, PictureShelf& shelf, BuildController& build, ThemeProvider& themes,
              QWidget* parent = nullptr);

    /// The row of a setting: "pictures", "space", "channels", "depth", "networks", "seeds", "share",
    /// "repeats", "train", "judge", "side", "proxies", "workers", "device", "table"; null if there is none.
    SettingRow* row(const QString& name) const { return m_rows.value(name); }
    static constexpr int mostPasses = 100'000'000;
    QCheckBox* taskBox(TaskKind kind) const;
    QSpinBox* passesBox(TaskKind kind) const;

protected:
    void changeEvent(QEvent* event) override;

private:
    struct TaskRow {
        PlannedTask task;
        QCheckBox* box = nullptr;
        QSpinBox* passes = nullptr;
    };
    void build();
    void makeTaskRows(QVBoxLayout* column);
    void addPictureRows(QVBoxLayout* column);
    void addNetworkRows(QVBoxLayout* column);
    void addTrainingRows(QVBoxLayout* column);
    void addPlaceRows(QVBoxLayout* column);
    Heading* addHeading(const QString& text, QVBoxLayout* column);
    SettingRow* addRow(const QString& name, const QString& title, const QString& explanation,
                       QVBoxLayout* column);
    /// A row for a whole number that is written into the plan.
    void addNumber(const QString& name, const QString& title, const QString& explanation, std::uint64_t low,
                   std::uint64_t high, const std::function<void(BenchmarkPlan&, std::uint64_t)>& write,
                   QVBoxLayout* column);
    void choosePictures(const QString& path);
    void takeTasks();
    void edit(const std::function<void(BenchmarkPlan&)>& change);
    void showPlan();
    void showPictures();
    void updateEnabled();
    /// The open set of that path, or null.
    const PictureSet* setAt(const QString& path) const;
    QString picturesTitle(const QString& path) const;

    Session& m_session;
    PictureShelf& m_shelf;
    BuildController& m_build;
    ThemeProvider& m_themes;
    QWidget* m_content = nullptr;
    QLabel* m_problem = nullptr;
    QMap<QString, SettingRow*> m_rows;
    std::vector<TaskRow> m_tasks;
    bool m_isEditing = false;
};

} // namespace ktnas
