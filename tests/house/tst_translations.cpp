// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/Settings.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Message {
    QString context;
    QString source;
    QString type; ///< empty where the translation is finished
    QStringList forms; ///< one, or singular and plural
    bool isPlural = false;
};

struct Translation {
    QString name;
    QString error; ///< of the XML; empty where it parses
    QList<Message> messages;
};

Translation read(const QString& path)
{
    Translation made;
    made.name = path.section(u'/', -1);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        made.error = file.errorString();
        return made;
    }
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name") {
            context = xml.readElementText();
        } else if (xml.name() == u"message") {
            made.messages.append(
                Message{context, {}, {}, {}, xml.attributes().value("numerus"_L1) == u"yes"});
        } else if (xml.name() == u"source") {
            made.messages.last().source = xml.readElementText();
        } else if (xml.name() == u"translation") {
            made.messages.last().type = xml.attributes().value("type"_L1).toString();
            if (!made.messages.last().isPlural)
                made.messages.last().forms += xml.readElementText();
        } else if (xml.name() == u"numerusform") {
            made.messages.last().forms += xml.readElementText();
        }
    }
    if (xml.hasError())
        made.error = xml.errorString();
    return made;
}

QString pathOf(const QString& name)
{
    return QDir(QStringLiteral(KTNAS_SOURCE_DIR)).filePath(u"translations/"_s + name);
}

/// %1, %2, %n, %Ln …, each once, in order. Without `count`, those of the number itself are left out.
QStringList places(const QString& text, bool count)
{
    static const QRegularExpression pattern(u"%L?(n|\\d+)"_s);
    QStringList found;
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext()) {
        const QString place = matches.next().captured();
        if (count || !place.endsWith(u'n'))
            found += place;
    }
    found.removeDuplicates();
    found.sort();
    return found;
}

/// "." or "…" at the end, or nothing: labels stay labels and sentences stay sentences.
QString ending(const QString& text)
{
    const QString last = text.trimmed().right(1);
    return last == u"." || last == u"…" ? last : QString();
}

/// How many keys stand behind an ampersand, as in a menu's name.
qsizetype mnemonics(const QString& text)
{
    static const QRegularExpression pattern(u"&\\w"_s);
    return text.count(pattern);
}

QString problem(const Message& message)
{
    if (message.source.isEmpty())
        return u"no source"_s;
    if (!message.type.isEmpty())
        return message.type;
    // English and German have a singular and a plural.
    if (message.forms.size() != (message.isPlural ? 2 : 1))
        return u"%1 forms"_s.arg(message.forms.size());
    for (qsizetype i = 0; i < message.forms.size(); ++i) {
        const QString& form = message.forms[i];
        if (form.trimmed().isEmpty())
            return u"empty"_s;
        // A singular may say the number in words: "one trial".
        const bool isSingular = message.isPlural && i == 0;
        if (places(form, !isSingular) != places(message.source, !isSingular))
            return u"other places in \"%1\""_s.arg(form);
        if (ending(form) != ending(message.source))
            return u"another ending in \"%1\""_s.arg(form);
        if (mnemonics(form) != mnemonics(message.source))
            return u"another mnemonic in \"%1\""_s.arg(form);
    }
    return {};
}

} // namespace

class TestTranslations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTextIsFinished_data()
    {
        QTest::addColumn<QString>("name");
        const QStringList names = QDir(pathOf({})).entryList({u"*.ts"_s}, QDir::Files);
        QVERIFY(names.contains(u"ktnas_de.ts"_s));
        QVERIFY(names.contains(u"ktnas_en.ts"_s));
        for (const QString& name : names)
            QTest::newRow(qPrintable(name)) << name;
    }

    void everyTextIsFinished()
    {
        QFETCH(QString, name);
        const Translation translation = read(pathOf(name));
        QCOMPARE(translation.error, QString());
        QVERIFY(!translation.messages.isEmpty());
        QStringList wrong;
        for (const Message& message : translation.messages) {
            if (const QString what = problem(message); !what.isEmpty())
                wrong += u"%1: \"%2\": %3"_s.arg(message.context, message.source, what);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    /// The sources speak English already; its file says only what they cannot, and all of that.
    void englishHasThePluralsOnly()
    {
        const auto keys = [](const Translation& translation, bool pluralsOnly) {
            QSet<QString> found;
            for (const Message& message : translation.messages) {
                if (message.isPlural || !pluralsOnly)
                    found.insert(message.context + u'|' + message.source);
            }
            return found;
        };
        const QSet<QString> english = keys(read(pathOf(u"ktnas_en.ts"_s)), false);
        const QSet<QString> german = keys(read(pathOf(u"ktnas_de.ts"_s)), true);
        QVERIFY(!german.isEmpty());
        QCOMPARE(english, german);
    }

    /// Core's texts are no tr() calls, so lupdate does not find them by itself.
    void germanKnowsCoresSettings()
    {
        QSet<QString> known;
        const Translation german = read(pathOf(u"ktnas_de.ts"_s));
        for (const Message& message : german.messages) {
            if (message.context == u"Settings")
                known.insert(message.source);
        }
        QStringList missing;
        const auto need = [&](const std::string& text) {
            if (const QString source = QString::fromStdString(text); !text.empty() && !known.contains(source))
                missing += source;
        };
        for (const ktnas::MethodInfo& method : ktnas::methods()) {
            need(method.title);
            need(method.explanation);
            for (const ktnas::SettingInfo& setting : method.settings) {
                need(setting.title);
                need(setting.explanation);
                // "%" and numbers are the same in every language.
                if (std::any_of(setting.unit.begin(), setting.unit.end(),
                                [](char c) { return c >= 'a' && c <= 'z'; }))
                    need(setting.unit);
                for (const std::string& text : setting.choiceTexts)
                    need(text);
            }
        }
        missing.removeDuplicates();
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
