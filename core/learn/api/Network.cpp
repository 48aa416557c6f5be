// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/api/Network.h"

namespace ktnas {

std::string_view name(Skeleton::Kind kind)
{
    switch (kind) {
    case Skeleton::Kind::Small:
        return "small";
    case Skeleton::Kind::NasBench201:
        return "nas-bench-201";
    case Skeleton::Kind::TransNasMicro:
        return "transnas-micro";
    }
    return "";
}

Skeleton nasBench201Skeleton()
{
    return {Skeleton::Kind::NasBench201, {16, 32, 64}, 5};
}

TaskShape shapeOf(const LearningTask& task)
{
    return {task.channels, task.height, task.width, task.head, task.loss, task.outputs, task.codeSize};
}

} // namespace ktnas
