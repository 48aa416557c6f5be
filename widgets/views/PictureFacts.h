// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pictures/PictureSet.h"

#include <QWidget>

#include <memory>

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace ktnas {

class Heading;
class ThemeProvider;

/// What there is to know about an image data set beside its pictures: sizes of the splits, shape, format,
/// content hash, and every problem that was found.
class PictureFacts : public QWidget {
    Q_OBJECT

public:
    explicit PictureFacts(ThemeProvider& themes, QWidget* parent = nullptr);

    void setSet(std::shared_ptr<const PictureSet> set);
    /// The sentences about what was found, for tests.
    QStringList problems() const { return m_problems; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    void addFact(QGridLayout* grid, const QString& name, const QString& value, bool isFixed = false,
                 const QString& toolTip = {});

    ThemeProvider& m_themes;
    std::shared_ptr<const PictureSet> m_set;
    QVBoxLayout* m_column;
    QWidget* m_content = nullptr;
    QStringList m_problems;
};

} // namespace ktnas
