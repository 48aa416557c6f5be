// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/KnownTasks.h"

#include <algorithm>
#include <array>

namespace ktnas {
namespace {

struct KnownTask {
    std::string_view name;
    std::string_view title;
    std::string_view shortTitle;
    std::string_view space; ///< of the benchmark that has it
    std::string_view metric;
};

constexpr std::string_view nasBench201 = "nas-bench-201";
constexpr std::string_view transNas = "transnas-bench-101-micro";
constexpr std::string_view micro = "micro-4op";

constexpr std::array<KnownTask, 15> knownTasks{{
    {"cifar10", "CIFAR-10", "C10", nasBench201, "acc"},
    {"cifar100", "CIFAR-100", "C100", nasBench201, "acc"},
    {"imagenet16_120", "ImageNet16-120", "IN16", nasBench201, "acc"},
    {"class_scene", "Scene", "Scene", transNas, "top1"},
    {"class_object", "Object", "Object", transNas, "top1"},
    {"room_layout", "Room layout", "Room", transNas, "loss"},
    {"jigsaw", "Jigsaw", "Jigsaw", transNas, "top1"},
    {"segmentsemantic", "Segmentation", "Segm", transNas, "mIoU"},
    {"normal", "Normals", "Normal", transNas, "ssim"},
    {"autoencoder", "Autoencoder", "Autoen", transNas, "ssim"},
    // The built-in benchmark's; its jigsaw and normal are called as TransNAS's are.
    {"object", "Object", "Object", micro, "ptrue"},
    {"scramble", "Scrambled tones", "Scramb", micro, "ptrue"},
    {"layout", "Layout", "Layout", micro, "loss"},
    {"segment", "Segmentation", "Segm", micro, "bce"},
    {"autoencode", "Autoencoder", "Autoen", micro, "mse"},
}};

const KnownTask* known(std::string_view name)
{
    const auto* const found = std::find_if(knownTasks.begin(), knownTasks.end(),
                                           [name](const KnownTask& task) { return task.name == name; });
    return found == knownTasks.end() ? nullptr : found;
}

char upper(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

/// The first six characters that are not blanks; never half a UTF-8 character.
std::string shortened(std::string_view title)
{
    std::string result;
    int characters = 0;
    for (const char c : title) {
        const bool continues = (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
        if (c == ' ' || (!continues && ++characters > 6))
            continue;
        if (characters <= 6)
            result += c;
    }
    return result;
}

} // namespace

void nameTask(Task& task)
{
    if (const KnownTask* const fact = known(task.name)) {
        task.title = fact->title;
        task.shortTitle = fact->shortTitle;
        return;
    }
    task.title = task.name;
    std::replace(task.title.begin(), task.title.end(), '_', ' ');
    task.title.front() = upper(task.title.front());
    task.shortTitle = shortened(task.title);
}

void completePassport(Task& task, const Space& space, bool isComplete)
{
    const Measure& measure = task.measure();
    task.epochs = measure.epoch;
    const KnownTask* const fact = known(task.name);
    if (!isComplete || fact == nullptr || fact->space != space.id() || fact->metric != measure.metric)
        return;
    if (space.id() == transNas) {
        task.trials = 1;
    } else if (space.id() == nasBench201 && !measure.epoch) {
        task.epochs = 200;
        task.trials = 3;
    }
}

std::string_view proxySubstitute(std::string_view taskName)
{
    return taskName == "cifar100" ? std::string_view("cifar10") : std::string_view();
}

} // namespace ktnas
