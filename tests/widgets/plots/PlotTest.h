// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/PlotWidget.h"

#include <QApplication>
#include <QImage>
#include <QMouseEvent>
#include <QTest>

namespace ktnas::test {

/// Shows a view at a size and paints it once; offscreen the window is active at once.
inline void showAt(QWidget& view, int width, int height)
{
    view.resize(width, height);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.setFocus();
    QApplication::processEvents();
}

/// Moves the pointer with no button held. QTest::mouseMove sends nothing where the pointer is there already.
inline void moveTo(QWidget& view, QPoint place)
{
    QMouseEvent event(QEvent::MouseMove, place, view.mapToGlobal(place), Qt::NoButton, Qt::NoButton,
                      Qt::NoModifier);
    QApplication::sendEvent(&view, &event);
}

/// What the view looks like now, one image pixel for each logical pixel.
inline QImage picture(QWidget& view)
{
    QImage image = view.grab().toImage().convertToFormat(QImage::Format_RGB32);
    image.setDevicePixelRatio(1);
    return image;
}

/// How many pixels have exactly this colour.
inline int countPixels(const QImage& image, const QColor& colour)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixel(x, y) == colour.rgb() ? 1 : 0;
    }
    return count;
}

} // namespace ktnas::test
