// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pictures/PictureSet.h"

#include <cstddef>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace ktnas {

/// CIFAR-10 has one label a picture, CIFAR-100 a coarse and a fine one.
enum class CifarKind : std::uint8_t { Ten, Hundred };

/// A file of a CIFAR set and the split that its name says.
struct CifarFile {
    std::string path;
    Split split = Split::Train;
};

/// What a file name says about the split: "test" and "val" in it, else training.
Split splitNamed(const std::string& path);

/// The kind of a file of CIFAR's binary version, told by its length (records of 3,073 or 3,074 bytes) and the
/// label bytes of its first records; also of one that is cut or has a wrong label, which reading refuses with
/// the place. Nothing for any other file. Reads a few bytes.
std::optional<CifarKind> cifarBinaryKind(const std::string& path);

/// True if the file has a whole number of records of that kind.
bool isWholeCifar(CifarKind kind, const std::string& path);

/// Reads files of CIFAR's binary version, all of one kind, any whole number of records each. Class names are
/// those of the text files beside the first one (batches.meta.txt, fine_label_names.txt, …), else numbers.
/// Throws PicturesDamaged (file and byte: a record that is cut, a label out of range), FileUnreadable,
/// Cancelled.
PictureSet readCifarBinary(CifarKind kind, const std::vector<CifarFile>& files, std::stop_token stop);

/// The kind of a file of CIFAR's python version: a pickled dictionary with the keys data and labels or
/// fine_labels. Nothing for its batches.meta and meta and for other pickles. Reads the whole file; throws
/// PicturesDamaged and UnknownFormat as readPickle() does, with the file.
std::optional<CifarKind> cifarPythonKind(const std::string& path);

/// Reads files of CIFAR's python version, all of one kind. Class names are those of batches.meta or meta
/// beside the first one, else numbers. Throws what readPickle() throws, and PicturesDamaged for counts that
/// do not agree or labels out of range.
PictureSet readCifarPython(CifarKind kind, const std::vector<CifarFile>& files, std::stop_token stop);

/// Parts of both readers.
namespace cifar {
inline constexpr std::size_t pixels = 3072;
inline constexpr std::size_t side = 32;
/// Label sets without names, in the order that our set has: fine before coarse.
std::vector<LabelSet> labelSets(CifarKind kind);
/// The part of that split, made if there is none.
PicturePart& partFor(PictureSet& set, Split split);
/// Title, sizes and order of parts.
void complete(PictureSet& set, CifarKind kind);
} // namespace cifar

} // namespace ktnas
