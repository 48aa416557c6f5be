// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pictures/TaskSamples.h"
#include "widgets/plots/PlotWidget.h"

#include <QImage>
#include <QStringList>

#include <optional>
#include <vector>

namespace ktnas {

class Card;

/// One picture of a grid, and what is to be answered about it.
struct PictureTile {
    QImage picture;
    QImage answer; ///< beside it; null: none
    QString text; ///< below it; may be empty
    std::optional<SampleBox> box; ///< drawn over the picture
    std::optional<double> angle; ///< drawn over the picture, see TaskSample
    QString name; ///< "Training 17": for the card and for those who hear it
    QString kind; ///< "Bag", the same
};

/// A row of a grid: the pictures of one class.
struct PictureRow {
    struct Bar {
        QString name; ///< "Training"
        double share = 0; ///< of the longest bar, 0 … 1
        QString text; ///< "6,000"
    };
    QString title;
    std::vector<Bar> bars;
    std::vector<PictureTile> tiles;
};

/// Pictures as they are, one row a class with how many there are, as many as fit; or examples of a task that
/// run over as many lines as they need. A picture's pixels are whole numbers of the screen's; one that is too
/// large is brought down. Made to stand in a scroll area. Keys: arrows move from picture to picture, Home and
/// End go to the row's ends, Esc leaves.
class PictureGrid : public PlotWidget {
    Q_OBJECT

public:
    explicit PictureGrid(ThemeProvider* themes, QWidget* parent = nullptr);

    /// Rows of classes, with titles and bars at the left.
    void setRows(std::vector<PictureRow> rows);
    /// Examples, without rows.
    void setExamples(std::vector<PictureTile> tiles);
    const std::vector<PictureRow>& rows() const { return m_rows; }
    bool areExamples() const { return m_areExamples; }
    /// Row and place of the picture under the pointer or reached by keys.
    struct Place {
        std::size_t row = 0;
        std::size_t tile = 0;
        friend bool operator==(const Place&, const Place&) = default;
    };
    std::optional<Place> hovered() const { return m_hovered; }
    /// Where a picture is drawn; empty for one that has no room.
    QRect pictureRect(Place place) const;

    QString valueText() const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    QString kindName() const override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// Sizes in logical pixels; a picture's are fractions of them where the screen's are finer.
    struct Measures {
        QSizeF picture;
        bool isSmooth = false; ///< brought down instead of enlarged
        double tileWidth = 0;
        double tileHeight = 0;
        double left = 0; ///< of the first tile
        double rowHeight = 0;
        std::size_t columns = 1;
    };
    Measures measures(int width) const;
    void drawRowHead(QPainter& painter, const PictureRow& row, double top) const;
    void drawTile(QPainter& painter, const PictureTile& tile, const QRectF& rect,
                  const Measures& sizes) const;
    void drawPicture(QPainter& painter, const QImage& image, const QRectF& rect, bool isSmooth) const;
    void drawMarks(QPainter& painter, const PictureTile& tile, const QRectF& rect) const;
    QRectF tileRect(Place place, const Measures& sizes) const;
    std::size_t shownTiles(std::size_t row, const Measures& sizes) const;
    std::optional<Place> placeAt(const QPointF& position) const;
    void moveTo(std::optional<Place> place, bool byKey, const QPoint& globalPosition);
    const PictureTile& tileAt(Place place) const { return m_rows[place.row].tiles[place.tile]; }

    std::vector<PictureRow> m_rows; ///< examples are one row
    bool m_areExamples = false;
    std::optional<Place> m_hovered;
    Card* m_card;
};

} // namespace ktnas
