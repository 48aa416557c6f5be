// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/Icons.h"
#include "widgets/style/StudioStyle.h"
#include "widgets/style/ThemeProvider.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDockWidget>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenuBar>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSlider>
#include <QSpinBox>
#include <QSplitter>
#include <QStatusBar>
#include <QTabBar>
#include <QTableWidget>
#include <QTest>
#include <QToolBar>
#include <QToolButton>

using namespace ktnas;
using namespace Qt::StringLiterals;

class TestStudioStyle : public QObject {
    Q_OBJECT

private:
    ThemeProvider* m_provider = nullptr;

    static int count(const QImage& image, const QColor& colour)
    {
        int found = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                found += image.pixelColor(x, y) == colour ? 1 : 0;
        }
        return found;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_provider = new ThemeProvider(this);
        m_provider->installOn(*qApp);
    }

    void init()
    {
        m_provider->setZoom(1);
        m_provider->setChoice(ThemeProvider::Choice::Light);
    }

    void sizesFollowTheLook()
    {
        QPushButton button(u"Fork here"_s);
        QLineEdit field;
        QComboBox box;
        box.addItem(u"Colour by rank"_s);
        QCOMPARE(button.sizeHint().height(), 28);
        QCOMPARE(field.sizeHint().height(), 28);
        QCOMPARE(box.sizeHint().height(), 28);
        setCompact(&button);
        QCOMPARE(button.sizeHint().height(), 24);
        QCOMPARE(qApp->style()->pixelMetric(QStyle::PM_ScrollBarExtent), 8);
        QCOMPARE(qApp->style()->pixelMetric(QStyle::PM_SplitterWidth), 1);
        m_provider->setZoom(2);
        QCOMPARE(field.sizeHint().height(), 56);
        QCOMPARE(QApplication::font().pixelSize(), 26);
    }

    void reducedMotionReachesTheStyle()
    {
        QVERIFY(qApp->style()->styleHint(QStyle::SH_Widget_Animation_Duration) > 0);
        m_provider->setMotionReduced(true);
        QCOMPARE(qApp->style()->styleHint(QStyle::SH_Widget_Animation_Duration), 0);
        m_provider->setMotionReduced(false);
    }

    void mainButtonIsFilledWithText()
    {
        QPushButton button(u"Run"_s);
        setMainButton(&button);
        button.resize(button.sizeHint());
        QCOMPARE(button.grab().toImage().pixelColor(6, button.height() / 2), m_provider->theme().text);
        m_provider->setChoice(ThemeProvider::Choice::Dark);
        QCOMPARE(button.grab().toImage().pixelColor(6, button.height() / 2), m_provider->theme().text);
    }

    void focusRingOnlyAfterAKey()
    {
        QWidget window;
        auto* row = new QHBoxLayout(&window);
        auto* first = new QToolButton;
        auto* second = new QToolButton;
        for (QToolButton* button : {first, second}) {
            button->setAutoRaise(true);
            button->setFocusPolicy(Qt::StrongFocus);
            button->setText(u"ab"_s);
            row->addWidget(button);
        }
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.activateWindow();
        first->setFocus(Qt::MouseFocusReason);
        const QColor ring = m_provider->theme().text;
        const auto edgeColour = [&](QToolButton* button) {
            return button->grab().toImage().pixelColor(button->width() / 2, 0);
        };
        QTRY_VERIFY(first->hasFocus());
        QVERIFY(edgeColour(first) != ring);
        QTest::keyClick(first, Qt::Key_Tab);
        QTRY_VERIFY(second->hasFocus());
        QCOMPARE(edgeColour(second), ring);
    }

    void noAccentColour()
    {
        // Every standard control in every state paints greys of the theme only: no pixel is strongly
        // coloured.
        const auto window = gallery();
        for (const auto choice : {ThemeProvider::Choice::Light, ThemeProvider::Choice::Dark}) {
            m_provider->setChoice(choice);
            const QImage image = window->grab().toImage();
            int coloured = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    const QColor pixel = image.pixelColor(x, y);
                    const auto [low, high] = std::minmax({pixel.red(), pixel.green(), pixel.blue()});
                    coloured += high - low > 40 ? 1 : 0;
                }
            }
            QCOMPARE(coloured, 0);
            QVERIFY(count(image, m_provider->theme().bar) > 1000);
            const QString name = choice == ThemeProvider::Choice::Dark ? u"dark"_s : u"light"_s;
            QVERIFY(image.save(u"%1/controls-%2.png"_s.arg(QStringLiteral(KTNAS_PICTURES), name)));
        }
        m_provider->setZoom(2);
        window->resize(window->size() * 1.6);
        QVERIFY(window->grab().save(QStringLiteral(KTNAS_PICTURES "/controls-dark-200.png")));
    }

