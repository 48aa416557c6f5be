// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/StartPage.h"

#include "widgets/style/Icons.h"
#include "widgets/style/Numbers.h"
#include "widgets/style/ThemeProvider.h"

#include <QAbstractButton>
#include <QDateTime>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace ktnas {
namespace {

constexpr std::size_t shownRecent = 6;

/// One thing to do: icon, a name, a line of facts, and a key or a time at the right. A button as wide as its
/// column with a line above.
class Row final : public QAbstractButton {
public:
    Row(ThemeProvider& themes, QString picture, const QString& name, QString facts, QString right,
        QWidget* parent)
        : QAbstractButton(parent)
        , m_themes(themes)
        , m_picture(std::move(picture))
        , m_facts(std::move(facts))
        , m_right(std::move(right))
    {
        setText(name);
        setAccessibleName(name);
        setAccessibleDescription(m_facts);
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::PointingHandCursor);
    }
    QSize sizeHint() const override { return {m_themes.theme().ipx(320), m_themes.theme().ipx(56)}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme& theme = m_themes.theme();
        QPainter painter(this);
        painter.fillRect(QRectF(0, 0, width(), 1), theme.line);
        if (underMouse())
            painter.fillRect(QRectF(0, 1, width(), height() - 1), theme.panel);
        const double side = theme.px(20);
        const double left = theme.px(34);
        painter.drawPixmap(QPointF(0, (height() - side) / 2),
                           iconPixmap(m_picture, side, theme.text, devicePixelRatioF()));

        double free = width() - left;
        if (!m_right.isEmpty()) {
            painter.setFont(theme.font(TextRole::Caption));
            painter.setPen(theme.text3);
            const double wide = QFontMetricsF(painter.font()).horizontalAdvance(m_right) + theme.px(12);
            const QRectF frame(width() - wide - 1, height() / 2.0 - theme.px(9), wide, theme.px(18));
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(theme.line);
            painter.drawRoundedRect(frame, theme.px(3), theme.px(3));
            painter.setPen(theme.text3);
            painter.drawText(frame, Qt::AlignCenter, m_right);
            free -= wide + theme.px(8);
        }
        painter.setFont(theme.font(TextRole::Name));
        painter.setPen(theme.text);
        const double middle = height() / 2.0;
        painter.drawText(QRectF(left, middle - theme.px(19), free, theme.px(19)), Qt::AlignVCenter,
                         QFontMetricsF(painter.font()).elidedText(text(), Qt::ElideMiddle, free));
        painter.setFont(theme.font(TextRole::Body));
        painter.setPen(theme.text2);
        painter.drawText(QRectF(left, middle, free, theme.px(19)), Qt::AlignVCenter,
                         QFontMetricsF(painter.font()).elidedText(m_facts, Qt::ElideRight, free));
        if (hasFocus()) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(theme.text, 2));
            painter.drawRoundedRect(QRectF(rect()).adjusted(1, 2, -1, -1), theme.px(4), theme.px(4));
        }
    }
    void keyPressEvent(QKeyEvent* event) override
    {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            click();
        else
            QAbstractButton::keyPressEvent(event);
    }
    void enterEvent(QEnterEvent*) override { update(); }
    void leaveEvent(QEvent*) override { update(); }

private:
    ThemeProvider& m_themes;
    QString m_picture;
    QString m_facts;
    QString m_right;
};

QString when(const QDateTime& opened)
{
    const qint64 days = opened.toLocalTime().date().daysTo(QDate::currentDate());
    if (days <= 0)
        return StartPage::tr("today");
    if (days == 1)
        return StartPage::tr("yesterday");
    return QLocale().toString(opened.toLocalTime().date(), QLocale::ShortFormat);
}

