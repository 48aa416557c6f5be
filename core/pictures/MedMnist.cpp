// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pictures/MedMnist.h"

#include "core/base/Error.h"
#include "core/base/Text.h"
#include "core/files/Npy.h"
#include "core/files/Zip.h"
#include "core/pictures/KnownSets.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

namespace ktnas {
namespace {

struct Prefix {
    Split split;
    const char* name;
};
constexpr std::array prefixes{Prefix{Split::Train, "train"}, Prefix{Split::Valid, "val"},
                              Prefix{Split::Test, "test"}};

/// One split as the file has it; labels not yet numbered from 0.
struct RawPart {
    Split split = Split::Train;
    std::size_t count = 0;
    std::vector<std::uint8_t> pixels; ///< channels first
    std::vector<std::int64_t> labels;
};

class Reader {
public:
    explicit Reader(const std::string& path)
        : m_path(path)
        , m_archive(path)
    {
    }

    PictureSet read(const std::stop_token& stop)
    {
        checkMembers();
        std::vector<RawPart> parts;
        for (const Prefix& prefix : prefixes) {
            if (stop.stop_requested())
                throw Error(ErrorCode::Cancelled);
            if (has(prefix.name, "images") || has(prefix.name, "labels"))
                parts.push_back(readPart(prefix));
        }
        m_set.format = "medmnist-npz";
        number(std::move(parts));
        return std::move(m_set);
    }

private:
    static std::string memberName(const char* prefix, const char* what)
    {
        return fmt::format("{}_{}.npy", prefix, what);
    }
    bool has(const char* prefix, const char* what) const
    {
        return m_archive.find(memberName(prefix, what)).has_value();
    }
    Error error(ErrorCode code, const std::string& member) const
    {
        Error result(code);
        result.inFile(m_path).inColumn(member);
        return result;
    }

    void checkMembers() const
    {
        if (has("train", "images") || has("train", "labels"))
            return;
        std::vector<std::string> names;
        bool arrays = false;
        bool torch = false;
        for (const ZipArchive::Member& member : m_archive.members()) {
            arrays = arrays || member.name.ends_with(".npy");
            torch = torch || member.name.ends_with("/data.pkl");
            if (names.size() < 6)
                names.push_back(excerpt(member.name));
        }
        const std::string holds = names.empty() ? std::string("nothing") : listed(names);
        throw Error(ErrorCode::UnknownFormat)
            .inFile(m_path)
            .expecting("an archive with train_images.npy and train_labels.npy")
            .butFound(torch        ? std::string("a PyTorch file, which holds no pictures")
                          : arrays ? fmt::format("a NumPy archive (npz) that holds {}", holds)
                                   : fmt::format("a zip archive that is neither a NumPy archive nor a "
                                                 "PyTorch file; it holds {}",
                                                 holds))
            .hinting(arrays || torch ? "Save pictures and labels under MedMNIST's names."
                                     : "Unpack it first and name the folder, if it holds pictures.");
    }

    std::string content(const char* prefix, const char* what)
    {
        const std::string name = memberName(prefix, what);
        const auto member = m_archive.find(name);
        if (!member)
            throw error(ErrorCode::PicturesDamaged, name)
                .expecting(fmt::format("this array beside {}_{}", prefix,
                                       what == std::string_view("labels") ? "images" : "labels"))
                .butFound("none")
                .hinting("The file is incomplete: fetch it again.");
        // Pictures are packed to a half or so; only a bomb is packed to a thousandth.
        const std::uint64_t packed = m_archive.members()[*member].packedSize;
        return m_archive.read(*member, std::max<std::uint64_t>(std::uint64_t{1} << 28U, 200 * packed));
    }

    NumberArray array(const std::string& name, std::string_view bytes) const
    {
        try {
            return readNpy(bytes);
        } catch (Error& problem) {
            problem.inColumn(name);
            throw problem.inFile(m_path);
        }
    }