private:
    std::unique_ptr<QMainWindow> gallery() const
    {
        auto window = std::make_unique<QMainWindow>();
        QMenu* file = window->menuBar()->addMenu(u"&File"_s);
        file->addAction(u"Open…"_s);
        window->menuBar()->addMenu(u"&Edit"_s);
        window->menuBar()->addMenu(u"&View"_s);
        auto* bar = window->addToolBar(u"Run"_s);
        const Theme& theme = m_provider->theme();
        bar->addAction(icon(u"generation-back", theme), u"Back"_s);
        QAction* run = bar->addAction(icon(u"run", theme), u"Resume"_s);
        run->setCheckable(true);
        run->setChecked(true);
        bar->addAction(icon(u"step-forward", theme), u"Step"_s);
        bar->addAction(icon(u"stop", theme), u"Stop"_s)->setEnabled(false);
        bar->addSeparator();
        bar->addAction(icon(u"fork", theme), u"Fork here"_s);
        bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        window->statusBar()->addWidget(new QLabel(u"15,625 cells · 98 looked up by this run"_s));
        auto* progress = new QProgressBar;
        progress->setValue(62);
        progress->setFixedWidth(120);
        window->statusBar()->addPermanentWidget(progress);

        auto* centre = new QWidget;
        auto* column = new QVBoxLayout(centre);
        auto* tabs = new QTabBar;
        for (const auto& name : {u"Explore"_s, u"Search"_s, u"Transfer"_s})
            tabs->addTab(name);
        column->addWidget(tabs);
        auto* row = new QHBoxLayout;
        auto* main = new QPushButton(icon(u"run", theme), u"Run"_s);
        setMainButton(main);
        row->addWidget(main);
        row->addWidget(new QPushButton(u"Cancel"_s));
        auto* disabled = new QPushButton(u"Fork here"_s);
        disabled->setEnabled(false);
        row->addWidget(disabled);
        auto* box = new QComboBox;
        box->addItems({u"Colour by rank on ImageNet16-120"_s, u"Colour by φ"_s});
        row->addWidget(box);
        auto* field = new QLineEdit;
        field->setPlaceholderText(u"Filter, e.g. 0→3 = skip"_s);
        row->addWidget(field);
        auto* number = new QSpinBox;
        number->setValue(10);
        row->addWidget(number);
        column->addLayout(row);
        auto* checks = new QHBoxLayout;
        auto* checked = new QCheckBox(u"Linked"_s);
        checked->setChecked(true);
        checks->addWidget(checked);
        checks->addWidget(new QCheckBox(u"Density"_s));
        auto* partly = new QCheckBox(u"Partly"_s);
        partly->setTristate(true);
        partly->setCheckState(Qt::PartiallyChecked);
        checks->addWidget(partly);
        auto* radio = new QRadioButton(u"All cells"_s);
        radio->setChecked(true);
        checks->addWidget(radio);
        checks->addWidget(new QRadioButton(u"Best 20 %"_s));
        auto* slider = new QSlider(Qt::Horizontal);
        slider->setValue(40);
        checks->addWidget(slider);
        column->addLayout(checks);
        auto* table = new QTableWidget(30, 4);
        table->setHorizontalHeaderLabels({u"Cell"_s, u"C10 %"_s, u"rank"_s, u"Edits"_s});
        table->verticalHeader()->hide();
        table->setShowGrid(false);
        table->setSelectionBehavior(QAbstractItemView::SelectRows);
        table->verticalHeader()->setDefaultSectionSize(24);
        table->setSortingEnabled(true);
        for (int r = 0; r < 30; ++r) {
            for (int c = 0; c < 4; ++c)
                table->setItem(r, c, new QTableWidgetItem(QString::number(1000 + 7 * r + c)));
        }
        table->selectRow(2);
        auto* splitter = new QSplitter;
        splitter->addWidget(table);
        splitter->addWidget(new QLabel(u"Nothing selected"_s));
        column->addWidget(splitter);
        window->setCentralWidget(centre);
        auto* dock = new QDockWidget(u"Settings"_s);
        dock->setWidget(new QLabel(u"Parents K"_s));
        window->addDockWidget(Qt::LeftDockWidgetArea, dock);
        window->resize(860, 460);
        return window;
    }
};

QTEST_MAIN(TestStudioStyle)
#include "tst_studiostyle.moc"
