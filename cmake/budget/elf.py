"""What an ELF file says of itself: its sections' sizes, its symbols, its entry point."""

import re
import struct

ARM, X86_64, RISCV = 40, 62, 243
WRITE, ALLOCATED, EXECUTABLE = 1, 2, 4
SYMBOLS, NO_BITS = 2, 8
NO_TYPE, FUNCTION = 0, 2
# What linker scripts call the place where the stack begins, from which it goes down.
STACK_TOPS = ["stack_top", "_stack_top", "__stack_top", "__StackTop", "_estack", "__stack", "_sp"]


class Elf:
    def __init__(self, path):
        self.path = path
        self.bytes = path.read_bytes()
        if self.bytes[:4] != b"\x7fELF":
            raise ValueError("is not an ELF file")
        self.is_wide = self.bytes[4] == 2
        self.order = "<" if self.bytes[5] == 1 else ">"
        header = self._unpack("HHIQQQIHHHHHH" if self.is_wide else "HHIIIIIHHHHHH", 16)
        self.machine, self.entry, at, each, count, names = (header[i] for i in (1, 3, 5, 10, 11, 12))
        raw = [self._unpack("IIQQQQIIQQ" if self.is_wide else "IIIIIIIIII", at + i * each) for i in range(count)]
        self.sections = [(self._text(raw[names][4] + section[0]), *section[1:]) for section in raw]
        self.symbols = list(self._symbols())

    def flash(self):
        return sum(size for _, type_, _, _, _, size, *_ in self._allocated() if type_ != NO_BITS)

    def ram(self):
        return sum(
            size
            for name, _, flags, _, _, size, *_ in self._allocated()
            if flags & WRITE and (not _is_stack(name) or re.search("heap", name, re.I))
        )

    def is_code(self, section):
        return section < len(self.sections) and self.sections[section][2] & EXECUTABLE

    def words(self, address):
        """The 32-bit words of the image from an address on."""
        for _, type_, _, begin, offset, size, *_ in self._allocated():
            if type_ != NO_BITS and begin <= address < begin + size:
                first = offset + address - begin
                for at in range(first, offset + size - 3, 4):
                    yield self._unpack("I", at)[0]

    def vector_table(self):
        """The words of a Cortex-M's vector table: the top of the stack, the entry point, by which it is found, and the
        handlers."""
        for _, type_, _, begin, _, size, *_ in self._allocated():
            if type_ != NO_BITS:
                words = list(self.words(begin))
                for i in range(-begin // 4 % 32, len(words) - 1, 32): # a table is aligned to 128 bytes
                    if words[i + 1] == self.entry and words[i + 1] & 1:
                        return words[i:]
        return []

    def stack_room(self):
        """The bytes from the top of the stack down to the next section; None where no symbol tells the top."""
        if self.machine not in (ARM, RISCV):
            return None
        named = {name: address for name, address, *_ in self.symbols}
        tops = self.vector_table()[:1] + [named.get(name) for name in STACK_TOPS]
        top = next(filter(None, tops), None)
        if top is None:
            return None
        bottom = 0
        for name, _, _, begin, _, size, *_ in self._allocated():
            if _is_stack(name) and begin < top <= begin + size:
                return top - begin
            if size and begin + size <= top and not _is_stack(name):
                bottom = max(bottom, begin + size)
        return top - bottom

    def _allocated(self):
        return [section for section in self.sections if section[2] & ALLOCATED]

    def _symbols(self):
        """Of each its name, address, size, type and section."""
        for _, type_, _, _, offset, size, link, _, _, each in self.sections:
            if type_ == SYMBOLS:
                names = self.sections[link][4]
                for at in range(offset, offset + size, each):
                    if self.is_wide:
                        name, info, _, section, address, extent = self._unpack("IBBHQQ", at)
                    else:
                        name, address, extent, info, _, section = self._unpack("IIIBBH", at)
                    yield self._text(names + name), address, extent, info & 15, section

    def _text(self, at):
        return self.bytes[at : self.bytes.index(0, at)].decode(errors="replace")

    def _unpack(self, form, at):
        return struct.unpack_from(self.order + form, self.bytes, at)


def _is_stack(section):
    return re.search("stack", section, re.I)
