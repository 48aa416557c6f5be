// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/Studio.h"
#include "widgets/session/ErrorText.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QSettings>
#include <QTemporaryDir>

#include <cstdio>
#include <memory>

namespace {

// QT_LOGGING_RULES="ktnas.start=true" tells how long the first window took.
Q_LOGGING_CATEGORY(startLog, "ktnas.start", QtWarningMsg)

std::unique_ptr<ktnas::Preferences> preferences(const ktnas::Options& options, const QTemporaryDir& scratch)
{
    if (options.grab.isEmpty())
        return std::make_unique<ktnas::Preferences>(std::make_unique<QSettings>());
    // A picture shows the program as it comes, whatever the person has set, and leaves nothing behind.
    auto store =
        std::make_unique<QSettings>(scratch.filePath(QStringLiteral("grab.ini")), QSettings::IniFormat);
    store->setValue(QStringLiteral("autosave/folder"), scratch.filePath(QStringLiteral("autosave")));
    store->setValue(QStringLiteral("look/theme"), QStringLiteral("light"));
    return std::make_unique<ktnas::Preferences>(std::move(store));
}

} // namespace

int main(int argc, char** argv)
{
    QElapsedTimer clock;
    clock.start();
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("ktnas"));
    QApplication::setApplicationName(QStringLiteral("ktnas-studio"));
    QApplication::setApplicationDisplayName(QStringLiteral("KTNAS Studio"));
    QApplication::setApplicationVersion(QStringLiteral(KTNAS_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("ktnas-studio"));
    QStringList arguments = QApplication::arguments();
    arguments.removeFirst();
    if (arguments.contains(QStringLiteral("--help")) || arguments.contains(QStringLiteral("-h"))) {
        (void)std::fputs(qPrintable(ktnas::optionsHelp()), stdout);
        return 0;
    }
    if (arguments.contains(QStringLiteral("--version"))) {
        (void)std::printf("ktnas-studio %s\n", KTNAS_VERSION);
        return 0;
    }
    try {
        const ktnas::Options options = ktnas::parseOptions(arguments);
        const QTemporaryDir scratch;
        ktnas::Studio studio(options, preferences(options, scratch));
        QObject::connect(&studio, &ktnas::Studio::grabbed, &application,
                         [](int code) { QApplication::exit(code); });
        studio.start();
        QMetaObject::invokeMethod(
            &studio, [&clock] { qCDebug(startLog) << "first window after" << clock.elapsed() << "ms"; },
            Qt::QueuedConnection);
        return QApplication::exec();
    } catch (const ktnas::Error& error) {
        (void)std::fprintf(stderr, "ktnas-studio: %s\n", ktnas::describe(error).c_str());
        return ktnas::exitCode(error.code);
    }
}
