// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/HelpWindow.h"

#include <QEvent>
#include <QFile>
#include <QKeyEvent>
#include <QTextBrowser>
#include <QUrl>
#include <QVBoxLayout>

namespace ktnas {

HelpWindow::HelpWindow(QWidget* parent)
    : QWidget(parent, Qt::Window)
    , m_browser(new QTextBrowser(this))
{
    m_browser->setOpenExternalLinks(true);
    m_browser->document()->setDocumentMargin(24);
    m_browser->setFrameShape(QFrame::NoFrame);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_browser);
    resize(720, 640);
    retranslate();
}

void HelpWindow::open(const QString& page)
{
    const QString path = QStringLiteral("/ktnas/help/%1.md");
    const bool isThere = QFile::exists(u':' % path.arg(page));
    m_browser->setSource(QUrl(QStringLiteral("qrc:") % path.arg(isThere ? page : QStringLiteral("index"))),
                         QTextDocument::MarkdownResource);
    show();
    raise();
    activateWindow();
}

void HelpWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void HelpWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

void HelpWindow::retranslate()
{
    setWindowTitle(tr("KTNAS Studio guide"));
    m_browser->setAccessibleName(tr("Page of the guide"));
}

} // namespace ktnas
