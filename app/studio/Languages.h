// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTranslator>

namespace ktnas {

/// Installs the program's words in a language, and Qt's own with them; widgets hear of it as a
/// LanguageChange.
class Languages : public QObject {
    Q_OBJECT

public:
    explicit Languages(QObject* parent = nullptr);

    /// Languages that there are words for: "en", "de".
    static QStringList known();
    /// The language's own name, "Deutsch".
    static QString title(const QString& language);
    /// "en", "de", or empty for the system's language, where it is known.
    void use(const QString& language);

private:
    QTranslator m_ours;
    QTranslator m_qt;
};

} // namespace ktnas
