// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pictures/KnownSets.h"

#include <algorithm>
#include <string>

namespace ktnas {
namespace {

using std::string_view;

constexpr std::array<string_view, 9> pathClasses{
    "adipose",
    "background",
    "debris",
    "lymphocytes",
    "mucus",
    "smooth muscle",
    "normal colon mucosa",
    "cancer-associated stroma",
    "colorectal adenocarcinoma epithelium",
};
constexpr std::array<string_view, 14> chestClasses{
    "atelectasis",  "cardiomegaly",  "effusion", "infiltration", "mass",     "nodule",  "pneumonia",
    "pneumothorax", "consolidation", "edema",    "emphysema",    "fibrosis", "pleural", "hernia",
};
constexpr std::array<string_view, 7> dermaClasses{
    "actinic keratoses and intraepithelial carcinoma",
    "basal cell carcinoma",
    "benign keratosis-like lesions",
    "dermatofibroma",
    "melanoma",
    "melanocytic nevi",
    "vascular lesions",
};
constexpr std::array<string_view, 4> octClasses{
    "choroidal neovascularization",
    "diabetic macular edema",
    "drusen",
    "normal",
};
constexpr std::array<string_view, 2> pneumoniaClasses{"normal", "pneumonia"};
constexpr std::array<string_view, 5> retinaClasses{"0", "1", "2", "3", "4"};
constexpr std::array<string_view, 2> breastClasses{"malignant", "normal, benign"};
constexpr std::array<string_view, 8> bloodClasses{
    "basophil",     "eosinophil",
    "erythroblast", "immature granulocytes(myelocytes, metamyelocytes and promyelocytes)",
    "lymphocyte",   "monocyte",
    "neutrophil",   "platelet",
};
constexpr std::array<string_view, 8> tissueClasses{
    "Collecting Duct, Connecting Tubule",
    "Distal Convoluted Tubule",
    "Glomerular endothelial cells",
    "Interstitial endothelial cells",
    "Leukocytes",
    "Podocytes",
    "Proximal Tubule Segments",
    "Thick Ascending Limb",
};
constexpr std::array<string_view, 11> organClasses{
    "bladder", "femur-left", "femur-right", "heart",    "kidney-left", "kidney-right",
    "liver",   "lung-left",  "lung-right",  "pancreas", "spleen",
};

constexpr std::array<MedMnistSet, 12> medMnist{{
    {"PathMNIST", "pathmnist", {89996, 10004, 7180}, 3, pathClasses},
    {"ChestMNIST", "chestmnist", {78468, 11219, 22433}, 1, chestClasses, true},
    {"DermaMNIST", "dermamnist", {7007, 1003, 2005}, 3, dermaClasses},
    {"OCTMNIST", "octmnist", {97477, 10832, 1000}, 1, octClasses},
    {"PneumoniaMNIST", "pneumoniamnist", {4708, 524, 624}, 1, pneumoniaClasses},
    {"RetinaMNIST", "retinamnist", {1080, 120, 400}, 3, retinaClasses},
    {"BreastMNIST", "breastmnist", {546, 78, 156}, 1, breastClasses},
    {"BloodMNIST", "bloodmnist", {11959, 1712, 3421}, 3, bloodClasses},
    {"TissueMNIST", "tissuemnist", {165466, 23640, 47280}, 1, tissueClasses},
    {"OrganAMNIST", "organamnist", {34561, 6491, 17778}, 1, organClasses},
    {"OrganCMNIST", "organcmnist", {12975, 2392, 8216}, 1, organClasses},
    {"OrganSMNIST", "organsmnist", {13932, 2452, 8827}, 1, organClasses},
}};

/// In small letters, without dashes, blanks and the like: "Fashion-MNIST" and "fashion_mnist" are one name.
std::string plainLetters(string_view text)
{
    std::string plain;
    for (const char c : text) {
        if (c >= 'A' && c <= 'Z')
            plain += static_cast<char>(c - 'A' + 'a');
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            plain += c;
    }
    return plain;
}

} // namespace

std::span<const MedMnistSet> medMnistSets()
{
    return medMnist;
}

std::optional<std::array<std::size_t, 3>> officialCounts(string_view title)
{
    const std::string plain = plainLetters(title);
    if (plain == "cifar10" || plain == "cifar100")
        return {{50000, 0, 10000}};
    if (plain == "mnist" || plain == "fashionmnist")
        return {{60000, 0, 10000}};
    const auto* const found = std::find_if(medMnist.begin(), medMnist.end(),
                                           [&plain](const MedMnistSet& set) { return set.stem == plain; });
    if (found == medMnist.end())
        return std::nullopt;
    return found->counts;
}

} // namespace ktnas
