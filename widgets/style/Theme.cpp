// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/Theme.h"

#include "widgets/style/Colour.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QGuiApplication>
#include <QThread>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace ktnas {

namespace {

QColor hex(QRgb rgb)
{
    return QColor(qRed(rgb), qGreen(rgb), qBlue(rgb));
}

// Width in logical pixels; the dash in pixels too, because a pen's own pattern would stretch with its width.
struct OperationLine {
    double width = 0;
    double dash = 0;
    double gap = 0;
};

OperationLine operationLine(OperationStyle style, int kernel)
{
    const double byKernel = kernel >= 7 ? 3.5 : kernel >= 5 ? 2.75 : 2;
    switch (style) {
    case OperationStyle::None:
        return {};
    case OperationStyle::Skip:
        return {1, 0, 0};
    case OperationStyle::Conv3x3:
        return {3.2, 0, 0};
    case OperationStyle::Conv1x1:
        return {2, 0, 0};
    case OperationStyle::AvgPool:
        return {2.2, 3.5, 2.2};
    case OperationStyle::MaxPool:
        return {2.2, 8, 2.5};
    case OperationStyle::Separable:
        return {byKernel, 0, 0};
    case OperationStyle::Dilated:
        return {byKernel, 12, 3};
    }
    return {};
}

QFont makeFont(TextRole role, const Theme& theme)
{
    if (role == TextRole::Fixed) {
        QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        fixed.setPixelSize(theme.ipx(13));
        return fixed;
    }
    QFont font(uiFontFamily());
    const auto set = [&](double size, QFont::Weight weight) {
        font.setPixelSize(theme.ipx(size));
        font.setWeight(weight);
    };
    switch (role) {
    case TextRole::Caption:
        set(11, QFont::Normal);
        break;
    case TextRole::Body:
    case TextRole::Fixed:
        set(13, QFont::Normal);
        break;
    case TextRole::Name:
        set(13, QFont::Medium);
        break;
    case TextRole::Heading:
        set(13, QFont::DemiBold);
        break;
    case TextRole::Title:
        set(15, QFont::DemiBold);
        break;
    case TextRole::Figure:
        set(22, QFont::Medium);
        break;
    case TextRole::Display:
        set(26, QFont::DemiBold);
        break;
    }
    return font;
}

} // namespace

Theme Theme::light()
{
    Theme theme;
    theme.isDark = false;
    theme.ground = hex(0xFFFFFF);
    theme.panel = hex(0xF6F7F8);
    theme.bar = hex(0xECEEF1);
    theme.raised = hex(0xFFFFFF);
    theme.line = hex(0xD5DADF);
    theme.grid = hex(0xE9ECEF);
    theme.text = hex(0x1B1F24);
    theme.text2 = hex(0x4C555F);
    theme.text3 = hex(0x606973);
    theme.edge = hex(0x7F8791);
    theme.warn = hex(0x8A5A00);
    theme.error = hex(0xB3261E);
    theme.tasks = {hex(0x5773EA), hex(0xCB7700), hex(0x00593F), hex(0xAD2079),
                   hex(0x7E5C00), hex(0x703DBD), hex(0x0099AD), hex(0x5A1A18)};
    return theme;
}

Theme Theme::dark()
{
    Theme theme;
    theme.isDark = true;
    theme.ground = hex(0x14171B);
    theme.panel = hex(0x1A1E23);
    theme.bar = hex(0x21262C);
    theme.raised = hex(0x272D34);
    theme.line = hex(0x323941);
    theme.grid = hex(0x232830);
    theme.text = hex(0xE8EAED);
    theme.text2 = hex(0xABB3BC);
    theme.text3 = hex(0x8C959F);
    theme.edge = hex(0x6E7883);
    theme.warn = hex(0xE2B354);
    theme.error = hex(0xF48A80);
    theme.tasks = {hex(0xAABCFF), hex(0xFEBE6C), hex(0x25966C), hex(0xFF6DBC),
                   hex(0xFFF2D2), hex(0x9969EF), hex(0xA5F3FF), hex(0xCC473C)};
    return theme;
}

int Theme::ipx(double size) const
{
    return size > 0 ? std::max(1, static_cast<int>(std::lround(px(size))))
                    : static_cast<int>(std::lround(px(size)));
}

QColor Theme::taskColour(int task) const
{
    return task < 0 ? edge : tasks[static_cast<std::size_t>(task) % tasks.size()];
}

QColor Theme::operationColour(OperationStyle style) const
{
    switch (style) {
    case OperationStyle::None:
        return QColor(Qt::transparent);
    case OperationStyle::Skip:
        return isDark ? hex(0x8893A0) : hex(0x7C858F);
    case OperationStyle::Conv3x3:
    case OperationStyle::Separable:
        return isDark ? hex(0xDDE2E8) : hex(0x39424E);
    case OperationStyle::Conv1x1:
    case OperationStyle::Dilated:
        return isDark ? hex(0xC98F63) : hex(0xA8673C);
    case OperationStyle::AvgPool:
    case OperationStyle::MaxPool:
        return isDark ? hex(0x6FB3A8) : hex(0x3F8A80);
    }
    return QColor(Qt::transparent);
}

