// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/MenuRow.h"

#include "widgets/style/Icons.h"
#include "widgets/style/ThemeProvider.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QPainter>
#include <QPushButton>
#include <QTabBar>
#include <QTimer>

namespace ktnas {

MenuRow::MenuRow(Session& session, ThemeProvider& themes, const QStringList& workspaces, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_themes(themes)
    , m_workspaces(workspaces)
    , m_menuBar(new QMenuBar(this))
    , m_tabs(new QTabBar(this))
    , m_search(new QPushButton(this))
{
    m_menuBar->setNativeMenuBar(false);
    m_menuBar->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setDocumentMode(true);
    for (qsizetype i = 0; i < workspaces.size(); ++i)
        m_tabs->addTab(QString());
    m_search->installEventFilter(this);
    m_tabs->installEventFilter(this);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 12, 0);
    row->setSpacing(0);
    row->addWidget(m_menuBar);
    row->addSpacing(24);
    row->addWidget(m_tabs);
    row->addStretch(1);
    row->addWidget(m_search);

    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        if (index >= 0)
            m_session.setWorkspace(m_workspaces[index]);
    });
    connect(&session, &Session::workspaceChanged, this, &MenuRow::follow);
    connect(m_search, &QPushButton::clicked, this,
            [this] { m_session.commands().run(QStringLiteral("tools.palette")); });
    connect(&themes, &ThemeProvider::themeChanged, this, &MenuRow::applyTheme);
    retranslate();
    applyTheme();
    follow();
}

void MenuRow::follow()
{
    const QSignalBlocker blocker(m_tabs);
    m_tabs->setCurrentIndex(static_cast<int>(m_workspaces.indexOf(m_session.workspace())));
}

void MenuRow::setWorkspacesVisible(bool areVisible, bool hasTable)
{
    {
        // Hiding the current tab makes another one current, which is not the person's choice.
        const QSignalBlocker blocker(m_tabs);
        for (int i = 0; i < m_tabs->count(); ++i) {
            const CommandSpec& command =
                m_session.commands().spec(QStringLiteral("workspace.") % m_workspaces[i]);
            m_tabs->setTabVisible(i, hasTable || !command.isEnabled || command.isEnabled());
        }
    }
    follow();
    m_tabs->setVisible(areVisible);
    m_tabs->updateGeometry(); // the bar itself does not tell its layout that it became wider
}

void MenuRow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void MenuRow::retranslate()
{
    for (int i = 0; i < m_tabs->count(); ++i) {
        const QString command = QStringLiteral("workspace.") % m_workspaces[i];
        const CommandText words = m_session.commands().spec(command).text();
        m_tabs->setTabText(i, words.text);
        m_tabs->setTabToolTip(i, m_session.commands().action(command)->toolTip());
    }
    m_tabs->setAccessibleName(tr("Workspaces"));
    m_menuBar->setAccessibleName(tr("Menus"));
    m_search->setAccessibleName(tr("Find a command or a cell"));
    m_search->setToolTip(tr("Type the name of a command, or a cell's index or text"));
    updateGeometry();
    m_search->update();
}

void MenuRow::applyTheme()
{
    const Theme& theme = m_themes.theme();
    setFixedHeight(theme.ipx(36));
    m_search->setFixedSize(theme.ipx(268), theme.ipx(24));
    m_tabs->setFixedHeight(theme.ipx(36));
    m_tabs->setFont(theme.font(TextRole::Body));
    update();
}

bool MenuRow::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::Paint) {
        paintSearchField();
        return true;
    }
    // While it is hidden the bar does not measure its tabs, and what it then finds it keeps to itself.
    if (watched == m_tabs && event->type() == QEvent::Show)
        QTimer::singleShot(0, m_tabs, &QWidget::updateGeometry);
    return QWidget::eventFilter(watched, event);
}

void MenuRow::paintSearchField()
{
    const Theme& theme = m_themes.theme();
    QPainter painter(m_search);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(m_search->rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool isActive = m_search->underMouse() || m_search->hasFocus();
    painter.setPen(isActive ? theme.edge : theme.line);
    painter.setBrush(theme.ground);
    painter.drawRoundedRect(frame, theme.px(4), theme.px(4));

    const double side = theme.px(14);
    const double margin = theme.px(8);
    painter.drawPixmap(QPointF(margin, (frame.height() - side) / 2),
                       iconPixmap(u"search", side, theme.text2, m_search->devicePixelRatioF()));

    const QString key = m_session.commands()
                            .action(QStringLiteral("tools.palette"))
                            ->shortcut()
                            .toString(QKeySequence::NativeText);
    painter.setFont(theme.font(TextRole::Caption));
    const QFontMetricsF small(painter.font());
    const double keyWidth = small.horizontalAdvance(key) + theme.px(10);
    const QRectF keyFrame(frame.right() - margin - keyWidth, frame.center().y() - theme.px(8), keyWidth,
                          theme.px(16));
    painter.setPen(theme.line);
    painter.drawRoundedRect(keyFrame, theme.px(3), theme.px(3));
    painter.setPen(theme.text3);
    painter.drawText(keyFrame, Qt::AlignCenter, key);

    const QFont font = theme.font(TextRole::Body);
    painter.setFont(font);
    painter.setPen(theme.text2);
    const double left = margin + side + theme.px(6);
    const QRectF words(left, 0, keyFrame.left() - left - theme.px(4), frame.height());
    painter.drawText(
        words, Qt::AlignVCenter | Qt::AlignLeft,
        QFontMetricsF(font).elidedText(tr("Find a command or a cell"), Qt::ElideRight, words.width()));
}

void MenuRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_themes.theme().bar);
}

} // namespace ktnas