QString facts(const RecentFile& file)
{
    QStringList parts;
    switch (file.kind) {
    case RecentFile::Kind::Table:
        if (!file.title.isEmpty())
            parts << file.title;
        parts << StartPage::tr("%Ln cells", nullptr, static_cast<int>(file.cells))
              << StartPage::tr("%Ln tasks", nullptr, static_cast<int>(file.tasks));
        break;
    case RecentFile::Kind::Record:
        parts << file.title << StartPage::tr("%Ln tasks", nullptr, static_cast<int>(file.tasks))
              << StartPage::tr("%Ln evaluations", nullptr, static_cast<int>(file.evaluations));
        break;
    case RecentFile::Kind::Workspace:
        parts << StartPage::tr("workspace")
              << StartPage::tr("%Ln runs", nullptr, static_cast<int>(file.runs));
        break;
    }
    parts << when(file.opened);
    return parts.join(QStringLiteral(" · "));
}

QString picture(RecentFile::Kind kind)
{
    switch (kind) {
    case RecentFile::Kind::Table:
        return QStringLiteral("table");
    case RecentFile::Kind::Record:
        return QStringLiteral("chart");
    case RecentFile::Kind::Workspace:
        return QStringLiteral("folder");
    }
    return {};
}

QLabel* label(const QString& text, const QFont& font, const QColor& colour, QWidget* parent)
{
    auto* made = new QLabel(text, parent);
    made->setFont(font);
    made->setWordWrap(true);
    QPalette colours = made->palette();
    colours.setColor(QPalette::WindowText, colour);
    made->setPalette(colours);
    return made;
}

} // namespace

