// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a pickle makes of names. Nothing is ever called: a name is looked up in a closed table, and each entry
// becomes data here.
#include "core/base/Text.h"
#include "core/files/PickleMachine.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

namespace ktnas {
namespace {

struct KnownName {
    std::string_view module;
    std::string_view name;
    PickleName meaning;
    ElementType type{}; ///< of a storage
};

constexpr std::array knownNames{
    KnownName{"collections", "OrderedDict", PickleName::OrderedDict},
    KnownName{"builtins", "set", PickleName::Set},
    KnownName{"__builtin__", "set", PickleName::Set},
    KnownName{"builtins", "frozenset", PickleName::Set},
    KnownName{"__builtin__", "frozenset", PickleName::Set},
    KnownName{"builtins", "bytes", PickleName::Bytes},
    KnownName{"__builtin__", "bytes", PickleName::Bytes},
    KnownName{"builtins", "bytearray", PickleName::Bytes},
    KnownName{"__builtin__", "bytearray", PickleName::Bytes},
    KnownName{"_codecs", "encode", PickleName::Encode},
    KnownName{"numpy.core.multiarray", "scalar", PickleName::NumpyScalar},
    KnownName{"numpy._core.multiarray", "scalar", PickleName::NumpyScalar},
    KnownName{"numpy", "dtype", PickleName::NumpyType},
    KnownName{"numpy", "ndarray", PickleName::NumpyArrayClass},
    KnownName{"numpy.core.multiarray", "_reconstruct", PickleName::NumpyArray},
    KnownName{"numpy._core.multiarray", "_reconstruct", PickleName::NumpyArray},
    KnownName{"numpy.core.numeric", "_frombuffer", PickleName::NumpyFromBuffer},
    KnownName{"numpy._core.numeric", "_frombuffer", PickleName::NumpyFromBuffer},
    KnownName{"torch._utils", "_rebuild_tensor", PickleName::TorchTensor},
    KnownName{"torch._utils", "_rebuild_tensor_v2", PickleName::TorchTensor},
    KnownName{"torch._utils", "_rebuild_parameter", PickleName::TorchParameter},
    KnownName{"torch", "FloatStorage", PickleName::TorchStorage, {'f', 4, false}},
    KnownName{"torch", "DoubleStorage", PickleName::TorchStorage, {'f', 8, false}},
    KnownName{"torch", "HalfStorage", PickleName::TorchStorage, {'f', 2, false}},
    KnownName{"torch", "BFloat16Storage", PickleName::TorchStorage, {'f', 2, false}},
    KnownName{"torch", "LongStorage", PickleName::TorchStorage, {'i', 8, false}},
    KnownName{"torch", "IntStorage", PickleName::TorchStorage, {'i', 4, false}},
    KnownName{"torch", "ShortStorage", PickleName::TorchStorage, {'i', 2, false}},
    KnownName{"torch", "CharStorage", PickleName::TorchStorage, {'i', 1, false}},
    KnownName{"torch", "ByteStorage", PickleName::TorchStorage, {'u', 1, false}},
    KnownName{"torch", "BoolStorage", PickleName::TorchStorage, {'b', 1, false}},
};

/// More than any of the calls that we know has; longer tuples are not copied.
constexpr std::size_t mostArguments = 8;
/// NumPy itself has none above this.
constexpr std::size_t mostAxes = 32;

std::uint64_t packed(const ElementType& type)
{
    return static_cast<unsigned char>(type.kind) | static_cast<std::uint64_t>(type.size) << 8U;
}

/// The text's characters as bytes; nothing if one has a code above 255.
std::optional<std::string> latin1(std::string_view text)
{
    std::string bytes;
    bytes.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto lead = static_cast<unsigned char>(text[i]);
        if (lead < 0x80) {
            bytes += text[i];
            continue;
        }
        if ((lead != 0xC2 && lead != 0xC3) || i + 1 == text.size())
            return std::nullopt;
        const auto follow = static_cast<unsigned char>(text[++i]);
        if ((follow & 0xC0U) != 0x80U)
            return std::nullopt;
        bytes += static_cast<char>((lead & 0x03U) << 6U | (follow & 0x3FU));
    }
    return bytes;
}

} // namespace

