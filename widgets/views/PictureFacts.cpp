// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/PictureFacts.h"

#include "widgets/style/Heading.h"
#include "widgets/style/Icons.h"
#include "widgets/style/Numbers.h"
#include "widgets/style/ThemeProvider.h"
#include "widgets/views/PictureWords.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace ktnas {
namespace {

constexpr int shownDigits = 12; ///< of a content hash

QLabel* paragraph(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

PictureFacts::PictureFacts(ThemeProvider& themes, QWidget* parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    connect(&themes, &ThemeProvider::themeChanged, this, &PictureFacts::rebuild);
}

void PictureFacts::setSet(std::shared_ptr<const PictureSet> set)
{
    m_set = std::move(set);
    rebuild();
}

void PictureFacts::addFact(QGridLayout* grid, const QString& name, const QString& value, bool isFixed,
                           const QString& toolTip)
{
    const Theme& theme = m_themes.theme();
    const int row = grid->rowCount();
    auto* title = new QLabel(name, m_content);
    QPalette grey = title->palette();
    grey.setColor(QPalette::WindowText, theme.text3);
    title->setPalette(grey);
    auto* text = paragraph(value, m_content);
    text->setAccessibleName(name % QStringLiteral(": ") % value);
    text->setToolTip(toolTip);
    if (isFixed)
        text->setFont(theme.font(TextRole::Fixed));
    grid->addWidget(title, row, 0, Qt::AlignTop);
    grid->addWidget(text, row, 1);
}

void PictureFacts::rebuild()
{
    delete m_content;
    m_content = nullptr;
    m_problems.clear();
    if (!m_set)
        return;
    const Theme& theme = m_themes.theme();
    m_content = new QWidget(this);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(theme.ipx(16), theme.ipx(12), theme.ipx(16), theme.ipx(12));
    column->setSpacing(theme.ipx(8));

    const auto heading = [&](const QString& text) {
        auto* made = new Heading(&m_themes, TextRole::Heading, m_content);
        made->setFinding(text);
        column->addWidget(made);
    };
    const auto facts = [&] {
        auto* grid = new QGridLayout;
        grid->setHorizontalSpacing(theme.ipx(12));
        grid->setVerticalSpacing(theme.ipx(4));
        grid->setColumnStretch(1, 1);
        grid->setColumnMinimumWidth(0, theme.ipx(76));
        column->addLayout(grid);
        return grid;
    };
    heading(tr("%Ln pictures", nullptr, static_cast<int>(m_set->pictureCount())));
    QGridLayout* splits = facts();
    for (const Split split : {Split::Train, Split::Valid, Split::Test}) {
        const PicturePart* const part = m_set->part(split);
        addFact(splits, PictureWords::split(split),
                part ? formatCount(static_cast<std::int64_t>(part->count)) : tr("none"));
    }
    column->addSpacing(theme.ipx(8));
    heading(tr("Files"));
    QGridLayout* files = facts();
    addFact(files, tr("Pictures"), PictureWords::shape(*m_set));
    addFact(files, tr("Format"), PictureWords::format(*m_set));
    for (const LabelSet& labels : m_set->labelSets)
        addFact(files, tr("Labels"),
                tr("“%1”, %n classes", nullptr, static_cast<int>(labels.classes.size()))
                    .arg(QString::fromStdString(labels.name)));
    const QString hash = QString::fromStdString(m_set->contentHash);
    addFact(files, tr("Content"), hash.left(shownDigits), true,
            tr("SHA-256 over shape, pixels and labels: equal pictures have an equal hash, whatever their "
               "format.\n%1")
                .arg(hash));
    addFact(files, tr("Place"), QString::fromStdString(m_set->path));
    column->addSpacing(theme.ipx(8));

    heading(m_set->problems.empty()
                ? tr("Nothing to worry about")
                : tr("%n things to know", nullptr, static_cast<int>(m_set->problems.size())));
    if (m_set->problems.empty())
        column->addWidget(paragraph(tr("All files could be decoded, no picture is there twice, and every "
                                       "class has pictures in every split."),
                                    m_content));
    for (const PictureProblem& problem : m_set->problems) {
        m_problems << PictureWords::problem(problem, *m_set);
        auto* row = new QHBoxLayout;
        row->setSpacing(theme.ipx(8));
        auto* mark = new QLabel(m_content);
        mark->setPixmap(iconPixmap(u"warning", theme.px(16), theme.warn, devicePixelRatioF()));
        row->addWidget(mark, 0, Qt::AlignTop);
        row->addWidget(paragraph(m_problems.back(), m_content), 1);
        column->addLayout(row);
    }
    column->addStretch(1);
    m_column->addWidget(m_content);
}

void PictureFacts::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        rebuild();
    QWidget::changeEvent(event);
}

} // namespace ktnas
