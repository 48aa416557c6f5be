#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 KTNAS Studio developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The hash of the record in tst_record.cpp (knownAnswer), from the description of the format alone."""
import hashlib
import struct


def u8(x): return struct.pack("<B", x)
def u16(x): return struct.pack("<H", x)
def u32(x): return struct.pack("<I", x)
def u64(x): return struct.pack("<Q", x)
def f64(x): return struct.pack("<d", x)
def text(s): return u32(len(s)) + s.encode()
def pairs(d): return u32(len(d)) + b"".join(text(k) + text(v) for k, v in d)
def matrix(n, cells): return u32(n) + u32(len(cells)) + bytes(cells)


NO_MEMBER, NO_TASK = 0xFFFFFFFF, 0xFFFF
header = text("rea") + pairs([("K", "10"), ("S", "5")]) + u64(7) + text("nas-bench-201") + text("abc")
header += u32(2) + text("cifar10") + text("acc") + u8(0) + u8(1) + text("normal") + text("loss") + u8(1) + u8(2)
header += matrix(2, [0, 1, 1, 0])
header += u8(1) + u64(100) + u8(0) + u32(2) + u8(1) + f64(91.5) + u8(0)
header += u32(1) + u64(3) + pairs([("K", "5")]) + u8(1) + matrix(2, [0, 0, 0, 0])

before = u8(0) + u32(1) + u8(1) + u32(2)
genes = u8(3) + bytes([1, 2, 3])
after = b"".join([
    u8(2) + u32(3) + u32(4) + u32(5) + u32(NO_MEMBER) + u16(1) + u16(NO_TASK) + u8(4),
    u8(3) + u32(6) + u32(7) + u16(0) + u8(1) + f64(91.25),
    u8(4) + u16(1) + u32(8) + f64(-1.5),
    u8(5) + u16(0) + u32(9),
    u8(6) + u32(10) + u16(0) + u16(1) + u32(11),
    u8(7) + u32(12) + u32(13) + u16(0) + u8(255) + struct.pack("<f", 0.5),
    u8(8) + u32(14) + u16(1) + struct.pack("<i", -2) + u8(1),
    u8(9) + u16(1) + u8(2),
    u8(10) + u32(15) + u16(0) + u8(1) + u32(16),
    u8(11) + u32(17) + u16(0),
    u8(12) + u32(18) + u16(1),
    u8(13) + u32(19) + u16(1),
    u8(14) + u8(2) + u16(NO_TASK) + f64(0.25),
])
start = b"KTNAS record 1\n" + header
print(hashlib.sha256(start + before + after).hexdigest())
print(hashlib.sha256(start + before + genes + after).hexdigest())
