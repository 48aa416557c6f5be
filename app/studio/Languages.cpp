// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/Languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace ktnas {

Languages::Languages(QObject* parent)
    : QObject(parent)
{
}

QStringList Languages::known()
{
    return {QStringLiteral("en"), QStringLiteral("de")};
}

QString Languages::title(const QString& language)
{
    return language == u"de" ? QStringLiteral("Deutsch") : QStringLiteral("English");
}

void Languages::use(const QString& language)
{
    QLocale locale = QLocale::system();
    if (!language.isEmpty() && locale.language() != QLocale(language).language())
        locale = language == u"en" ? QLocale(QLocale::English, QLocale::UnitedKingdom) : QLocale(language);
    QLocale::setDefault(locale);
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qt);
    // English is what the sources say; only its plural forms come from a file.
    if (m_ours.load(locale, QStringLiteral("ktnas"), QStringLiteral("_"), QStringLiteral(":/i18n"))
        || m_ours.load(QStringLiteral(":/i18n/ktnas_en.qm")))
        QCoreApplication::installTranslator(&m_ours);
    if (m_qt.load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                  QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
}

} // namespace ktnas