    RawPart readPart(const Prefix& prefix)
    {
        RawPart part;
        part.split = prefix.split;
        part.labels = readLabels(prefix.name);
        readPictures(part, prefix.name);
        if (part.labels.size() != part.count)
            throw error(ErrorCode::PicturesDamaged, memberName(prefix.name, "labels"))
                .expecting(fmt::format("{} labels, one for each picture", part.count))
                .butFound(fmt::format("{}", part.labels.size()))
                .hinting("Pictures and labels are of different sets, or the file is incomplete.");
        return part;
    }

    std::vector<std::int64_t> readLabels(const char* prefix)
    {
        const std::string name = memberName(prefix, "labels");
        const std::string bytes = content(prefix, "labels");
        const NumberArray numbers = array(name, bytes);
        if (numbers.shape.size() == 2 && numbers.shape[1] > 1)
            throw error(ErrorCode::PicturesUnusable, name)
                .expecting("one label a picture")
                .butFound(fmt::format("{} (several labels a picture)", numbers.shapeText()))
                .hinting("A picture with several labels at once, as in ChestMNIST, cannot be learnt here: "
                         "keep one of the columns.");
        if (numbers.shape.empty() || numbers.shape.size() > 2 || numbers.type.kind == 'f')
            throw error(ErrorCode::PicturesUnusable, name)
                .expecting("whole numbers, one a picture")
                .butFound(fmt::format("{} of type {}", numbers.shapeText(), numbers.type.text()))
                .hinting("Save the labels as whole numbers from 0 on.");
        return integersOf(numbers);
    }

    void readPictures(RawPart& part, const char* prefix)
    {
        const std::string name = memberName(prefix, "images");
        const std::string bytes = content(prefix, "images");
        const NumberArray pictures = array(name, bytes);
        const std::vector<std::size_t>& shape = pictures.shape;
        const bool colour = shape.size() == 4 && (shape[3] == 3 || shape[3] == 1);
        if (shape.size() == 5 || (shape.size() == 4 && !colour))
            throw error(ErrorCode::PicturesUnusable, name)
                .expecting("flat pictures: N × height × width, or with 3 channels behind")
                .butFound(fmt::format("{}{}", pictures.shapeText(),
                                      shape.size() == 4 && shape[1] == shape[3]
                                          ? ", which are bodies in three dimensions (the sets “…MNIST3D”)"
                                          : ""))
                .hinting("Three-dimensional sets are not read; save slices, or put the channels last.");
        if ((shape.size() != 3 && !colour) || pictures.count() == 0)
            throw error(ErrorCode::PicturesDamaged, name)
                .expecting("pictures: N × height × width, or with 3 channels behind")
                .butFound(pictures.shapeText())
                .hinting("See whether the array has pictures.");
        const std::size_t channels = colour ? shape[3] : 1;
        if (m_set.height == 0) {
            m_set.height = shape[1];
            m_set.width = shape[2];
            m_set.channels = channels;
        } else if (m_set.height != shape[1] || m_set.width != shape[2] || m_set.channels != channels) {
            throw error(ErrorCode::PicturesDamaged, name)
                .expecting(fmt::format("pictures of {} × {} with {} channels, as in the other splits",
                                       m_set.height, m_set.width, m_set.channels))
                .butFound(fmt::format("{} × {} with {}", shape[1], shape[2], channels))
                .hinting("The arrays are of different sets.");
        }
        part.count = shape[0];
        part.pixels = channelsFirst(grades(name, pictures), channels);
    }

    /// The pictures' numbers as bytes; others than bytes are taken where they are 0 … 255.
    std::vector<std::uint8_t> grades(const std::string& name, const NumberArray& pictures) const
    {
        if (pictures.type.kind == 'u' && pictures.type.size == 1)
            return bytesOf(pictures);
        if (pictures.type.kind == 'f' || pictures.type.kind == 'b')
            throw error(ErrorCode::PicturesUnusable, name)
                .expecting("whole numbers from 0 to 255")
                .butFound(fmt::format("type {}", pictures.type.text()))
                .hinting("Save the pictures as unsigned bytes (uint8).");
        std::vector<std::uint8_t> bytes;
        bytes.reserve(pictures.count());
        for (const std::int64_t number : integersOf(pictures)) {
            if (number < 0 || number > 255)
                throw error(ErrorCode::PicturesUnusable, name)
                    .expecting("whole numbers from 0 to 255")
                    .butFound(fmt::format("{}", number))
                    .hinting("Save the pictures as unsigned bytes (uint8).");
            bytes.push_back(static_cast<std::uint8_t>(number));
        }
        return bytes;
    }

