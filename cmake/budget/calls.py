"""Who calls whom in an image, and how much stack each function takes."""

import bisect
import re
import subprocess

import elf
import instructions
import names

POINTER = "__indirect_call"  # GCC's name for what is called through a pointer


class Function:
    def __init__(self, name, shown):
        self.name = name
        self.shown = shown
        self.frame = None  # not known
        self.is_dynamic = False
        self.returns_from_interrupt = False
        self.callees = set()


class Calls:
    """All functions by their name in the assembler. Functions of the same name, in several files, are taken as one:
    the larger frame, the calls of all."""

    def __init__(self, image, objdump, graphs):
        self.functions = {}
        self._declarations = names.demangled(image.path, objdump)
        self._name_at = {}  # of aliases the first
        self._alias = {}
        self._entry = image.entry & ~1 if image.machine == elf.ARM else image.entry
        for name, address, _, type_, section in image.symbols:
            if type_ in (elf.FUNCTION, elf.NO_TYPE) and image.is_code(section) and not re.match(r"\$[adtx]|$", name):
                address -= address & 1 if image.machine == elf.ARM else 0
                self._alias[name] = self._name_at.setdefault(address, name)
        # g++ writes down calls, too, that it tried and dropped: what is called is in the image.
        self._all_names = {name.partition("@")[0] for name, *_ in image.symbols} | {POINTER}
        for graph in graphs:
            self._read(graph.read_text(errors="replace"))
        self.has_float_registers = False
        if image.machine in (elf.ARM, elf.RISCV):
            self._starts = sorted(self._name_at)
            self._disassemble(image, objdump)

    def function(self, name):
        name = self._alias.get(name, name)
        if name not in self.functions:
            shown = "a pointer" if name == POINTER else names.short(self._declarations.get(name, name))
            self.functions[name] = Function(name, shown)
        return self.functions[name]

    def at(self, address):
        """The function that begins at an address, as a pointer to it has it."""
        name = self._name_at.get(address) or self._name_at.get(address & ~1)
        return name and self.function(name)

    def _read(self, text):
        """What g++ -fcallgraph-info=su wrote."""
        for title, label in re.findall(r'^node: \{ title: "(.*?)" label: "(.*)"', text, re.M):
            function = self.function(_plain(title))
            if size := re.search(r"\\n(\d+) bytes \(([a-z,]*)\)", label):
                function.frame = max(function.frame or 0, int(size[1]))
                function.is_dynamic |= size[2] == "dynamic"
        for source, target in re.findall(r'^edge: \{ sourcename: "(.*?)" targetname: "(.*?)"(?: label| \})', text, re.M):
            if _plain(target) in self._all_names:
                self.function(_plain(source)).callees.add(self.function(_plain(target)).name)

    def _disassemble(self, image, objdump):
        run = subprocess.run([objdump, "-d", "--no-show-raw-insn", image.path], capture_output=True, text=True, check=True)
        lines_of = {}
        for line in run.stdout.splitlines():
            match = re.match(r"\s*([0-9a-f]+):\t(.*)", line)
            if match and not match[2].startswith("."):
                lines_of.setdefault(self._containing(int(match[1], 16)), []).append(match[2])
        reader = instructions.arm if image.machine == elf.ARM else instructions.riscv
        for name, lines in lines_of.items():
            if name:
                self._add(name, [line.strip() for line in lines], reader)

    def _containing(self, address):
        place = bisect.bisect_right(self._starts, address) - 1
        return self._name_at[self._starts[place]] if place >= 0 else None

    def _add(self, name, lines, reader):
        function = self.function(name)
        is_compiled = function.frame is not None # then the compiler knows of pointers, and its frame
        frame = 0
        ends = False
        was = None
        for line in lines:
            operation, _, operands = line.partition("\t")
            operands, *rest = re.split(r"\s[@#;] ", operands, maxsplit=1)
            comment = re.match(r"([0-9a-f]+) <", rest[0]) if rest else None
            if re.match(r"v[a-z]", operation):
                self.has_float_registers = True
            what, value = reader(operation, operands)
            if what == "stack" and frame is not None:
                frame += value if was != "new stack" else 0 # half of an address
            elif what == "new stack" and name == self._name_at.get(self._entry):
                frame = 0
            elif what in ("new stack", "unknown stack"):
                frame = None
            elif what == "interrupt":
                function.returns_from_interrupt = True
            elif what in ("branch", "call", "jump", "pointer", "pointer jump"):
                target = re.match(r"(?:.*[ ,])?([0-9a-f]+) <", value) if value else None
                target = target or (comment if what.startswith("pointer") else None)
                if target:
                    address = int(target[1], 16)
                    callee = self._containing(address)
                    # (In a large function of a Cortex-M0, which has no longer branch, a call may be a jump.)
                    starts = self._name_at.get(address) == callee
                    if callee and (callee != name or (what == "call" and starts)):
                        function.callees.add(callee)
                elif what.startswith("pointer") and not is_compiled:
                    function.callees.add(POINTER)
            was = what
            if not re.match(r"nop|unimp", operation):
                ends = what in ("call", "jump", "pointer jump", "return", "interrupt")
        if not is_compiled:
            function.frame = frame
            if not ends:
                self._fall_through(function)

    def _fall_through(self, function):
        address = next(address for address, name in self._name_at.items() if name == function.name)
        behind = bisect.bisect_right(self._starts, address)
        if behind < len(self._starts):
            function.callees.add(self._name_at[self._starts[behind]])


def _plain(title):
    """g++ puts the file before the names of functions that are not of one file alone."""
    return title.rsplit(":", 1)[-1]
