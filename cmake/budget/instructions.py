"""What single instructions do to the stack and to the flow, as objdump shows them. Of each a kind, and with

    stack         the bytes that it takes
    new stack     it points the stack somewhere else, as start code does
    branch, call, jump, pointer, pointer jump
                  its operands; branch and jump may also lead on in the same function

what gives stack back is of no interest: the sum of what is taken is no less than the most at one time."""

import re

NOTHING = (None, None)
CONDITION = "(eq|ne|cs|cc|mi|pl|vs|vc|hi|ls|ge|lt|gt|le)"


def arm(operation, operands):
    operation = operation.removesuffix(".n").removesuffix(".w")
    pushed = re.fullmatch(r"\{(.*)\}", operands) if operation in ("push", "vpush") else None
    stored = re.fullmatch(r"sp!, \{(.*)\}", operands) if operation in ("stmdb", "stmfd", "vstmdb") else None
    if pushed or stored:
        return "stack", _registers((pushed or stored)[1])
    if re.match(r"push|vpush", operation):
        return "unknown stack", None
    if written := re.search(r"\[sp, #-(\d+)\]!$", operands):
        return "stack", int(written[1])
    if operands.startswith("sp!") and not re.match(r"v?ldm", operation):
        return "unknown stack", None
    if re.fullmatch(f"blx?{CONDITION}?", operation):
        return ("call" if "<" in operands else "pointer"), operands
    if operation in ("cbz", "cbnz") or re.fullmatch(f"b{CONDITION}", operation):
        return "branch", operands
    if operation == "b":
        return "jump", operands
    if re.fullmatch(f"bx{CONDITION}?", operation):
        return ("return", None) if operands == "lr" else ("pointer jump", operands)
    if re.match(r"(pop|ldm)", operation) and re.search(r"\bpc\b", operands):
        return "return", None
    if operation == "ldr" and operands.startswith("pc, [sp]"):
        return "return", None
    if operation == "ldr" and operands.startswith("pc,"):
        return "pointer jump", operands
    if re.match(r"(mov|add|tbb|tbh)", operation) and re.match(r"pc,|\[pc,", operands):
        return "return", None # a table of places in the same function
    if operation == "udf":
        return "return", None
    return _change_of_stack(operation, operands)


def riscv(operation, operands):
    operation = operation.removeprefix("c.")
    if moved := re.fullmatch(r"sp,sp,(-?\d+)", operands) if operation in ("add", "addi", "addi16sp") else None:
        return "stack", max(0, -int(moved[1]))
    if operation in ("auipc", "lui", "la") and operands.startswith("sp,") or (operation, operands) == ("mv", "sp,sp"):
        return "new stack", None
    if operation in ("jal", "call"):
        return "call", operands
    if operation == "jr" and operands in ("ra", "t0"): # t0: of what saves registers for another function
        return "return", None
    if operation == "jalr":
        return "pointer", operands
    if operation == "jr":
        return "pointer jump", operands
    if operation in ("j", "tail"):
        return "jump", operands
    if re.match(r"b(eq|ne|lt|ge|gt|le)", operation):
        return "branch", operands
    if operation == "ret":
        return "return", None
    if operation in ("mret", "sret", "uret"):
        return "interrupt", None
    if operation in ("add", "addi") and re.fullmatch(r"sp,s0,-\d+", operands):
        return NOTHING # back to where the frame pointer knows
    if operands.startswith("sp,") and not re.match(r"s[bhwd]$|fs[wd]$|b", operation):
        return "unknown stack", None
    return NOTHING


def _change_of_stack(operation, operands):
    if not re.match(r"sp\b(?!\])", operands) or re.match(r"str|stm|vst|cmp|cmn|tst|msr", operation):
        return NOTHING
    taken = re.fullmatch(r"sp, (?:sp, )?#(-?\d+)", operands)
    if operation in ("sub", "subw", "sub.w") and taken:
        return "stack", int(taken[1])
    if operation in ("add", "addw") and taken:
        return "stack", max(0, -int(taken[1]))
    if operation == "ldr":
        return "new stack", None
    if operation.startswith("ldm") or (operation == "mov" and operands in ("sp, r7", "sp, fp")):
        return NOTHING
    return "unknown stack", None


def _registers(text):
    """Bytes of `r4, r5, lr`, of `d8-d15`."""
    size = 0
    for part in text.split(","):
        first, _, last = part.strip().partition("-")
        count = int(last[1:]) - int(first[1:]) + 1 if last else 1
        size += count * (8 if first.startswith("d") else 4)
    return size
