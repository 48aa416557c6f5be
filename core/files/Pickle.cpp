// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/Pickle.h"

#include "core/base/Text.h"
#include "core/files/PickleMachine.h"

#include <bit>
#include <utility>

#include <fmt/format.h>

namespace ktnas {
namespace {

/// The codes, by the names of Python's pickletools.
enum Code : unsigned char {
    Mark = '(',
    Stop = '.',
    Pop = '0',
    PopMark = '1',
    Dup = '2',
    BinBytes = 'B',
    ShortBinBytes = 'C',
    Float = 'F',
    BinFloat = 'G',
    Int = 'I',
    BinInt = 'J',
    BinInt1 = 'K',
    Long = 'L',
    BinInt2 = 'M',
    None = 'N',
    Persistent = 'P',
    BinPersistent = 'Q',
    Reduce = 'R',
    String = 'S',
    BinString = 'T',
    ShortBinString = 'U',
    Unicode = 'V',
    BinUnicode = 'X',
    Append = 'a',
    Build = 'b',
    Global = 'c',
    MakeDict = 'd',
    Appends = 'e',
    Get = 'g',
    BinGet = 'h',
    Inst = 'i',
    LongBinGet = 'j',
    MakeList = 'l',
    Obj = 'o',
    Put = 'p',
    BinPut = 'q',
    LongBinPut = 'r',
    SetItem = 's',
    MakeTuple = 't',
    SetItems = 'u',
    EmptyDict = '}',
    EmptyList = ']',
    EmptyTuple = ')',
    Protocol = 0x80,
    NewObj = 0x81,
    Ext1 = 0x82,
    Ext2 = 0x83,
    Ext4 = 0x84,
    Tuple1 = 0x85,
    Tuple2 = 0x86,
    Tuple3 = 0x87,
    NewTrue = 0x88,
    NewFalse = 0x89,
    Long1 = 0x8A,
    Long4 = 0x8B,
    ShortBinUnicode = 0x8C,
    BinUnicode8 = 0x8D,
    BinBytes8 = 0x8E,
    EmptySet = 0x8F,
    AddItems = 0x90,
    FrozenSet = 0x91,
    NewObjEx = 0x92,
    StackGlobal = 0x93,
    Memoize = 0x94,
    Frame = 0x95,
    ByteArray8 = 0x96,
    NextBuffer = 0x97,
    ReadOnlyBuffer = 0x98,
};

/// Codes that would make objects of classes: their names, for the message.
const char* refusedName(unsigned char code)
{
    switch (code) {
    case Persistent:
        return "PERSID";
    case Inst:
        return "INST";
    case Obj:
        return "OBJ";
    case NewObj:
        return "NEWOBJ";
    case NewObjEx:
        return "NEWOBJ_EX";
    case Ext1:
        return "EXT1";
    case Ext2:
        return "EXT2";
    case Ext4:
        return "EXT4";
    case NextBuffer:
        return "NEXT_BUFFER";
    case ReadOnlyBuffer:
        return "READONLY_BUFFER";
    default:
        return nullptr;
    }
}

} // namespace

bool looksLikePickle(std::string_view bytes)
{
    return bytes.size() >= 2 && static_cast<unsigned char>(bytes[0]) == Protocol && bytes[1] >= 2
        && bytes[1] <= 5;
}

PickleTree readPickle(std::string_view bytes, const PickleLimits& limits)
{
    return PickleMachine(bytes, limits).run();
}

PickleMachine::PickleMachine(std::string_view bytes, const PickleLimits& limits)
    : m_bytes(bytes)
    , m_limits(limits)
    , m_data(std::make_unique<PickleNodes>(bytes))
{
}

PickleTree PickleMachine::run()
{
    while (!m_stopped) {
        m_codeAt = m_at;
        step(static_cast<unsigned char>(take(1, "another code, or STOP").front()));
    }
    const Id root = pop();
    return {std::move(m_data), root, m_at};
}

void PickleMachine::step(unsigned char code)
{
    if (stepNumber(code) || stepString(code) || stepContainer(code) || stepMemory(code) || stepObject(code))
        return;
    if (const char* const name = refusedName(code))
        throw refused(fmt::format("the code {}, which makes an object of a class", name),
                      "It is refused, and nothing of it was run. If the file is yours, save its content as "
                      "plain dictionaries and arrays.");
    throw damaged("a code of the pickle format", fmt::format("the byte {:02X}", code));
}

bool PickleMachine::stepNumber(unsigned char code)
{
    switch (code) {
    case None:
        push(Node{});
        return true;
    case NewTrue:
    case NewFalse:
        push(Node{PickleKind::Truth, PickleNodes::Inner::No, false, code == NewTrue ? 1U : 0U, 0});
        return true;
    case BinInt:
        pushInteger(static_cast<std::int32_t>(static_cast<std::uint32_t>(takeNumber(4))));
        return true;
    case BinInt1:
        pushInteger(static_cast<std::int64_t>(takeNumber(1)));
        return true;
    case BinInt2:
        pushInteger(static_cast<std::int64_t>(takeNumber(2)));
        return true;
    case Int:
        readInteger();
        return true;
    case Long:
        readLong();
        return true;
    case Long1:
        pushLargeInteger(take(takeNumber(1), "a number"));
        return true;
    case Long4:
        pushLargeInteger(take(takeNumber(4), "a number"));
        return true;
    case Float:
        readFloat();
        return true;
    case BinFloat: {
        std::uint64_t bits = 0;
        for (const char c : take(8, "a number"))
            bits = bits << 8U | static_cast<unsigned char>(c);
        pushReal(std::bit_cast<double>(bits));
        return true;
    }
    default:
        return false;
    }
}

bool PickleMachine::stepString(unsigned char code)
{
    switch (code) {
    case BinString:
    case BinBytes:
        pushString(PickleKind::Bytes, take(takeNumber(4), "a block"));
        return true;
    case ShortBinString:
    case ShortBinBytes:
        pushString(PickleKind::Bytes, take(takeNumber(1), "a block"));
        return true;
    case BinBytes8:
    case ByteArray8:
        pushString(PickleKind::Bytes, take(takeNumber(8), "a block"));
        return true;
    case BinUnicode:
        pushString(PickleKind::Text, take(takeNumber(4), "a text"));
        return true;
    case ShortBinUnicode:
        pushString(PickleKind::Text, take(takeNumber(1), "a text"));
        return true;
    case BinUnicode8:
        pushString(PickleKind::Text, take(takeNumber(8), "a text"));
        return true;
    case String:
        readQuoted();
        return true;
    case Unicode:
        readRawUnicode();
        return true;
    default:
        return false;
    }
}

bool PickleMachine::stepContainer(unsigned char code)
{
    switch (code) {
    case EmptyDict:
        pushContainer(PickleKind::Dict, {});
        return true;
    case EmptyList:
        pushContainer(PickleKind::List, {});
        return true;
    case EmptySet:
        pushContainer(PickleKind::Set, {});
        return true;
    case EmptyTuple:
        pushContainer(PickleKind::Tuple, {});
        return true;
    case Tuple1:
    case Tuple2:
    case Tuple3:
        pushContainer(PickleKind::Tuple, popTuple(code - Tuple1 + 1U));
        return true;
    case MakeTuple:
        pushContainer(PickleKind::Tuple, popToMark());
        return true;
    case MakeList:
        pushContainer(PickleKind::List, popToMark());
        return true;
    case MakeDict:
        pushContainer(PickleKind::Dict, popToMark());
        return true;
    case FrozenSet:
        pushContainer(PickleKind::Set, popToMark());
        return true;
    case Append:
        addTo(PickleKind::List, popTuple(1));
        return true;
    case Appends:
        addTo(PickleKind::List, popToMark());
        return true;
    case SetItem:
        addTo(PickleKind::Dict, popTuple(2));
        return true;
    case SetItems:
        addTo(PickleKind::Dict, popToMark());
        return true;
    case AddItems:
        addTo(PickleKind::Set, popToMark());
        return true;
    default:
        return false;
    }
}

void PickleMachine::addTo(PickleKind kind, const std::vector<Id>& items)
{
    const Id container = top();
    if (node(container).kind != kind)
        throw damaged(kind == PickleKind::List       ? "a list to add to"
                          : kind == PickleKind::Dict ? "a dictionary to add to"
                                                     : "a set to add to",
                      "another value");
    if (kind == PickleKind::Dict && items.size() % 2 != 0)
        throw damaged("keys and values in pairs", fmt::format("{} of them", items.size()));
    std::vector<Id>& all = itemsOf(container);
    all.insert(all.end(), items.begin(), items.end());
}

bool PickleMachine::stepMemory(unsigned char code)
{
    const auto lineNumber = [this] {
        const std::string_view line = trimmed(takeLine());
        const auto number = parseInteger(line);
        if (!number || *number < 0)
            throw damaged("a place in the memory", fmt::format("“{}”", excerpt(line)));
        return static_cast<std::uint64_t>(*number);
    };
    switch (code) {
    case Mark:
        m_marks.push_back(m_stack.size());
        return true;
    case Pop:
        // Python pops the mark where nothing stands on it.
        if (!m_marks.empty() && m_stack.size() == m_marks.back())
            m_marks.pop_back();
        else
            (void)pop();
        return true;
    case PopMark:
        (void)popToMark();
        return true;
    case Dup:
        push(top());
        return true;
    case Get:
        recall(lineNumber());
        return true;
    case BinGet:
        recall(takeNumber(1));
        return true;
    case LongBinGet:
        recall(takeNumber(4));
        return true;
    case Put:
        remember(lineNumber());
        return true;
    case BinPut:
        remember(takeNumber(1));
        return true;
    case LongBinPut:
        remember(takeNumber(4));
        return true;
    case Memoize:
        remember(m_remembered);
        return true;
    default:
        return false;
    }
}

void PickleMachine::remember(std::uint64_t place)
{
    // Python counts the places up; one above the count of bytes would only cost memory.
    if (place >= m_bytes.size())
        throw damaged("a place in the memory, counted from 0", fmt::format("{}", place));
    if (place >= m_memory.size())
        m_memory.resize(place + 1);
    m_remembered += m_memory[place] ? 0 : 1;
    m_memory[place] = top();
}

void PickleMachine::recall(std::uint64_t place)
{
    if (place >= m_memory.size() || !m_memory[place])
        throw damaged(fmt::format("a value remembered as number {}", place), "none");
    push(*m_memory[place]);
}

bool PickleMachine::stepObject(unsigned char code)
{
    switch (code) {
    case Protocol: {
        const std::uint64_t protocol = takeNumber(1);
        if (protocol > 5)
            throw refused(fmt::format("protocol {}", protocol), "Save it with protocol 5 or an older one.");
        return true;
    }
    case Frame: {
        const std::uint64_t length = takeNumber(8);
        if (length > m_bytes.size() - m_at)
            throw damaged(fmt::format("a frame of {} bytes", length),
                          fmt::format("{} bytes to the end of the file", m_bytes.size() - m_at));
        return true;
    }
    case Stop:
        m_stopped = true;
        return true;
    case Global: {
        const std::string_view module = takeLine();
        const std::string_view name = takeLine();
        pushName(module, name);
        return true;
    }
    case StackGlobal:
        makeNameFromStack();
        return true;
    case Reduce:
        reduce();
        return true;
    case Build:
        build();
        return true;
    case BinPersistent:
        makeStorage();
        return true;
    default:
        return false;
    }
}

} // namespace ktnas
