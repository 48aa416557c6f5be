// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/VerifySection.h"

#include "widgets/session/CellVerifier.h"
#include "widgets/style/ErrorState.h"
#include "widgets/style/Heading.h"
#include "widgets/style/Numbers.h"
#include "widgets/style/ProgressStrip.h"
#include "widgets/style/ThemeProvider.h"
#include "widgets/views/PictureWords.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace ktnas {
namespace {

constexpr int shownDigits = 4;

/// Four digits that say something, whatever the size of the number.
QString shortNumber(double value)
{
    if (value == 0 || !std::isfinite(value))
        return formatNumber(value, value == 0 ? 0 : 1);
    const int before = static_cast<int>(std::floor(std::log10(std::abs(value)))) + 1;
    return formatNumber(value, std::clamp(shownDigits - before, 0, 8));
}

} // namespace

VerifySection::VerifySection(Session& session, CellVerifier& verifier, ThemeProvider& themes, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_verifier(verifier)
    , m_themes(themes)
    , m_progress(new ProgressStrip(&themes))
    , m_heading(new Heading(&themes))
    , m_error(new ErrorState(&themes))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_progress);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(16, 4, 16, 0);
    m_heading->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    head->addWidget(m_heading);
    column->addLayout(head);
    column->addWidget(m_error);
    connect(&verifier, &CellVerifier::changed, this, &VerifySection::refresh);
    connect(&session.selection(), &Selection::currentChanged, this, &VerifySection::refresh);
    connect(&themes, &ThemeProvider::themeChanged, this, &VerifySection::refresh);
    refresh();
}

void VerifySection::addCommands(Session& session, CellVerifier& verifier)
{
    Session* s = &session;
    CellVerifier* v = &verifier;
    session.commands().add(
        {QStringLiteral("cell.verify"),
         QStringLiteral("check"),
         {},
         [] {
             return CommandText{tr("Verify this row"),
                                tr("Train the cell again as the table was made, and compare"), tr("Cell")};
         },
         [s, v] { v->verify(s->selection().current()); },
         [s, v] {
             return s->table() && v->canVerify() && !v->isVerifying() && !s->selection().current().isNone()
                 && s->table()->rowOf(s->selection().current());
         },
         false,
         {}});
    QObject::connect(v, &CellVerifier::changed, &session.commands(), &Commands::scheduleRefresh);
}

QString VerifySection::finding() const
{
    return m_heading->finding();
}

void VerifySection::refresh()
{
    delete m_table;
    m_table = nullptr;
    m_lines.clear();
    const Verification* const made = m_verifier.verification();
    const bool isOfCell = made && made->cell == m_session.selection().current();
    const auto& failure = m_verifier.failure();
    setVisible(m_verifier.isVerifying() || isOfCell || failure);
    m_error->setVisible(failure.has_value());
    if (m_verifier.isVerifying())
        m_progress->begin(tr("Training the cell again"));
    else
        m_progress->end();
    m_heading->setVisible(!failure);
    if (failure) {
        ErrorText text;
        text.what = failure->what;
        text.where = failure->where.isEmpty() ? failure->path : failure->where;
        text.advice = failure->hint;
        m_error->setError(text);
    } else if (m_verifier.isVerifying()) {
        m_heading->setFinding(tr("Training the cell again"));
        m_heading->setCaption(tr("on all tasks, as the table was made"));
    } else if (isOfCell) {
        fill();
    }
}

void VerifySection::fill()
{
    const Verification& made = *m_verifier.verification();
    const auto count = static_cast<std::int64_t>(made.values.size());
    const auto held = static_cast<std::int64_t>(made.heldCount());
    m_heading->setFinding(
        held == count ? tr("Trained again: all %Ln values hold", nullptr, static_cast<int>(count))
                      : tr("Trained again: %1 values hold", "a count of a whole").arg(formatOf(held, count)));
    m_heading->setCaption(tr("a value holds that differs by at most 3 standard deviations of one training "
                             "(sd); on another processor the last digits of sums differ"));
    const Theme& theme = m_themes.theme();
    m_table = new QWidget(this);
    auto* grid = new QGridLayout(m_table);
    grid->setContentsMargins(16, 0, 16, 8);
    grid->setHorizontalSpacing(theme.ipx(8));
    grid->setVerticalSpacing(theme.ipx(2));
    grid->setColumnStretch(0, 1);
    const auto put = [&](int row, int column, const QString& text, bool isHead) {
        auto* label = new QLabel(text, m_table);
        label->setFont(theme.font(TextRole::Caption));
        QPalette colours = label->palette();
        colours.setColor(QPalette::WindowText, isHead ? theme.text3 : theme.text);
        label->setPalette(colours);
        if (column == 0)
            label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        grid->addWidget(label, row, column,
                        column == 0 ? Qt::Alignment() : Qt::AlignRight | Qt::AlignVCenter);
        return label;
    };
    put(0, 0, tr("Value"), true);
    put(0, 1, tr("Table"), true);
    put(0, 2, tr("Again"), true);
    put(0, 3, tr("sd"), true);
    int row = 1;
    for (const VerifiedValue& value : made.values) {
        const Task& task = made.table->tasks()[made.table->taskIndex(value.task)];
        const QString what = QString::fromStdString(task.shortTitle) % u' '
            % QString::fromStdString(value.metric) % (value.split == Split::Test ? tr(", test") : QString());
        const double deviations = value.deviations();
        const QString difference = value.isEqual() ? QStringLiteral("0")
            : std::isnan(deviations)               ? QStringLiteral("–")
                                                   : formatSigned(deviations, 1);
        const QString mark =
            value.holds() ? difference : tr("%1 !", "a difference too large").arg(difference);
        QLabel* name = put(row, 0, what, false);
        name->setToolTip(QString::fromStdString(task.title) % QStringLiteral(", ")
                         % PictureWords::split(value.split));
        put(row, 1, shortNumber(value.stored), false);
        put(row, 2, shortNumber(value.again), false);
        put(row, 3, mark, false);
        m_lines << tr("%1: %2, again %3, %4 sd", "value, stored, measured, difference")
                       .arg(what, shortNumber(value.stored), shortNumber(value.again), difference);
        ++row;
    }
    m_table->setAccessibleName(m_lines.join(QStringLiteral("; ")));
    static_cast<QVBoxLayout*>(layout())->addWidget(m_table);
}

void VerifySection::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace ktnas
