// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// LibTorch's types by name, for headers that only pass them on: its own headers cost seconds a file.

namespace c10 {
struct Device;
}
namespace at {
class Tensor;
using c10::Device;
} // namespace at
