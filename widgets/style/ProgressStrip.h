// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include <optional>

namespace ktnas {

class ThemeProvider;

/// A 2 px bar for the top of a panel whose content is being made anew, with its words below where wanted. It
/// appears 200 ms after begin(), so that what is fast shows nothing, and takes no room until then. Nothing
/// moves while the share is unknown: the words say what happens.
class ProgressStrip : public QWidget {
    Q_OBJECT

public:
    explicit ProgressStrip(ThemeProvider* provider, QWidget* parent = nullptr);

    /// Starts, or goes on with other words. "UMAP of the same encoding".
    void begin(const QString& text);
    /// 0 … 1, or nothing where unknown; with words where they change ("62 %, about 4 s left").
    void setProgress(std::optional<double> share, const QString& text = QString());
    /// Hides at once.
    void end();
    bool isBusy() const { return m_isBusy; }
    /// Whether the words stand under the bar (off at first: the status bar has them).
    void setTextVisible(bool isVisible);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ThemeProvider* m_provider;
    QTimer m_delay;
    QString m_text;
    std::optional<double> m_share;
    bool m_isBusy = false;
    bool m_isTextVisible = false;
};

} // namespace ktnas
