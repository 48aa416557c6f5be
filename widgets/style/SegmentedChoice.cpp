// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/SegmentedChoice.h"

#include "core/base/Error.h"
#include "widgets/style/Colour.h"
#include "widgets/style/Marks.h"
#include "widgets/style/ThemeProvider.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QRadioButton>

#include <algorithm>

namespace ktnas {

namespace {

// A radio button, so that screen readers and arrow keys treat it as one of several; only its painting is
// ours.
class Segment : public QRadioButton {
public:
    Segment(ThemeProvider* provider, const QString& label, QWidget* parent)
        : QRadioButton(label, parent)
        , m_provider(provider)
    {
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        setAttribute(Qt::WA_Hover);
    }
    void setEnds(bool isFirst, bool isLast)
    {
        m_isFirst = isFirst;
        m_isLast = isLast;
    }
    QSize sizeHint() const override
    {
        const Theme& theme = m_provider->theme();
        // As wide as the chosen state, which is heavier, so that choosing moves nothing.
        const QFontMetricsF metrics(theme.font(TextRole::Heading));
        return {theme.ipx(18) + static_cast<int>(metrics.horizontalAdvance(text())), theme.ipx(24)};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    bool hitButton(const QPoint& position) const override { return rect().contains(position); }
    void paintEvent(QPaintEvent*) override
    {
        const Theme& theme = m_provider->theme();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (!isEnabled())
            painter.setOpacity(0.38);
        const double radius = theme.px(4);
        const double reach = 2 * radius;
        QRectF shape = QRectF(rect()).adjusted(m_isFirst ? 0.5 : -0.5, 0.5, -0.5, -0.5);
        // A rounded rectangle that runs past the sides where a neighbour follows.
        const QRectF rounded = shape.adjusted(m_isFirst ? 0 : -reach, 0, m_isLast ? 0 : reach, 0);
        painter.setClipRect(rect());
        const QColor fill = isChecked() ? theme.text
            : underMouse()              ? mixed(theme.raised, theme.line, 0.6)
                                        : theme.raised;
        painter.setPen(QPen(isChecked() ? theme.text : theme.line, 1));
        painter.setBrush(fill);
        painter.drawRoundedRect(rounded, radius, radius);
        if (!m_isLast && !isChecked())
            painter.drawLine(QPointF(shape.right(), shape.top()), QPointF(shape.right(), shape.bottom()));
        painter.setFont(theme.font(isChecked() ? TextRole::Heading : TextRole::Body));
        painter.setPen(isChecked() ? theme.ground : theme.text2);
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextShowMnemonic, text());
        if (showsFocus(*this)) {
            const double in = theme.px(2);
            Theme ring = theme;
            ring.text = isChecked() ? theme.ground : theme.text;
            paintFocusRing(painter, QRectF(rect()).adjusted(in, in, -in, -in), ring);
        }
    }

private:
    ThemeProvider* m_provider;
    bool m_isFirst = false;
    bool m_isLast = false;
};

} // namespace

SegmentedChoice::SegmentedChoice(ThemeProvider* provider, QWidget* parent)
    : QWidget(parent)
    , m_provider(provider)
    , m_group(new QButtonGroup(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idClicked, this, &SegmentedChoice::choiceChanged);
    connect(provider, &ThemeProvider::themeChanged, this, [this] {
        for (QAbstractButton* button : m_group->buttons())
            button->updateGeometry();
        update();
    });
}

void SegmentedChoice::setChoices(const QStringList& labels)
{
    KTNAS_ASSERT(labels.size() <= 5);
    const int kept = std::clamp(currentIndex(), 0, std::max(0, static_cast<int>(labels.size()) - 1));
    for (QAbstractButton* button : m_group->buttons()) {
        m_group->removeButton(button);
        delete button;
    }
    for (int i = 0; i < labels.size(); ++i) {
        auto* segment = new Segment(m_provider, labels[i], this);
        segment->setEnds(i == 0, i + 1 == labels.size());
        m_group->addButton(segment, i);
        layout()->addWidget(segment);
    }
    setCurrentIndex(kept);
}

void SegmentedChoice::setExplanation(int index, const QString& text)
{
    if (QAbstractButton* button = m_group->button(index)) {
        button->setToolTip(text);
        button->setAccessibleDescription(text);
    }
}

void SegmentedChoice::setSegmentEnabled(int index, bool isEnabled)
{
    if (QAbstractButton* button = m_group->button(index))
        button->setEnabled(isEnabled);
}

int SegmentedChoice::count() const
{
    return static_cast<int>(m_group->buttons().size());
}

int SegmentedChoice::currentIndex() const
{
    return m_group->checkedId();
}

void SegmentedChoice::setCurrentIndex(int index)
{
    if (QAbstractButton* button = m_group->button(index))
        button->setChecked(true);
}

} // namespace ktnas