QPen Theme::operationPen(OperationStyle style, int kernel, double scale) const
{
    const OperationLine shape = operationLine(style, kernel);
    if (shape.width <= 0)
        return QPen(Qt::NoPen);
    QPen pen(operationColour(style), shape.width * scale);
    pen.setCapStyle(Qt::FlatCap);
    pen.setJoinStyle(Qt::RoundJoin);
    if (shape.dash > 0)
        pen.setDashPattern({shape.dash / shape.width, shape.gap / shape.width});
    return pen;
}

const ColourMap& Theme::sequential() const
{
    static const ColourMap houseLight{0xDCE0E8, 0xBAD0E3, 0x91C3D8, 0x66B2BF, 0x36A1A1,
                                      0x1F8B7E, 0x0F745B, 0x0D5A3E, 0x094024};
    static const ColourMap houseDark{0x2C3850, 0x2F4B68, 0x2A617F, 0x197D91, 0x06999A,
                                     0x31B796, 0x6FD087, 0xABE37D, 0xE5F477};
    switch (sequentialChoice) {
    case SequentialMap::Viridis:
        return ColourMap::viridis(isDark);
    case SequentialMap::Cividis:
        return ColourMap::cividis(isDark);
    case SequentialMap::House:
        break;
    }
    return isDark ? houseDark : houseLight;
}

const ColourMap& Theme::signedMap() const
{
    static const ColourMap onLight{0xB4540A, 0xEEF0F2, 0x1F5FA8};
    static const ColourMap onDark{0xF0A35E, 0x2B3138, 0x78B4F0};
    return isDark ? onDark : onLight;
}

QFont Theme::font(TextRole role) const
{
    // Painting asks hundreds of times a frame, and a font that is made anew looks for its engine again each
    // time. Fonts must not outlive the application, and what other threads ask for is not worth a lock.
    static std::map<std::pair<TextRole, int>, QFont> known;
    static const bool isRegistered = [] {
        qAddPostRoutine([] { known.clear(); });
        return true;
    }();
    Q_UNUSED(isRegistered)
    const int size = ipx(1000); // in thousandths: fonts of one role differ by the zoom alone
    const bool isCached = qApp != nullptr && QThread::currentThread() == qApp->thread();
    if (isCached) {
        const auto found = known.find({role, size});
        if (found != known.end())
            return found->second;
    }
    QFont made = makeFont(role, *this);
    if (isCached)
        known.emplace(std::pair(role, size), made);
    return made;
}

QPalette Theme::palette() const
{
    QPalette palette;
    const auto all = [&](QPalette::ColorRole role, const QColor& colour) { palette.setColor(role, colour); };
    all(QPalette::Window, panel);
    all(QPalette::WindowText, text);
    all(QPalette::Base, ground);
    all(QPalette::AlternateBase, ground);
    all(QPalette::Text, text);
    all(QPalette::Button, bar);
    all(QPalette::ButtonText, text);
    all(QPalette::BrightText, text);
    all(QPalette::Highlight, line);
    all(QPalette::HighlightedText, text);
    all(QPalette::ToolTipBase, raised);
    all(QPalette::ToolTipText, text);
    all(QPalette::PlaceholderText, text3);
    all(QPalette::Link, text);
    all(QPalette::LinkVisited, text);
    all(QPalette::Light, raised);
    all(QPalette::Midlight, grid);
    all(QPalette::Mid, line);
    all(QPalette::Dark, edge);
    all(QPalette::Shadow, mixed(ground, QColor(Qt::black), isDark ? 0.5 : 0.3));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                            QPalette::HighlightedText, QPalette::PlaceholderText, QPalette::Link})
        palette.setColor(QPalette::Disabled, role, faded(palette.color(QPalette::Active, role), 0.38));
    return palette;
}

QString uiFontFamily()
{
    static const QString family = [] {
        const QStringList installed = QFontDatabase::families();
        for (const QString& wanted : {QStringLiteral("Inter"), QStringLiteral("Noto Sans")}) {
            if (installed.contains(wanted))
                return wanted;
        }
        return QFontInfo(QFontDatabase::systemFont(QFontDatabase::GeneralFont)).family();
    }();
    return family;
}

int lineHeight(TextRole role)
{
    switch (role) {
    case TextRole::Caption:
        return 16;
    case TextRole::Body:
    case TextRole::Name:
    case TextRole::Heading:
    case TextRole::Fixed:
        return 18;
    case TextRole::Title:
        return 20;
    case TextRole::Figure:
        return 28;
    case TextRole::Display:
        return 32;
    }
    return 18;
}

} // namespace ktnas