StartPage::StartPage(Session& session, ThemeProvider& themes, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_themes(themes)
{
    setObjectName(QStringLiteral("start"));
    connect(&session.preferences(), &Preferences::recentFilesChanged, this, &StartPage::build);
    connect(&themes, &ThemeProvider::themeChanged, this, &StartPage::build);
    build();
}

void StartPage::build()
{
    const Theme& theme = m_themes.theme();
    if (m_content)
        m_content->deleteLater(); // a row of it may be what was just clicked
    m_content = new QWidget(this);
    auto* page = new QVBoxLayout(m_content);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);

    auto* head = new QHBoxLayout;
    head->setSpacing(theme.ipx(16));
    auto* mark = new QLabel(m_content);
    mark->setPixmap(applicationIcon().pixmap(QSize(theme.ipx(44), theme.ipx(44)), devicePixelRatioF()));
    head->addWidget(mark);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(
        label(QStringLiteral("KTNAS Studio"), theme.font(TextRole::Display), theme.text, m_content));
    words->addWidget(label(tr("See and steer multi-task architecture search"), theme.font(TextRole::Body),
                           theme.text2, m_content));
    head->addLayout(words, 1);
    page->addLayout(head);
    page->addSpacing(theme.ipx(48));

    auto* columns = new QHBoxLayout;
    columns->setSpacing(theme.ipx(64));
    auto* start = new QVBoxLayout;
    start->setSpacing(0);
    start->addWidget(label(tr("Start"), theme.font(TextRole::Title), theme.text, m_content));
    start->addSpacing(theme.ipx(12));
    const auto add = [&](QVBoxLayout* column, Row* row) {
        column->addWidget(row);
        return row;
    };
    const QString openKey = m_session.commands()
                                .action(QStringLiteral("file.open"))
                                ->shortcut()
                                .toString(QKeySequence::NativeText);
    Row* open = add(start,
                    new Row(m_themes, QStringLiteral("table"), tr("Open a benchmark"),
                            tr("A CSV table: cells, tasks, values"), openKey, m_content));
    connect(open, &QAbstractButton::clicked, this,
            [this] { m_session.commands().run(QStringLiteral("file.open")); });
    Row* workspace = add(start,
                         new Row(m_themes, QStringLiteral("folder"), tr("Open a workspace or a record"),
                                 tr("What was saved here, or by the command line"), {}, m_content));
    connect(workspace, &QAbstractButton::clicked, this,
            [this] { m_session.commands().run(QStringLiteral("file.openWork")); });
    Row* pictures = add(start,
                        new Row(m_themes, QStringLiteral("pictures"), tr("Open pictures"),
                                tr("MNIST, CIFAR, MedMNIST, or a folder for each class"),
                                m_session.commands()
                                    .action(QStringLiteral("file.openPictures"))
                                    ->shortcut()
                                    .toString(QKeySequence::NativeText),
                                m_content));
    connect(pictures, &QAbstractButton::clicked, this,
            [this] { m_session.commands().run(QStringLiteral("file.openPictures")); });
    Row* make = add(start,
                    new Row(m_themes, QStringLiteral("make"), tr("Make a benchmark"),
                            tr("Small networks, trained on your pictures"),
                            m_session.commands()
                                .action(QStringLiteral("workspace.make"))
                                ->shortcut()
                                .toString(QKeySequence::NativeText),
                            m_content));
    connect(make, &QAbstractButton::clicked, this,
            [this] { m_session.commands().run(QStringLiteral("workspace.make")); });
    Row* help =
        add(start,
            new Row(m_themes, QStringLiteral("book"), tr("Read how it works"), tr("Words, methods, keys"),
                    m_session.commands()
                        .action(QStringLiteral("help.contents"))
                        ->shortcut()
                        .toString(QKeySequence::NativeText),
                    m_content));
    connect(help, &QAbstractButton::clicked, this,
            [this] { m_session.commands().run(QStringLiteral("help.contents")); });
    start->addSpacing(theme.ipx(12));
    start->addWidget(
        label(tr("Or drop a file or a folder anywhere in this window: benchmark tables (CSV), records, "
                 "workspaces, pictures, plans."),
              theme.font(TextRole::Caption), theme.text3, m_content));
    start->addStretch(1);
    columns->addLayout(start, 10);

    auto* second = new QVBoxLayout;
    second->setSpacing(0);
    const std::vector<RecentFile> recent = m_session.preferences().recent();
    m_recentCount = static_cast<int>(std::min(recent.size(), shownRecent));
    if (!recent.empty()) {
        second->addWidget(label(tr("Recent"), theme.font(TextRole::Title), theme.text, m_content));
        second->addSpacing(theme.ipx(12));
        for (std::size_t i = 0; i < recent.size() && i < shownRecent; ++i) {
            const RecentFile& file = recent[i];
            Row* row = add(second,
                           new Row(m_themes, picture(file.kind), QFileInfo(file.path).fileName(), facts(file),
                                   {}, m_content));
            row->setToolTip(file.path);
            connect(row, &QAbstractButton::clicked, this, [this, path = file.path] { m_session.open(path); });
        }
    } else {
        second->addWidget(label(tr("No benchmark yet?"), theme.font(TextRole::Title), theme.text, m_content));
        second->addSpacing(theme.ipx(12));
        const QString prose[] = {
            tr("A benchmark is a table of small neural networks (cells) that others have trained already: "
               "one row a "
               "cell, one column for how well it does on a task. A search then looks values up instead of "
               "training "
               "for weeks, and the table knows the truth that the search has to find."),
            tr("Published ones are NAS-Bench-201 (15,625 cells; CIFAR-10, CIFAR-100, ImageNet16-120) and the "
               "micro "
               "space of TransNAS-Bench-101 (4,096 cells; seven tasks from scene classification to "
               "autoencoding)."),
            tr("As a CSV file the header reads: index, architecture, then a column such as cifar10_valid_acc "
               "for "
               "each task, split and metric. An empty field means: not published."),
        };
        for (const QString& paragraph : prose) {
            second->addWidget(label(paragraph, theme.font(TextRole::Body), theme.text2, m_content));
            second->addSpacing(theme.ipx(12));
        }
    }
    second->addStretch(1);
    columns->addLayout(second, 12);
    page->addLayout(columns, 1);
    m_content->show();
    resizeEvent(nullptr);
}

void StartPage::resizeEvent(QResizeEvent*)
{
    const Theme& theme = m_themes.theme();
    const int wide = std::min(theme.ipx(960), width() - theme.ipx(48));
    const int side = std::max(theme.ipx(24), std::min(theme.ipx(112), (width() - wide) / 2));
    const int top = std::min(theme.ipx(72), height() / 10);
    m_content->setGeometry(side, top, wide, height() - top);
}

void StartPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        build();
    QWidget::changeEvent(event);
}

void StartPage::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_themes.theme().ground);
}

} // namespace ktnas
