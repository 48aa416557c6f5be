// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <QString>

namespace ktnas {

/// An error in the parts that a panel shows apart: what happened, where, and what to do. All in the user's
/// language; parts may be empty except `what`.
struct ErrorReport {
    QString what; ///< "The line does not have the header's number of fields: expected 17, found 14."
    QString where; ///< "Line 1,204, column cifar10_valid_acc", without the file
    QString path; ///< the file as the user gave it
    QString hint; ///< "Open the file in a text editor and …"
};

/// The sentence of a code, without a full stop; never empty.
QString errorSentence(ErrorCode code);
/// The translated twin of describe(), in parts.
ErrorReport errorReport(const Error& error);
/// The translated twin of describe(), as one text; the path comes last.
QString errorText(const Error& error);

} // namespace ktnas
