// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/learn/api/Learner.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace ktnas;

namespace {

/// What opening the plugin at `path` throws.
Error refusal(const QByteArray& path)
{
    qputenv("KTNAS_LEARN_PLUGIN", path);
    try {
        openLearner();
    } catch (const Error& error) {
        return error;
    }
    return Error(ErrorCode::Internal);
}

bool has(const std::string& text, const char* part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

// What a person reads who has no plugin, or one that does not fit.
class TestOpenLearner : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingThere()
    {
        const Error error = refusal("/nowhere/libktnas_learn.so");
        QCOMPARE(error.code, ErrorCode::PluginMissing);
        QVERIFY(has(error.found, "/nowhere/libktnas_learn.so"));
        QVERIFY(has(error.hint, "libtorch-dev"));
        QVERIFY(!isLearnerOpen());
    }

    void notALibrary()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("libktnas_learn.so"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no library") > 0);
        file.close();
        const Error error = refusal(path.toUtf8());
        QCOMPARE(error.code, ErrorCode::PluginUnusable);
        QCOMPARE(error.file, path.toStdString());
        QVERIFY2(has(error.found, "libktnas_learn.so"), error.found.c_str());
    }

    void anotherLibrary()
    {
        const Error error = refusal("/lib/x86_64-linux-gnu/libz.so.1");
        if (!QFile::exists(QStringLiteral("/lib/x86_64-linux-gnu/libz.so.1")))
            QSKIP("needs a shared library at a known place");
        QCOMPARE(error.code, ErrorCode::PluginUnusable);
        QCOMPARE(error.expected, std::string("the learning plugin"));
    }

    void anotherVersion()
    {
        const Error error = refusal(KTNAS_WRONG_PLUGIN);
        QCOMPARE(error.code, ErrorCode::PluginUnusable);
        QCOMPARE(error.found, std::string("0.0.0-of-another-build"));
        QVERIFY(has(error.expected, "version 0."));
        QVERIFY(has(error.hint, "together"));
        QVERIFY(!isLearnerOpen());
    }
};

QTEST_APPLESS_MAIN(TestOpenLearner)
#include "tst_openlearner.moc"
