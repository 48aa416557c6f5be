// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/Icons.h"

#include "widgets/style/Colour.h"

#include <QDir>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <cmath>

// Q_INIT_RESOURCE must stand outside every namespace.
static void initialiseIcons()
{
    Q_INIT_RESOURCE(icons);
}

namespace ktnas {

namespace {

constexpr QStringView applicationIconId(u"ktnas-studio");

QString iconPath(QStringView id)
{
    initialiseIcons();
    const QString path = QStringLiteral(":/ktnas/icons/") % id % QStringLiteral(".svg");
    return QFile::exists(path) ? path : QString();
}

// Side in device pixels. A null colour keeps the file's own colours.
QPixmap render(const QString& path, int side, const QColor& tint)
{
    const QString key = QStringLiteral("ktnas-icon|") % path % u'|' % QString::number(side) % u'|'
        % (tint.isValid() ? tint.name(QColor::HexArgb) : QString());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(side, side);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    QSvgRenderer(path).render(&painter, QRectF(0, 0, side, side));
    if (tint.isValid()) {
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(pixmap.rect(), tint);
    }
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class TintedIconEngine : public QIconEngine {
public:
    TintedIconEngine(QString path, const QColor& idle, const QColor& strong)
        : m_path(std::move(path))
        , m_idle(idle)
        , m_strong(strong)
    {
    }
    QIconEngine* clone() const override { return new TintedIconEngine(*this); }
    QString key() const override { return QStringLiteral("ktnas-tinted"); }
    bool isNull() override { return false; }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        const int side = std::min(size.width(), size.height());
        return side > 0 ? render(m_path, side, colour(mode, state)) : QPixmap();
    }
    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const double ratio = painter->device()->devicePixelRatioF();
        const int side = std::min(rect.width(), rect.height());
        QPixmap drawn = pixmap(QSize(side, side) * ratio, mode, state);
        drawn.setDevicePixelRatio(ratio);
        painter->drawPixmap(QRectF(rect.x() + (rect.width() - side) / 2.0,
                                   rect.y() + (rect.height() - side) / 2.0, side, side),
                            drawn, QRectF(drawn.rect()));
    }

private:
    QColor colour(QIcon::Mode mode, QIcon::State state) const
    {
        if (mode == QIcon::Disabled)
            return faded(m_idle, 0.38);
        const bool isStrong = mode == QIcon::Active || mode == QIcon::Selected || state == QIcon::On;
        return isStrong ? m_strong : m_idle;
    }

    QString m_path;
    QColor m_idle;
    QColor m_strong;
};

} // namespace

QIcon icon(QStringView id, const Theme& theme)
{
    const QString path = iconPath(id);
    return path.isEmpty() ? QIcon() : QIcon(new TintedIconEngine(path, theme.text2, theme.text));
}

QPixmap iconPixmap(QStringView id, double size, const QColor& colour, double devicePixelRatio)
{
    const QString path = iconPath(id);
    if (path.isEmpty())
        return QPixmap();
    QPixmap pixmap =
        render(path, std::max(1, static_cast<int>(std::lround(size * devicePixelRatio))), colour);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

QIcon applicationIcon()
{
    const QString path = iconPath(applicationIconId);
    QIcon icon;
    for (const int side : {16, 24, 32, 48, 64, 128, 256})
        icon.addPixmap(render(path, side, QColor()));
    return icon;
}

QStringList iconIds()
{
    initialiseIcons();
    QStringList ids;
    for (const QString& file : QDir(QStringLiteral(":/ktnas/icons")).entryList(QDir::Files, QDir::Name)) {
        const QString id = file.chopped(4);
        if (id != applicationIconId)
            ids.append(id);
    }
    return ids;
}

} // namespace ktnas
