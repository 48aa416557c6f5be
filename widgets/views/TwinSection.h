// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/Session.h"

#include <QWidget>

namespace ktnas {

class GlyphStrip;
class Heading;
class ThemeProvider;

/// The strict twins of the current cell and how far their values lie apart; how many functional twins there
/// are.
class TwinSection : public QWidget {
    Q_OBJECT

public:
    TwinSection(Session& session, ThemeProvider& themes, QWidget* parent = nullptr);

    /// Whether the workspace in front has a place for it; without a cell it stays hidden anyway.
    void setWanted(bool isWanted);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    Session& m_session;
    bool m_isWanted = true;
    Heading* m_heading;
    GlyphStrip* m_strip;
};

} // namespace ktnas