void PickleMachine::pushName(std::string_view module, std::string_view name)
{
    const auto* const known =
        std::find_if(knownNames.begin(), knownNames.end(), [&](const KnownName& candidate) {
            return candidate.module == module && candidate.name == name;
        });
    if (known == knownNames.end())
        throw refused(fmt::format("a use of “{}.{}”", excerpt(module), excerpt(name)),
                      "Only plain data is read: this is refused, and nothing of it was run. If the file is "
                      "yours, save its content as plain dictionaries and arrays.");
    push(Node{PickleKind::Internal, PickleNodes::Inner::Name, false,
              static_cast<std::uint64_t>(known->meaning), packed(known->type)});
}

void PickleMachine::makeNameFromStack()
{
    const Id name = pop();
    const Id module = pop();
    if (node(name).kind != PickleKind::Text || node(module).kind != PickleKind::Text)
        throw damaged("the texts of a name", "other values");
    pushName(m_data->text(node(module)), m_data->text(node(name)));
}

std::vector<PickleMachine::Id> PickleMachine::argumentsOf(Id tuple)
{
    if (node(tuple).kind != PickleKind::Tuple)
        throw damaged("a tuple of arguments", "another value");
    const std::vector<Id>& all = itemsOf(tuple);
    if (all.size() > mostArguments)
        throw damaged(fmt::format("at most {} arguments", mostArguments), fmt::format("{}", all.size()));
    return all;
}

const PickleMachine::Node& PickleMachine::typeNode(Id id) const
{
    if (node(id).inner != PickleNodes::Inner::Type)
        throw damaged("a NumPy type", "another value");
    return node(id);
}

/// A persistent id ('storage', torch.FloatStorage, key, device, numbers) names numbers that are elsewhere.
void PickleMachine::makeStorage()
{
    const std::vector<Id> parts = argumentsOf(pop());
    if (parts.size() < 2 || node(parts[1]).inner != PickleNodes::Inner::Name
        || static_cast<PickleName>(node(parts[1]).first) != PickleName::TorchStorage)
        throw refused("a reference to something outside of the pickle",
                      "Only torch's storages are known. Save the content as plain dictionaries and arrays.");
    push(Node{PickleKind::Internal, PickleNodes::Inner::Storage, false, node(parts[1]).second, 0});
}

void PickleMachine::reduce()
{
    const std::vector<Id> arguments = argumentsOf(pop());
    const Id callee = pop();
    if (node(callee).inner != PickleNodes::Inner::Name)
        throw damaged("a name to make an object of", "another value");
    switch (static_cast<PickleName>(node(callee).first)) {
    case PickleName::OrderedDict:
        return makeDict(arguments);
    case PickleName::Set:
        return makeSet(arguments);
    case PickleName::Bytes:
        return makeBytes(arguments);
    case PickleName::Encode:
        return encode(arguments);
    case PickleName::NumpyScalar:
        return makeScalar(arguments);
    case PickleName::NumpyType:
        return makeType(arguments);
    case PickleName::NumpyArray:
        return makeArray();
    case PickleName::NumpyFromBuffer:
        return makeArrayFromBuffer(arguments);
    case PickleName::TorchTensor: {
        // (storage, offset, sizes, strides, …)
        if (arguments.size() < 3 || node(arguments[0]).inner != PickleNodes::Inner::Storage)
            throw damaged("a storage, an offset and sizes", "other values");
        PickleNodes::Array tensor;
        tensor.type = m_data->elementType(node(arguments[0]));
        tensor.shape = shapeOf(arguments[2]);
        m_data->arrays.push_back(std::move(tensor));
        return push(Node{PickleKind::Tensor, PickleNodes::Inner::No, false, m_data->arrays.size() - 1, 0});
    }
    case PickleName::TorchParameter:
        if (arguments.empty() || node(arguments[0]).kind != PickleKind::Tensor)
            throw damaged("a tensor", "another value");
        return push(arguments[0]);
    case PickleName::NumpyArrayClass:
    case PickleName::TorchStorage:
        break;
    }
    throw damaged("a name that makes data", "one that does not");
}

