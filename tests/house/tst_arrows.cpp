// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// Rooms in the order of the house; a room may include the rooms above it, or only those named for it.
const QStringList order{
    u"core/base"_s,       u"core/files"_s,    u"core/space"_s,    u"core/stats"_s,      u"core/tables"_s,
    u"core/pictures"_s,   u"core/record"_s,   u"core/embed"_s,    u"core/search"_s,     u"core/analysis"_s,
    u"core/experiment"_s, u"core/learn"_s,    u"widgets/style"_s, u"widgets/session"_s, u"widgets/models"_s,
    u"widgets/plots"_s,   u"widgets/graph"_s, u"widgets/views"_s, u"app/cli"_s,         u"app/studio"_s,
};
const QHash<QString, QStringList> only{
    {u"widgets/style"_s, {u"core/base"_s}},
    {u"widgets/plots"_s, {u"core/base"_s, u"widgets/style"_s}},
    {u"widgets/graph"_s, {u"core/base"_s, u"core/space"_s, u"widgets/style"_s}},
};

/// Headers inside the plugin whose classes have tensors as members, and so need more of LibTorch than names.
const QStringList holdTensors{u"core/learn/plugin/Net.h"_s, u"core/learn/plugin/Objective.h"_s,
                              u"core/learn/plugin/Optimiser.h"_s};

QString roomOf(const QString& path)
{
    return path.section(u'/', 0, 1);
}

bool mayInclude(const QString& room, const QString& other)
{
    if (room == other)
        return true;
    if (only.contains(room))
        return only.value(room).contains(other);
    if (room == u"app/cli" && other.startsWith(u"widgets/"))
        return false;
    return order.indexOf(other) >= 0 && order.indexOf(other) < order.indexOf(room);
}

} // namespace

class TestArrows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void includesFollowTheHouse()
    {
        const QDir root(QStringLiteral(KTNAS_SOURCE_DIR));
        const QRegularExpression ours(u"^\\s*#\\s*include\\s*\"([^\"]+)\""_s);
        const QRegularExpression qt(u"^\\s*#\\s*include\\s*<Q"_s);
        const QRegularExpression torch(u"^\\s*#\\s*include\\s*<(torch|ATen|c10)/"_s);
        const QRegularExpression graphviz(u"^\\s*#\\s*include\\s*<(graphviz/)?(gvc|cgraph|gvplugin)\\.h>"_s);
        int files = 0;
        QStringList wrong;
        QStringList graphvizFiles;
        for (const QString& top : {u"core"_s, u"widgets"_s, u"app"_s}) {
            QDirIterator it(root.filePath(top), {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                            QDirIterator::Subdirectories);
            while (it.hasNext()) {
                const QString path = root.relativeFilePath(it.next());
                const QString room = roomOf(path);
                QVERIFY2(order.contains(room),
                         qPrintable(path + u" is in a room that the house does not know"_s));
                QFile file(root.filePath(path));
                QVERIFY(file.open(QIODevice::ReadOnly));
                ++files;
                const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
                for (const QString& line : lines) {
                    const auto match = ours.match(line);
                    if (match.hasMatch()) {
                        const QString included = match.captured(1);
                        if (included.endsWith(u".moc") || included.startsWith(u"ui_"))
                            continue;
                        if (!QFile::exists(root.filePath(included)))
                            wrong += path + u": "_s + included + u" is not spelled from the root"_s;
                        else if (!mayInclude(room, roomOf(included)))
                            wrong += path + u" includes "_s + included;
                        else if (included.startsWith(u"core/learn/plugin/"_s)
                                 && !path.startsWith(u"core/learn/plugin/"_s))
                            wrong += path + u" includes the plugin's inside: "_s + included;
                    } else if (qt.match(line).hasMatch()
                               && (room.startsWith(u"core/") || room == u"app/cli")) {
                        wrong += path + u" includes Qt: "_s + line;
                    } else if (torch.match(line).hasMatch() && !path.startsWith(u"core/learn/plugin/"_s)) {
                        wrong += path + u" includes LibTorch, which only the plugin may"_s;
                    } else if (torch.match(line).hasMatch() && path.endsWith(u".h")
                               && !holdTensors.contains(path)) {
                        wrong += path + u" includes LibTorch; names are enough: TorchNames.h"_s;
                    } else if (graphviz.match(line).hasMatch()) {
                        graphvizFiles += path;
                    }
                    const QString stem = path.section(u'.', 0, 0);
                    if (path.startsWith(u"widgets/views/") && match.hasMatch()
                        && match.captured(1).startsWith(u"widgets/views/")
                        && match.captured(1).endsWith(u"View.h")
                        && match.captured(1).section(u'.', 0, 0) != stem)
                        wrong += path + u" includes another view"_s;
                }
            }
        }
        QVERIFY(files > 10);
        graphvizFiles.removeDuplicates();
        QVERIFY2(graphvizFiles.size() <= 1 && graphvizFiles.filter(QRegularExpression(u"\\.h$"_s)).isEmpty(),
                 qPrintable(u"Graphviz is seen by: "_s + graphvizFiles.join(u", "_s)));
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TestArrows)
#include "tst_arrows.moc"
