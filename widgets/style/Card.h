// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPixmap>
#include <QTimer>
#include <QWidget>

#include <vector>

class QVariantAnimation;

namespace ktnas {

class ThemeProvider;

/// What a card says: a glyph at the left, a name, one caption and at most four rows.
struct CardContent {
    struct Row {
        int task = -1; ///< place of the task for the chip; −1: no chip
        QString name;
        QString value; ///< "91.55 %"
        QString extra; ///< "8,994", in the second rank
    };
    QPixmap glyph; ///< 36 × 36 logical pixels, or null
    QString title;
    QString caption;
    std::vector<Row> rows;

    /// The same as one text, for accessible descriptions.
    QString asText() const;
};

/// A floating card beside a thing of a painted view: by the pointer after 350 ms, by the keyboard at once. It
/// stands 14 px from the pointer, never over it, never takes focus or the mouse, and fades in over 120 ms
/// unless motion is reduced. A view owns one.
class Card : public QWidget {
    Q_OBJECT

public:
    /// `owner` is the view; the card hides with it.
    Card(ThemeProvider* provider, QWidget* owner);

    /// The pointer rests on something at `globalPosition`. A visible card changes and moves at once.
    void hover(const CardContent& content, const QPoint& globalPosition);
    /// The keyboard stands on something that covers `globalRect`.
    void showBeside(const CardContent& content, const QRect& globalRect);
    /// The pointer or the keyboard left.
    void dismiss();
    const CardContent& content() const { return m_content; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showNow();
    void place();

    ThemeProvider* m_provider;
    CardContent m_content;
    QRect m_anchor;
    QTimer m_delay;
    QVariantAnimation* m_fade;
};

/// Where a card of this size goes so that it stays `gap` from `anchor`, inside `screen` where that is
/// possible, and never over the anchor: right below first, else on the other side.
QPoint cardPosition(const QSize& card, const QRect& anchor, const QRect& screen, int gap);

} // namespace ktnas