    std::vector<std::uint8_t> channelsFirst(std::vector<std::uint8_t> last, std::size_t channels) const
    {
        if (channels == 1)
            return last;
        const std::size_t pixels = m_set.height * m_set.width;
        std::vector<std::uint8_t> first(last.size());
        for (std::size_t picture = 0; picture < last.size() / (pixels * channels); ++picture) {
            const std::size_t begin = picture * pixels * channels;
            for (std::size_t channel = 0; channel < channels; ++channel) {
                for (std::size_t i = 0; i < pixels; ++i)
                    first[begin + channel * pixels + i] = last[begin + i * channels + channel];
            }
        }
        return first;
    }

    /// The official set: by the name of the file, else by channels and counts.
    const MedMnistSet* known(const std::vector<RawPart>& parts) const
    {
        std::string stem = std::filesystem::path(m_path).stem().string();
        std::transform(stem.begin(), stem.end(), stem.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        for (const char* size : {"_28", "_64", "_128", "_224"}) {
            if (stem.ends_with(size))
                stem.resize(stem.size() - std::string_view(size).size());
        }
        std::array<std::size_t, 3> counts{};
        for (const RawPart& part : parts)
            counts[static_cast<std::size_t>(part.split)] = part.count;
        const auto sets = medMnistSets();
        const auto found = std::find_if(sets.begin(), sets.end(), [&](const MedMnistSet& set) {
            return set.channels == m_set.channels && !set.manyLabels
                && (set.stem == stem || set.counts == counts);
        });
        return found == sets.end() ? nullptr : &*found;
    }

    void number(std::vector<RawPart> parts)
    {
        const MedMnistSet* const official = known(parts);
        LabelSet labels;
        labels.name = "label";
        std::map<std::int64_t, std::int32_t> numbers;
        const auto add = [&](std::int64_t number, std::string text) {
            numbers.emplace(number, static_cast<std::int32_t>(labels.classes.size()));
            labels.classes.push_back(std::move(text));
        };
        if (official) {
            m_set.title = official->title;
            for (std::size_t i = 0; i < official->classes.size(); ++i)
                add(static_cast<std::int64_t>(i), std::string(official->classes[i]));
        } else {
            std::set<std::int64_t> found;
            for (const RawPart& part : parts)
                found.insert(part.labels.begin(), part.labels.end());
            for (const std::int64_t number : found)
                add(number, std::to_string(number));
        }
        for (RawPart& raw : parts) {
            PicturePart part;
            part.split = raw.split;
            part.count = raw.count;
            part.pixels = std::move(raw.pixels);
            part.labels.emplace_back();
            for (std::size_t i = 0; i < raw.labels.size(); ++i) {
                const auto known = numbers.find(raw.labels[i]);
                if (known == numbers.end())
                    throw error(ErrorCode::PicturesDamaged,
                                memberName(prefixes[static_cast<std::size_t>(raw.split)].name, "labels"))
                        .expecting(fmt::format("labels from 0 to {}", labels.classes.size() - 1))
                        .butFound(fmt::format("label {} of picture {}", raw.labels[i], i))
                        .hinting("The file was changed, or it is another set than its name says.");
                part.labels[0].push_back(known->second);
            }
            m_set.parts.push_back(std::move(part));
        }
        m_set.labelSets.push_back(std::move(labels));
    }

    std::string m_path;
    ZipArchive m_archive;
    PictureSet m_set;
};

} // namespace

PictureSet readMedMnist(const std::string& path, std::stop_token stop)
{
    return Reader(path).read(stop);
}

} // namespace ktnas
