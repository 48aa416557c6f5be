// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/PlotWidget.h"
#include "widgets/plots/VoteLayout.h"

#include <QPixmap>

#include <limits>
#include <optional>
#include <vector>

class QScrollBar;

namespace ktnas {

/// A labelled member of the history.
struct VoteEntry {
    QString generation; ///< "gen 6"
    QString name; ///< the cell
    QPixmap glyph; ///< 20 × 20 logical pixels at zoom 1, or null
    bool isPositive = false; ///< its label: +1 or −1
    int candidate = -1; ///< whom it votes for; −1 nobody
};

/// A candidate for transfer.
struct VoteCandidate {
    QString name;
    QPixmap glyph;
    std::vector<int> sources; ///< tasks it comes from, for the marks
    bool isChosen = false; ///< diamonds in place of discs, and the word
    double phi = 0; ///< sum of all votes
    double truthRank =
        std::numeric_limits<double>::quiet_NaN(); ///< on the target task; NaN = not in the table
};

/// One vote (the paper's Fig. 4, alive). Entries vote in the order given.
struct VoteData {
    std::vector<VoteEntry> entries;
    std::vector<VoteCandidate> candidates;
    double truthCount = 1; ///< how many ranks the target task has
    QString historyTitle; ///< "History of ImageNet16-120"
    QString historyCaption; ///< "18 labelled migrants"
    QString candidatesTitle; ///< "Candidates"
    QString candidatesCaption; ///< "17, from C10 and C100"
    QString truthCaption; ///< "rank on ImageNet16-120, better →"
};

/// History at the left, candidates at the right, a curve for each vote, φ and the truth beside each
/// candidate. Stepping shows the first k votes only, with φ as far as counted, and keeps back who was chosen.
/// Many rows scroll. Keys: ↑ ↓ a row, ← → between history and candidates, Home, End, Enter activates, Esc
/// leaves.
class VoteDiagram : public PlotWidget {
    Q_OBJECT

public:
    explicit VoteDiagram(ThemeProvider* themes, QWidget* parent = nullptr);

    /// Ends stepping and forgets the hovered row.
    void setData(VoteData data);
    const VoteData& data() const { return m_data; }
    /// Shows the first `votes` votes; −1 shows all (not stepping). Clamped; emits stepChanged if it changes.
    void setStep(int votes);
    int step() const { return m_step; }
    int voteCount() const { return static_cast<int>(m_data.entries.size()); }
    /// φ of a candidate as far as counted.
    double shownPhi(int candidate) const;
    /// The candidate or entry being looked at, framed like a table's current row; none.
    void setCurrent(std::optional<VoteLayout::Row> row);
    std::optional<VoteLayout::Row> hoveredRow() const { return m_hovered; }
    const VoteLayout& voteLayout() const { return m_layout; }

    QString valueText() const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A row of the history, −1 for none.
    void entryHovered(int entry);
    /// A candidate, −1 for none.
    void candidateHovered(int candidate);
    void entryActivated(int entry);
    void candidateActivated(int candidate);
    void stepChanged(int votes);

protected:
    QString kindName() const override;
    void invalidate() override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void layOut();
    QRectF rowsRect() const;
    void paintRows(QPainter& painter) const;
    void drawColumnHeads(QPainter& painter) const;
    void drawAxes(QPainter& painter) const;
    void drawEntry(QPainter& painter, int entry) const;
    void drawCandidate(QPainter& painter, int candidate) const;
    void drawCurves(QPainter& painter) const;
    bool isLit(int entry) const;
    bool isCounted(int entry) const { return m_step < 0 || entry < m_step; }
    void moveHover(std::optional<VoteLayout::Row> row);
    void moveBy(int rows);
    void reveal(int row);
    void activate(VoteLayout::Row row);

    VoteData m_data;
    VoteLayout m_layout;
    QScrollBar* m_scroll;
    int m_step = -1;
    double m_phiLow = 0;
    double m_phiHigh = 1;
    std::optional<VoteLayout::Row> m_hovered;
    std::optional<VoteLayout::Row> m_current;
    QImage m_layer;
};

} // namespace ktnas
