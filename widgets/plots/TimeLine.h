// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/LaneTicks.h"
#include "widgets/plots/PlotWidget.h"
#include "widgets/plots/TimeScale.h"

#include <cstdint>
#include <span>
#include <vector>

namespace ktnas {

/// A lane of the time line: one task.
struct TimeLineLane {
    QString name;
    QString code; ///< stands where the name does not fit; may be empty
    int task = -1; ///< colour
};

/// An event that a lane shows.
struct TimeLineEvent {
    enum class Kind : std::uint8_t {
        Evaluation, ///< tick of 6 px
        Migrant, ///< diamond in the colour of `source`, hollow once it is lost
        NewBest, ///< bar of 16 px in the lane's colour
        SkippedTransfer, ///< small hollow square
    };
    std::uint64_t event = 0; ///< its place in the record
    int lane = 0;
    Kind kind = Kind::Evaluation;
    int source = -1; ///< task that a migrant came from
};

/// Where a generation (or the first population) begins.
struct TimeLineGeneration {
    std::uint64_t start = 0;
    QString label;
};

/// Words on a lane from an event on: "target met".
struct TimeLineNote {
    std::uint64_t event = 0;
    int lane = 0;
    QString text;
};

/// The record along the bottom of the window: one lane a task, generations above, the cursor with its handle.
/// What lies after the cursor is drawn at 35 %. A cursor at n stands after the first n events.
/// Painting costs by pixels, not by events: what is narrower than a pixel is merged and darker where it is
/// denser. New events are appended; only what they change is drawn again.
///
/// Mouse: press or drag moves the cursor; wheel zooms in time; middle button drags the range. Keys: ← → an
/// event, with Shift ten, Page Up and Down a generation, Home, End, + and − zoom, 0 shows all.
class TimeLine : public PlotWidget {
    Q_OBJECT

public:
    explicit TimeLine(ThemeProvider* themes, QWidget* parent = nullptr);

    /// Another run: forgets all events, generations, notes, forks; cursor at 0.
    void setLanes(std::vector<TimeLineLane> lanes);
    /// Appends events in the record's order. Lanes outside the list are not shown.
    void append(std::span<const TimeLineEvent> events);
    /// The migrants born by these events did not survive their generation. In the record's order.
    void markLost(std::span<const std::uint64_t> events);
    /// Appends generations in the record's order.
    void appendGenerations(const std::vector<TimeLineGeneration>& generations);
    void setNotes(std::vector<TimeLineNote> notes);
    /// Events at which another run branches off.
    void setForks(std::vector<std::uint64_t> forks);
    /// The record has this many events now.
    void setEnd(std::uint64_t end);
    std::uint64_t end() const { return m_end; }

    /// Moves the cursor without telling; clamped to the record.
    void setCursorPosition(std::uint64_t position);
    std::uint64_t cursorPosition() const { return m_cursor; }
    /// One row of 36 px with all lanes on it, in their colours.
    void setFolded(bool isFolded);
    bool isFolded() const { return m_isFolded; }
    /// Events and pixels as shown now.
    const TimeScale& scale() const { return m_scale; }
    /// Where a lane's middle stands, for a card beside an event.
    double laneY(int lane) const;
    void showAll();

    QString valueText() const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The person moved the cursor. `isExact` is false while dragging: show what is cheap.
    void cursorMoved(quint64 position, bool isExact);
    /// The event under the pointer, −1 and −1 for none.
    void hovered(qint64 event, int lane);

protected:
    QString kindName() const override;
    QColor groundColour() const override { return theme().panel; }
    void invalidate() override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Lane {
        TimeLineLane head;
        LaneTicks evaluations;
        LaneTicks migrants;
        std::vector<int> sources; ///< of each migrant
        LaneTicks lost; ///< those of the migrants that did not survive
        LaneTicks bests;
        LaneTicks skipped;
    };

    void layOut();
    int labelWidth() const;
    int laneTop() const;
    double laneHeight() const;
    void renderLanes();
    void drawLane(QPainter& painter, const Lane& lane, double y) const;
    void drawEvaluations(QPainter& painter, const Lane& lane, double y) const;
    void drawMigrants(QPainter& painter, const Lane& lane, double y) const;
    void drawNotes(QPainter& painter) const;
    void drawGenerations(QPainter& painter) const;
    void drawLabels(QPainter& painter) const;
    std::size_t generationAt(std::uint64_t position) const;
    void moveCursor(std::uint64_t position, bool isExact);
    void changeScale(const TimeScale& scale);
    void stepGeneration(int direction);
    void moveHover(qint64 event, int lane);

    std::vector<Lane> m_lanes;
    std::vector<TimeLineGeneration> m_generations;
    std::vector<TimeLineNote> m_notes;
    std::vector<std::uint64_t> m_forks;
    std::uint64_t m_end = 0;
    std::uint64_t m_cursor = 0;
    bool m_isFolded = false;
    bool m_showsAll = true; ///< the range grows with the record
    TimeScale m_scale;
    QImage m_layer; ///< lanes at full strength, right of the labels
    bool m_isDragging = false;
    bool m_isPanning = false;
    double m_lastX = 0;
    qint64 m_hoveredEvent = -1;
    int m_hoveredLane = -1;
};

} // namespace ktnas
