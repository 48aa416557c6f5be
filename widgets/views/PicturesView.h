// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pictures/LearningTask.h"
#include "core/pictures/PictureSet.h"
#include "widgets/session/Session.h"

#include <QWidget>

#include <optional>
#include <vector>

class QComboBox;
class QPushButton;
class QStackedWidget;

namespace ktnas {

class EmptyState;
class ErrorState;
class Heading;
class PictureFacts;
class PictureGrid;
class PictureShelf;
class ProgressStrip;
class SegmentedChoice;
class ThemeProvider;

/// The page of an image data set: its pictures by class with how many there are, or as a task sees them; its
/// sizes and every problem that was found.
class PicturesView : public QWidget {
    Q_OBJECT

public:
    PicturesView(Session& session, PictureShelf& shelf, ThemeProvider& themes, QWidget* parent = nullptr);

    PictureGrid& grid() { return *m_grid; }
    PictureFacts& facts() { return *m_facts; }
    ErrorState& error() { return *m_error; }
    /// Shows the pictures as a task sees them; nothing: as they are.
    void setTask(std::optional<TaskKind> kind);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeHead();
    QWidget* makeTools();
    bool isTaskShown() const;
    Split split() const;
    int labelSet() const;
    void showShelf();
    void showSet();
    void showChoices();
    void refresh();
    void showClasses();
    void askForExamples();
    void showExamples();
    void retranslate();
    void applyTheme();

    Session& m_session;
    PictureShelf& m_shelf;
    ThemeProvider& m_themes;
    ProgressStrip* m_progress;
    ErrorState* m_error;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    Heading* m_title;
    QComboBox* m_sets;
    QPushButton* m_open;
    QPushButton* m_make;
    SegmentedChoice* m_look;
    QComboBox* m_task;
    QComboBox* m_labels;
    SegmentedChoice* m_splits;
    Heading* m_finding;
    PictureGrid* m_grid;
    PictureFacts* m_facts;
    std::vector<Split> m_offeredSplits;
};

} // namespace ktnas
