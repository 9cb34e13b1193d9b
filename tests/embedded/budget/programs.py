"""budget_cases.py CHECKOUT COMPILER OBJDUMP OPTIONS...: what ctnn_budget says of small programs, good and bad ones.

Each is compiled for the machine that COMPILER and OPTIONS are for, and measured as the build would.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

checkout, compiler, objdump, *options = sys.argv[1:]
is_arm, is_riscv = "arm-none" in compiler, "riscv" in compiler
is_host = not is_arm and not is_riscv
BEGIN = """
typedef void (*pointer)(int);
static void use(void* p) { asm volatile("" : : "r"(p) : "memory"); }
__attribute__((noinline)) int main();
#define FUNCTION extern "C" __attribute__((noinline)) void
"""
# On x86-64 128 bytes of an array may lie in the red zone.
PLAIN = """
FUNCTION deep() { char all[1000]; use(all); }
FUNCTION shallow() { char all[500]; use(all); }
int main() { deep(); shallow(); return 0; }
"""
CASES = {  # a program; arguments of the budget; what it says; whether that is a pass
    "the deepest path": (PLAIN, [], r"stack 1?\d\d\d of 9999 bytes: .*main \d+ > deep (8[789]|9\d|10\d)\d", True),
    "recursion": (
        "FUNCTION fall(int n) { char all[10]; use(all); if (n > 0) fall(n - 1); use(all); }\n"
        "int main() { fall(3); return 0; }", [],
        r"ctnn_budget: the stack of it has no bound: fall calls itself \(fall > fall\); state one with ASSUME fall=bytes\n$",
        False),
    "recursion by a way round": (
        "FUNCTION one(int n); FUNCTION two(int n) { one(n - 1); use(&n); }\n"
        "FUNCTION one(int n) { if (n > 0) two(n); use(&n); }\nint main() { one(3); return 0; }", [],
        r"one calls itself \(one > two > one\)", False),
    "recursion with a bound": (
        "FUNCTION fall(int n) { char all[10]; use(all); if (n > 0) fall(n - 1); use(all); }\n"
        "int main() { fall(3); return 0; }", ["--assume", "fall=777"], r"fall 777 \(assumed\)", True),
    "a pointer": (
        PLAIN.replace("main", "other") + "pointer volatile there; int main() { there(3); return 0; }", [],
        r"ctnn_budget: the stack of it has no bound: main calls through a pointer; "
        r"state one with ASSUME __indirect_call=bytes\n$", False),
    "a pointer with a bound": (
        "pointer volatile there; int main() { there(3); return 0; }", ["--assume", "__indirect_call=444"],
        r"main \d+ > a pointer 444 \(assumed\)", True),
    "an array of any size": (
        "FUNCTION any(int n) { char* all = static_cast<char*>(__builtin_alloca(n)); use(all); }\n"
        "int main() { any(3); return 0; }", [],
        r"any has an array whose size is known at run time only; state one with ASSUME any=bytes\n$", False),
    "what is not reached": (
        PLAIN + "FUNCTION unused(int n) { char all[10]; use(all); if (n > 0) unused(n - 1); use(all); }", [],
        r"main \d+ > deep (8[789]|9\d|10\d)\d", True),
    "an entry of one's own": (PLAIN, ["--entry", "shallow"], r"bytes: shallow (3[789]|4\d|5\d)\d", True),
    "an entry that is not there": (PLAIN, ["--entry", "nowhere"],
                                   r"its entry point, nowhere, is not a function\n$", False),
    "a handler": (PLAIN, ["--handlers", "shallow"], r"deep (8[789]|9\d|10\d)\d \+ shallow (3[789]|4\d|5\d)\d", True),
    "a handler that is not there": (PLAIN, ["--handlers", "nowhere"],
                                    r"nowhere, an interrupt's handler, is not a function\n$", False),
}
if is_host:
    CASES["a function of which nothing is known"] = (
        '#include <cstdio>\nint main() { std::puts("a"); return 0; }', [],
        r"nothing is known of puts, which main calls; state one with ASSUME puts=bytes\n$", False)
    CASES["a function of which it is told"] = (
        '#include <cstdio>\nint main() { std::puts("a"); return 0; }', ["--assume", "puts=1000"],
        r"main \d+ > puts 1000 \(assumed\) \+ 128 of red zone", True)
else:
    CASES["assembly calls"] = (PLAIN.replace("deep(); shallow();", f'asm volatile("{"bl" if is_arm else "call"} deep" '
                                             ': : : "memory", "lr", "r0", "r1", "r2", "r3");' if is_arm else
                                             'asm volatile("call deep" : : : "memory", "ra");'),
                               [], r"main \d+ > deep (8[789]|9\d|10\d)\d", True)
    CASES["assembly that moves the stack"] = (
        PLAIN + ('asm(".text\\n.global odd\\n.type odd, %function\\n.thumb_func\\nodd: mov sp, r3\\nbx lr\\n");' if is_arm
                 else 'asm(".text\\n.global odd\\n.type odd, @function\\nodd: sub sp, sp, a0\\nret\\n");')
        + 'extern "C" void odd(); FUNCTION late() { odd(); }', ["--entry", "late"],
        r"nothing is known of odd, which late calls; state one with ASSUME odd=bytes\n$", False)
if is_arm:
    CASES["a vector table"] = (
        PLAIN + 'FUNCTION tick() { shallow(); use(0); }\nextern "C" char top;\n'
        'extern "C" void _start();\n__attribute__((aligned(128), used)) pointer const vectors[] = {pointer(0), '
        "pointer(_start), 0, pointer(tick), pointer(tick)};", [],
        r"deep (8[789]|9\d|10\d)\d \+ tick \d+ > shallow (3[789]|4\d|5\d)\d \+ 36 saved for it\n$", True)
if is_riscv:
    CASES["a handler by its return"] = (
        PLAIN + 'extern "C" __attribute__((interrupt)) void tick() { shallow(); }', [],
        r"deep (8[789]|9\d|10\d)\d \+ tick \d+ > shallow (3[789]|4\d|5\d)\d\n$", True)

# What one instruction does to the stack and the flow, where no compiler tells.
sys.path.insert(0, f"{checkout}/cmake/budget")
import instructions  # noqa: E402

ARM = {
    "push\t{r4, r5, r6, lr}": ("stack", 16), "vpush\t{d8-d15}": ("stack", 64), "push.w\t{r4-r8}": ("stack", 20),
    "stmdb\tsp!, {r4, r5, lr}": ("stack", 12), "stmdbne\tsp!, {r4, lr}": ("unknown stack", None),
    "vstmdb\tsp!, {d8-d9}": ("stack", 16), "str.w\tlr, [sp, #-8]!": ("stack", 8), "strd\tr0, r1, [sp, #-16]!": ("stack", 16),
    "sub\tsp, #104": ("stack", 104), "sub.w\tsp, sp, #1024": ("stack", 1024), "subw\tsp, sp, #1028": ("stack", 1028),
    "add\tsp, #-508": ("stack", 508), "add\tsp, #16": ("stack", 0), "add\tsp, r4": ("unknown stack", None),
    "sub.w\tsp, sp, r3": ("unknown stack", None), "mov\tsp, r7": (None, None), "mov\tsp, r3": ("unknown stack", None),
    "ldr\tsp, [r0, #0]": ("new stack", None), "cmp\tsp, r3": (None, None), "str\tr0, [sp, #4]": (None, None),
    "pop\t{r4, pc}": ("return", None), "bx\tlr": ("return", None), "bxne\tlr": ("return", None),
    "bx\tr3": ("pointer jump", "r3"), "blx\tr3": ("pointer", "r3"), "blxne\tr3": ("pointer", "r3"),
    "bl\t40 <f>": ("call", "40 <f>"), "blne\t40 <f>": ("call", "40 <f>"), "blls\t40 <f>": ("call", "40 <f>"),
    "bls.n\t40 <f>": ("branch", "40 <f>"), "blt.n\t40 <f>": ("branch", "40 <f>"), "ble.n\t40 <f>": ("branch", "40 <f>"),
    "cbz\tr0, 40 <f>": ("branch", "r0, 40 <f>"), "b.w\t40 <f>": ("jump", "40 <f>"), "mov\tpc, r3": ("return", None),
}
RISCV = {
    "add\tsp,sp,-32": ("stack", 32), "addi\tsp,sp,-32": ("stack", 32), "add\tsp,sp,32": ("stack", 0),
    "add\tsp,sp,t0": ("unknown stack", None), "sub\tsp,sp,a0": ("unknown stack", None), "add\tsp,s0,-32": (None, None),
    "mv\tsp,a0": ("unknown stack", None), "auipc\tsp,0x110": ("new stack", None), "lw\ta0,12(sp)": (None, None),
    "lw\tsp,12(a0)": ("unknown stack", None), "jal\t40 <f>": ("call", "40 <f>"), "jalr\ta5": ("pointer", "a5"),
    "jr\ta5": ("pointer jump", "a5"), "ret\t": ("return", None), "j\t40 <f>": ("jump", "40 <f>"),
    "bnez\ta0,40 <f>": ("branch", "a0,40 <f>"), "mret\t": ("interrupt", None), "jr\tt0": ("return", None),
}

problems = []
for reader, lines in ((instructions.arm, ARM), (instructions.riscv, RISCV)):
    for line, expected in lines.items():
        if (found := reader(*line.split("\t"))) != expected:
            problems.append(f"{line!r}: {found}, not {expected}")


def sum_of_path(text):
    """The bytes of all parts: `main 8 > deep 1000 + tick 4 + 36 saved for it`."""
    parts = re.split(r" > | \+ ", text.partition(" bytes: ")[2])
    return sum(int(number[1]) for part in parts if (number := re.search(r"(?:^| )(\d+)(?: |\n|$)", part)))


with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)

    def run(*command):
        return subprocess.run([*map(str, command)], capture_output=True, text=True)

    def budget(*arguments):
        done = run(sys.executable, "-B", f"{checkout}/cmake/budget", "--target", "it", "--image", folder / "it.elf",
                   "--objdump", objdump, *(["--entry", "main"] if is_host else []), *arguments,
                   "--objects", folder / "it.o")
        return done.returncode == 0, done.stdout + done.stderr

    def build(program, *more):
        (folder / "it.cpp").write_text(BEGIN + program + ("" if is_host else
                                       '\nint main(); extern "C" void _start() { main(); for (;;) {} }'))
        for step in (["-fcallgraph-info=su", "-c", "it.cpp", "-o", "it.o"], ["-fcallgraph-info=su", "it.o", "-o", "it.elf"]):
            paths = [folder / word if word.startswith("it.") else word for word in step]
            own = [] if is_host else ["-ffreestanding", "-nostdlib"]
            done = run(compiler, *options, "-O1", "-std=c++20", "-fno-exceptions", *own, *paths, *more)
            if done.returncode:
                problems.append(f"{done.stderr}")

    for name, (program, arguments, expected, passes) in CASES.items():
        build(program)
        passed, text = budget("--stack", "9999", *arguments)
        if passed and sum_of_path(text) != int(re.search(r"stack (\d+)", text)[1]):
            problems.append(f"{name}: the path has {sum_of_path(text)} bytes: {text!r}")
        if passed != passes or not re.search(expected, text):
            problems.append(f"{name}: {'passed' if passed else 'failed'}: {text!r}\n  instead of {expected}")

    # One byte less of each figure; all at once.
    build(PLAIN + "int many[10] = {1}; int zeros[20]; int* volatile to = many; int* volatile from = zeros;")
    figures = dict(re.findall(r"(flash|RAM|stack) (\d+)", budget("--stack", "9999")[1]))
    less = {name: int(value) - 1 for name, value in figures.items()}
    for limits in [{name: value} for name, value in less.items()] + [less]:
        build(PLAIN + "int many[10] = {1}; int zeros[20]; int* volatile to = many; int* volatile from = zeros;")
        words = [word for name, value in limits.items() for word in (f"--{name.lower()}", value)]
        passed, text = budget(*words)
        lines = [line.partition(": .")[0] for line in text.splitlines()]
        wanted = [f"ctnn_budget: it needs {figures[name]} bytes of {name} but the budget is {value}"
                  for name, value in limits.items()]
        if passed or (folder / "it.elf").exists() or not all(map(str.startswith, lines, wanted)) or len(lines) != len(wanted):
            problems.append(f"{limits}: {text!r}, not {wanted}")
    if int(figures["RAM"]) < 120 or int(figures["RAM"]) > (2000 if is_host else 140):
        problems.append(f"RAM is {figures}")

    (folder / "it.ci").unlink()
    build(PLAIN, "-flto")
    passed, text = budget("--stack", "9999")
    if not re.search(CASES["the deepest path"][2], text):
        problems.append(f"optimized while linking: {text!r}")

    build(PLAIN)
    (folder / "it.ci").unlink()
    passed, text = budget("--stack", "9999")
    if passed or "it.ci, so the stack of it is not known" not in text:
        problems.append(f"no .ci: {text!r}")

print(f"{len(CASES)} programs")
sys.exit("\n".join(problems) if problems else 0)
