// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/ErrorText.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace ktnas {
namespace {

struct ErrorTexts {
    Q_DECLARE_TR_FUNCTIONS(ErrorTexts)
};

/// "expected 17 fields, found 14"; the two are core's words, so that both fronts say the same.
QString difference(const Error& error)
{
    const QString expected = QString::fromStdString(error.expected);
    const QString found = QString::fromStdString(error.found);
    if (!expected.isEmpty() && !found.isEmpty())
        return ErrorTexts::tr("expected %1, found %2").arg(expected, found);
    if (!expected.isEmpty())
        return ErrorTexts::tr("expected %1").arg(expected);
    if (!found.isEmpty())
        return ErrorTexts::tr("found %1").arg(found);
    return {};
}

QString place(const Error& error)
{
    const QLocale locale;
    QStringList parts;
    if (error.line)
        parts << ErrorTexts::tr("line %1").arg(locale.toString(static_cast<qulonglong>(*error.line)));
    if (error.byte)
        parts << ErrorTexts::tr("byte %1").arg(locale.toString(static_cast<qulonglong>(*error.byte)));
    if (!error.column.empty())
        parts << QString::fromStdString(error.column);
    QString text = parts.join(QStringLiteral(", "));
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

} // namespace

QString errorSentence(ErrorCode code)
{
    switch (code) {
    case ErrorCode::FileMissing:
        return ErrorTexts::tr("There is no such file");
    case ErrorCode::FileUnreadable:
        return ErrorTexts::tr("The file cannot be read");
    case ErrorCode::FileEmpty:
        return ErrorTexts::tr("The file is empty");
    case ErrorCode::GitLfsPointer:
        return ErrorTexts::tr("This is a Git LFS pointer, the data itself is not here");
    case ErrorCode::HtmlPage:
        return ErrorTexts::tr("This is a web page that was saved in place of the file");
    case ErrorCode::UnknownFormat:
        return ErrorTexts::tr("This is not a file that KTNAS Studio can read");
    case ErrorCode::BadHeader:
        return ErrorTexts::tr("The table's header cannot be used");
    case ErrorCode::BadRow:
        return ErrorTexts::tr("The line cannot be used");
    case ErrorCode::BadNumber:
        return ErrorTexts::tr("This is not a usable number");
    case ErrorCode::BadCell:
        return ErrorTexts::tr("This is not a cell of the search space");
    case ErrorCode::OtherSpace:
        return ErrorTexts::tr("Cells of different search spaces or tables do not mix");
    case ErrorCode::DuplicateCell:
        return ErrorTexts::tr("This cell already has a row");
    case ErrorCode::BadJson:
        return ErrorTexts::tr("This is not valid JSON");
    case ErrorCode::BadPlan:
        return ErrorTexts::tr("The plan cannot be used");
    case ErrorCode::RecordNewer:
        return ErrorTexts::tr("The file was written by a newer version of KTNAS Studio");
    case ErrorCode::RecordDamaged:
        return ErrorTexts::tr("The file is damaged");
    case ErrorCode::PicturesDamaged:
        return ErrorTexts::tr("The pictures are damaged");
    case ErrorCode::PicturesUnusable:
        return ErrorTexts::tr("These pictures cannot be learnt from");
    case ErrorCode::CheckpointMismatch:
        return ErrorTexts::tr("These results belong to another plan");
    case ErrorCode::RecordMismatch:
        return ErrorTexts::tr("The record does not belong to this table or this version of the method");
    case ErrorCode::UnknownTask:
        return ErrorTexts::tr("The table has no such task");
    case ErrorCode::UnknownMethod:
        return ErrorTexts::tr("There is no such method");
    case ErrorCode::UnknownSetting:
        return ErrorTexts::tr("The method has no such setting");
    case ErrorCode::UnknownDevice:
        return ErrorTexts::tr("This machine has no such device");
    case ErrorCode::BadSettingValue:
        return ErrorTexts::tr("The setting cannot have this value");
    case ErrorCode::BadArgument:
        return ErrorTexts::tr("This cannot be done as it was asked");
    case ErrorCode::PackageMissing:
        return ErrorTexts::tr("The data is not installed");
    case ErrorCode::PluginMissing:
        return ErrorTexts::tr("The part of KTNAS Studio that trains networks is not installed");
    case ErrorCode::PluginUnusable:
        return ErrorTexts::tr("The part of KTNAS Studio that trains networks does not fit this machine");
    case ErrorCode::TrainingFailed:
        return ErrorTexts::tr("The network could not be trained");
    case ErrorCode::WriteFailed:
        return ErrorTexts::tr("The file could not be written");
    case ErrorCode::Cancelled:
        return ErrorTexts::tr("Cancelled");
    case ErrorCode::OutOfMemory:
        return ErrorTexts::tr("There is not enough memory");
    case ErrorCode::Internal:
        return ErrorTexts::tr("Something went wrong inside KTNAS Studio");
    }
    return ErrorTexts::tr("Something went wrong inside KTNAS Studio");
}

ErrorReport errorReport(const Error& error)
{
    ErrorReport report;
    const QString detail = difference(error);
    report.what = detail.isEmpty() ? ErrorTexts::tr("%1.").arg(errorSentence(error.code))
                                   : ErrorTexts::tr("%1: %2.").arg(errorSentence(error.code), detail);
    report.where = place(error);
    report.path = QString::fromStdString(error.file);
    // Hints are core's whole sentences; translators add them under the context "Hints".
    if (!error.hint.empty())
        report.hint = QCoreApplication::translate("Hints", error.hint.c_str());
    return report;
}

QString errorText(const Error& error)
{
    const ErrorReport report = errorReport(error);
    QString text = report.what;
    if (!report.hint.isEmpty())
        text += u' ' + report.hint;
    if (!report.where.isEmpty() && !report.path.isEmpty())
        return ErrorTexts::tr("%1 (%2 of %3)", "message, place, file").arg(text, report.where, report.path);
    const QString tail = report.where.isEmpty() ? report.path : report.where;
    return tail.isEmpty() ? text : ErrorTexts::tr("%1 (%2)", "message, place or file").arg(text, tail);
}

} // namespace ktnas
