// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/Session.h"

#include <QWidget>

#include <functional>

#include <memory>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QSplitter;
class QToolButton;

namespace ktnas {

class CellTablePanel;
class MapPanel;
class ProgressStrip;
class ThemeProvider;

/// The Explore workspace: one or two linked maps of all cells over the cell table.
class ExploreView : public QWidget {
    Q_OBJECT

public:
    ExploreView(Session& session, ThemeProvider& themes, QWidget* parent = nullptr);
    ~ExploreView() override;

    /// Gives the session the commands of the map before there is one, so that the palette has them from the
    /// start. `shown` gives the view as far as it exists; `bring` makes it if need be and brings it to the
    /// front (empty: nobody can). A view that finds no such commands adds its own.
    static void addCommands(Session& session, const std::function<ExploreView*()>& shown,
                            const std::function<ExploreView*()>& bring);

    MapPanel& firstMap() { return *m_first; }
    /// Shows or hides the second map; it takes the difference of two ranks at first.
    void setSecondMapVisible(bool isVisible);
    bool isSecondMapVisible() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeToolBar();
    void chooseTool(int tool);
    void chooseEncoding(int index);
    /// Computes the encoding's principal components in a job and gives them to the maps.
    void computeMap();
    void link(MapPanel* from, MapPanel* to);
    void retranslate();

    Session& m_session;
    ThemeProvider& m_themes;
    MapPanel* m_first;
    MapPanel* m_second;
    CellTablePanel* m_table;
    ProgressStrip* m_progress;
    QSplitter* m_splitter;
    QButtonGroup* m_tools;
    QComboBox* m_encoding;
    QCheckBox* m_density;
    QCheckBox* m_two;
    int m_encodingIndex = 2; ///< Weisfeiler–Lehman spreads the cells; one-hot and path fall on a few places
};

} // namespace ktnas