void PickleMachine::makeDict(const std::vector<Id>& arguments)
{
    if (arguments.empty())
        return pushContainer(PickleKind::Dict, {});
    // As Python 2 writes it: one list of pairs.
    if (arguments.size() != 1 || node(arguments[0]).kind != PickleKind::List)
        throw damaged("a list of pairs", "other values");
    std::vector<Id> items;
    for (const Id pair : itemsOf(arguments[0])) {
        const bool isSequence = node(pair).kind == PickleKind::Tuple || node(pair).kind == PickleKind::List;
        if (!isSequence || itemsOf(pair).size() != 2)
            throw damaged("a list of pairs", "something else in it");
        items.insert(items.end(), itemsOf(pair).begin(), itemsOf(pair).end());
    }
    charge(items.size());
    pushContainer(PickleKind::Dict, std::move(items));
}

void PickleMachine::makeSet(const std::vector<Id>& arguments)
{
    if (arguments.empty())
        return pushContainer(PickleKind::Set, {});
    const bool isSequence = arguments.size() == 1
        && (node(arguments[0]).kind == PickleKind::List || node(arguments[0]).kind == PickleKind::Tuple);
    if (!isSequence)
        throw damaged("a list", "other values");
    charge(itemsOf(arguments[0]).size());
    pushContainer(PickleKind::Set, itemsOf(arguments[0]));
}

void PickleMachine::makeBytes(const std::vector<Id>& arguments)
{
    if (arguments.empty())
        return pushOwned(PickleKind::Bytes, {});
    if (node(arguments[0]).kind == PickleKind::Bytes)
        return push(arguments[0]);
    encode(arguments); // bytearray(text, 'latin-1'), as Python 3 writes it in protocol 2
}

void PickleMachine::encode(const std::vector<Id>& arguments)
{
    if (arguments.empty() || node(arguments[0]).kind != PickleKind::Text)
        throw damaged("a text to encode", "another value");
    const auto codec = arguments.size() > 1 ? valueOf(arguments[1]).string() : std::nullopt;
    if (codec != "latin1" && codec != "latin-1")
        throw refused(fmt::format("the encoding “{}”", excerpt(codec.value_or("utf-8"))),
                      "Only “latin1” occurs in files that Python writes.");
    auto bytes = latin1(m_data->text(node(arguments[0])));
    if (!bytes)
        throw damaged("characters with codes up to 255", "others");
    pushOwned(PickleKind::Bytes, std::move(*bytes));
}

void PickleMachine::makeType(const std::vector<Id>& arguments)
{
    const auto text = arguments.empty() ? std::nullopt : valueOf(arguments[0]).string();
    if (!text)
        throw damaged("the name of a NumPy type", "another value");
    const auto type = parseElementType(*text);
    if (!type && text->find('O') != std::string_view::npos)
        throw refused("an array of Python objects", "Save it again with a type of numbers.");
    if (!type)
        throw refused(fmt::format("the NumPy type “{}”", excerpt(*text)),
                      "Save it as b1, u1 to u8, i1 to i8, f4 or f8.");
    push(Node{PickleKind::Internal, PickleNodes::Inner::Type, false, packed(*type),
              type->bigEndian ? 1U : 0U});
}

void PickleMachine::makeScalar(const std::vector<Id>& arguments)
{
    if (arguments.size() != 2)
        throw damaged("a NumPy type and bytes", fmt::format("{} values", arguments.size()));
    NumberArray number;
    number.type = m_data->elementType(typeNode(arguments[0]));
    number.bytes = valueOf(arguments[1]).string().value_or(std::string_view());
    if (number.bytes.size() != number.type.size)
        throw damaged(fmt::format("a number of {} bytes", number.type.size),
                      fmt::format("{} bytes", number.bytes.size()));
    if (number.type.kind == 'f')
        return pushReal(realsOf(number).front());
    const std::int64_t whole = integersOf(number).front();
    if (number.type.kind == 'b')
        return push(Node{PickleKind::Truth, PickleNodes::Inner::No, false, whole != 0 ? 1U : 0U, 0});
    pushInteger(whole);
}

