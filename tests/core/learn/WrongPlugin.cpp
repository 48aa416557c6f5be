// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A plugin of another build, for the test that it is refused before anything of it is used.
#include "core/learn/api/PluginEntry.h"

extern "C" __attribute__((visibility("default"))) const ktnas::PluginEntry* ktnasLearnPlugin()
{
    static const ktnas::PluginEntry entry{"0.0.0-of-another-build", nullptr};
    return &entry;
}
