// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/RunHeader.h"

namespace ktnas {

LearnFrom LearnFrom::nobody(std::size_t tasks)
{
    LearnFrom matrix;
    matrix.taskCount = tasks;
    matrix.allowed.assign(tasks * tasks, 0);
    return matrix;
}

LearnFrom LearnFrom::everyone(std::size_t tasks)
{
    LearnFrom matrix = nobody(tasks);
    for (std::size_t target = 0; target < tasks; ++target) {
        for (std::size_t source = 0; source < tasks; ++source)
            matrix.allowed[target * tasks + source] = target != source;
    }
    return matrix;
}

} // namespace ktnas