void PickleMachine::makeArray()
{
    m_data->arrays.emplace_back();
    push(Node{PickleKind::Array, PickleNodes::Inner::No, false, m_data->arrays.size() - 1, 0});
}

void PickleMachine::makeArrayFromBuffer(const std::vector<Id>& arguments)
{
    if (arguments.size() != 4)
        throw damaged("bytes, type, shape and order of an array", fmt::format("{} values", arguments.size()));
    const bool fortranOrder = valueOf(arguments[3]).string() == "F";
    makeArray();
    fillArray(top(), arguments[1], arguments[2], fortranOrder, arguments[0]);
}

std::vector<std::size_t> PickleMachine::shapeOf(Id tuple)
{
    std::vector<std::size_t> shape;
    const bool isTuple = node(tuple).kind == PickleKind::Tuple && itemsOf(tuple).size() <= mostAxes;
    if (!isTuple)
        throw damaged("the sizes of an array", "another value");
    for (const Id size : itemsOf(tuple)) {
        const auto number = valueOf(size).integer();
        if (!number || *number < 0)
            throw damaged("sizes of an array, whole numbers", "another value");
        shape.push_back(static_cast<std::size_t>(*number));
    }
    return shape;
}

void PickleMachine::fillArray(Id array, Id type, Id shape, bool fortranOrder, Id bytes)
{
    PickleNodes::Array filled;
    filled.type = m_data->elementType(typeNode(type));
    filled.shape = shapeOf(shape);
    filled.fortranOrder = fortranOrder;
    filled.bytes = bytes;
    filled.filled = true;
    const auto content = valueOf(bytes).string();
    const auto promised = byteCount(filled.type, filled.shape);
    if (!content || !promised || content->size() != *promised)
        throw damaged(promised ? fmt::format("an array of {} bytes", *promised)
                               : std::string("an array of a size that a file can have"),
                      content ? fmt::format("{} bytes", content->size()) : std::string("another value"));
    m_data->arrays[static_cast<std::size_t>(node(array).first)] = std::move(filled);
}

void PickleMachine::build()
{
    const Id state = pop();
    const Id object = top();
    if (node(object).inner == PickleNodes::Inner::Type)
        buildType(object, state);
    else if (node(object).kind == PickleKind::Array)
        buildArray(object, state);
    else if (node(object).kind != PickleKind::Dict && node(object).kind != PickleKind::Tensor)
        // Attributes of a dictionary, such as torch's _metadata, are of no use.
        throw damaged("a NumPy type, an array or a dictionary to fill", "another value");
}

/// State of a type: (3, '<', None, None, None, -1, -1, 0).
void PickleMachine::buildType(Id type, Id state)
{
    const std::vector<Id> parts = argumentsOf(state);
    const auto order = parts.size() > 1 ? valueOf(parts[1]).string() : std::nullopt;
    if (!order || order->size() != 1 || std::string_view("<>|=").find(*order) == std::string_view::npos)
        throw damaged("the byte order of a NumPy type", "another value");
    node(type).second = *order == ">" ? 1 : 0;
}

/// State of an array: (1, shape, type, whether in Fortran order, bytes).
void PickleMachine::buildArray(Id array, Id state)
{
    const std::vector<Id> parts = argumentsOf(state);
    if (parts.size() != 5)
        throw damaged("the state of an array", fmt::format("{} values", parts.size()));
    const PickleValue order = valueOf(parts[3]);
    fillArray(array, parts[2], parts[1], order.truth().value_or(order.integer().value_or(0) != 0), parts[4]);
}

} // namespace ktnas
