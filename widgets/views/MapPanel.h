// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/PointMap.h"
#include "widgets/session/Session.h"
#include "widgets/views/MapColouring.h"

#include <QWidget>

#include <cstdint>
#include <vector>

class QComboBox;

namespace ktnas {

class Card;
class ThemeProvider;

/// One map of all cells with its choice of colour: shows the session's selection, hover, current cell and the
/// run's populations at the cursor, and changes them through the session.
class MapPanel : public QWidget {
    Q_OBJECT

public:
    MapPanel(Session& session, ThemeProvider& themes, QWidget* parent = nullptr);

    PointMap& map() { return *m_map; }
    /// New positions with the words that say what they are ("PCA of path encoding, …").
    void setPositions(std::vector<float> x, std::vector<float> y, const QString& caption);
    const ColourChoice& colour() const { return m_colour; }
    /// Not undoable; the combo box's own change is.
    void setColour(const ColourChoice& colour);
    void retranslate();

protected:
    void changeEvent(QEvent* event) override;

private:
    void fillChoices();
    void recolour();
    void showRun();
    void showSelection();
    void chooseByHand(int index);
    /// The card of the cell under the pointer, or beside the point that the arrows reached.
    void showCard(int point);
    void editSelection(const QVector<int>& points, SelectionMode mode);

    Session& m_session;
    ThemeProvider& m_themes;
    PointMap* m_map;
    Card* m_card;
    QComboBox* m_choice;
    std::vector<ColourChoice> m_choices;
    ColourChoice m_colour;
};

} // namespace ktnas
