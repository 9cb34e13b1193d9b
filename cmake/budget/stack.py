"""The most stack that an image takes: the deepest path of calls, and what interrupts add."""

import elf
from calls import POINTER, Calls

# What a Cortex-M saves before a handler runs: 8 words, with a floating-point unit 26, and one to align.
SAVED, SAVED_WITH_FLOATS = 36, 108
# On x86-64 a function may write this far below its stack pointer.
RED_ZONE = 128


class Stack:
    """`bytes` and the `path` that takes them, if there are no `problems`."""

    def __init__(self, image, objdump, graphs, entry=None, handlers=None, assumptions=()):
        self.problems = []
        self.bytes = 0
        self._calls = Calls(image, objdump, graphs)
        self._assumed = {}
        for assumption in assumptions:
            name, _, size = assumption.rpartition("=")
            self._assumed[self._calls.function(name).name] = int(size)
        self._deepest = {}  # of functions that are done: bytes and path
        self._in_progress = []

        first = self._named(entry) if entry else self._calls.at(image.entry)
        if first is None:
            self.problems.append(f"its entry point, {entry or hex(image.entry)}, is not a function")
        saved = 0
        if image.machine == elf.ARM:
            saved = SAVED_WITH_FLOATS if self._calls.has_float_registers else SAVED
        parts = []
        for function in ([first] if first else []) + self._handlers(image, handlers, first):
            size, path = self._of(function)
            self.bytes += size
            parts.append(" > ".join(path))
            if function is not first and saved:
                self.bytes += saved
                parts.append(f"{saved} saved for it")
        if image.machine in (elf.ARM, elf.RISCV) and handlers is None and len(parts) < 2:
            parts.append("no interrupt handler that is known")
        if image.machine == elf.X86_64:
            self.bytes += RED_ZONE
            parts.append(f"{RED_ZONE} of red zone")
        self.path = " + ".join(parts)

    def _named(self, name):
        function = self._calls.function(name)
        is_known = function.frame is not None or function.name in self._assumed
        return function if is_known else None

    def _handlers(self, image, names, first):
        found = []
        if names is not None:
            for name in names:
                found.append(self._named(name))
                if found[-1] is None:
                    self.problems.append(f"{name}, an interrupt's handler, is not a function")
        elif image.machine == elf.ARM:
            for word in image.vector_table()[2:]:
                found.append(self._calls.at(word) if word & 1 else None)
                if word and not found[-1]:
                    break
        elif image.machine == elf.RISCV:
            found = [function for function in list(self._calls.functions.values()) if function.returns_from_interrupt]
        own = (None, first, self._calls.at(image.entry))
        return [function for function in dict.fromkeys(found) if function not in own]

    def _of(self, function):
        """The most bytes that it and its callees take, and the path to them."""
        if function.name in self._assumed:
            size = self._assumed[function.name]
            return size, [f"{function.shown} {size} (assumed)"]
        if function.name in self._deepest:
            return self._deepest[function.name]
        if function.frame is None:
            self._note(function, f"nothing is known of {function.shown}")
        elif function.is_dynamic:
            self._note(function, f"{function.shown} has an array whose size is known at run time only")
        most, below = 0, []
        self._in_progress.append(function)
        for name in sorted(function.callees):
            callee = self._calls.function(name)
            if callee in self._in_progress:
                circle = self._in_progress[self._in_progress.index(callee) :] + [callee]
                self._note(callee, f"{callee.shown} calls itself ({' > '.join(one.shown for one in circle)})")
            elif name == POINTER and POINTER not in self._assumed:
                self._note(callee, f"{function.shown} calls through a pointer")
            elif (deeper := self._of(callee))[0] > most or not below:
                most, below = deeper
        self._in_progress.pop()
        size = function.frame or 0
        self._deepest[function.name] = (size + most, [f"{function.shown} {size}"] + below)
        return self._deepest[function.name]

    def _note(self, function, problem):
        caller = f", which {self._in_progress[-1].shown} calls" if self._in_progress and function.frame is None else ""
        if function.name == POINTER:
            caller = ""
        self.problems.append(f"{problem}{caller}; state one with ASSUME {function.name}=bytes")
