"""programs.py CHECKOUT COMPILER OBJDUMP OPTIONS...: what ctnn_budget says of small programs, good and bad ones.

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
HARD_NAMES = """
namespace { struct object {
    template <class... T> __attribute__((noinline)) static int any(T... all) { use(&all...); return 1; }
    __attribute__((noinline)) int many(int first, ...) { use(&first); return any(first); }
    template <char C> __attribute__((noinline)) int quoted() { use(this); return C + many(1, 2); }
    __attribute__((noinline)) operator unsigned long() const { object copy; use(&copy); return copy.quoted<'"'>(); }
    __attribute__((noinline)) bool operator<(int (*)(int, ...)) const { use(nullptr); return operator unsigned long() > 1; }
}; }
int main() { object it; auto f = [&](int a, ...) __attribute__((noinline)) { use(&a); return it < nullptr; }; return f(1) * 0; }
"""
CASES["names that are hard to read"] = (
    HARD_NAMES, [], r"main \d+ > main::\{lambda#1\}::operator\(\) \d+ > object::operator< \d+ > "
    r"object::operator unsigned long \d+ > object::quoted \d+ > object::many \d+ > object::any \d+", True)
if is_host:
    CASES["a function of which nothing is known"] = (
        '#include <cstdio>\nint main() { std::puts("a"); return 0; }', [],
        r"nothing is known of puts, which main calls; state one with ASSUME puts=bytes\n$", False)
    CASES["a function of which it is told"] = (
        '#include <cstdio>\nint main() { std::puts("a"); return 0; }', ["--assume", "puts=1000"],
        r"main \d+ > puts 1000 \(assumed\) \+ 128 of red zone", True)
    CASES["a function with any arguments"] = (
        '#include <cstdio>\nint main() { std::printf("%g", 1.5); return 0; }', [],
        r"nothing is known of printf, which main calls; state one with ASSUME printf=bytes\n$", False)
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
import names  # noqa: E402

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

NAMES = { # of declarations as binutils writes them
    "main": "main", "printf": "printf", "_GLOBAL__sub_I_main": "_GLOBAL__sub_I_main",
    "three::st(int, ...)": "three::st",
    "(anonymous namespace)::fun(int)": "fun",
    "(anonymous namespace)::hidden::operator int() const": "hidden::operator int",
    "(anonymous namespace)::hidden::operator std::vector<int, std::allocator<int> >*()": "hidden::operator std::vector*",
    "a::b::operator unsigned long() const": "a::b::operator unsigned long",
    "memfn((anonymous namespace)::hidden&, int ((anonymous namespace)::hidden::*)(int (*)(int)) const)": "memfn",
    "main::{lambda(int)#1}::operator()(int) const": "main::{lambda#1}::operator()",
    "auto main::{lambda(auto:1, (auto:2)...)#4}::operator()<int, double>(int, double)": "main::{lambda#4}::operator()",
    "f(int) const::{lambda(int)#1}::operator()(int) const": "f::{lambda#1}::operator()",
    "a::f(int, std::function<int (int)> const&)::{unnamed type#1}::g(int)": "a::f::{unnamed type#1}::g",
    "std::function<int (int)>::function<main::{lambda(int)#2}, void>(main::{lambda(int)#2}&&)": "std::function::function",
    "int apply<main::{lambda(int)#1}>(main::{lambda(int)#1}, std::function<int (int)> const&)": "apply",
    "int with_value<&(anonymous namespace)::fun>()": "with_value",
    "int with_value<main::{lambda(int)#3}{}>()": "with_value",
    "main::{lambda(int)#2}&& std::forward<main::{lambda(int)#2}>(std::remove_reference<main::{lambda(int)#2}>::type&)": "std::forward",
    "operator new(unsigned long, int)": "operator new",
    "operator new[](unsigned long)": "operator new[]",
    "operator delete(void*, unsigned long)@CXXABI_1.3.9": "operator delete",
    "int pack<int, char, double, int (*)(int)>(int, char, double, int (*)(int))": "pack",
    "box<double, 4>::~box()": "box::~box", "box<double, 4>::box()": "box::box",
    "std::function<int (int)>::operator()(int) const": "std::function::operator()",
    'operator"" _n(unsigned long long)': 'operator"" _n',
    "box<double, 4>::operator[](int) &&": "box::operator[]",
    "box<double, 4>::operator->()": "box::operator->",
    "box<double, 4>::operator<<(int (*)(double))": "box::operator<<",
    "std::ostream& operator<< <char>(std::ostream&, char)": "operator<<",
    "bool operator< <int>(box<int> const&, box<int> const&)": "operator<",
    "box<double, 4>::operator float<float>() const": "box::operator float",
    "three::operator<=>(three const&) const": "three::operator<=>",
    "three::operator()() const volatile &": "three::operator()",
    "three::operator,(int)": "three::operator,",
    "box<double, 4>::operator<(box<double, 4> const&) const": "box::operator<",
    "bool box<double, 4>::operator><int>(int) const": "box::operator>",
    "int (*select<int>(int))(int, char)": "select",
    "int (&table<int>(int))[3]": "table",
    "int (a::*member<int>(int))(int) const": "member",
    "choose(int (*)(int (*)(char), ...), int (*(*)(int))(char))": "choose",
    "decltype (auto) trailing<int>(int)": "trailing",
    "decltype ((fp)+(fp0)) sum<int, int>(int, int)": "sum",
    "decltype (({parm#1})->size()) size_of<text>(text const&)": "size_of",
    "std::enable_if<((4)>(3)), int>::type check<4>()": "check",
    "void ctnn::kernel::softmax<float>(float const*) [clone .isra.0]": "ctnn::kernel::softmax",
    "std::__cxx11::to_string[abi:cxx11](int)": "std::__cxx11::to_string",
    "void put<(char)34>()": "put", "void put<(char)40>(std::array<char, (sizeof (int))>)": "put",
    "virtual thunk to derived::f(int)": "derived::f",
    "unsigned long count<std::vector<int, std::allocator<int> > >(std::vector<int> const&)": "count",
    "(anonymous namespace)::outer(char)::{lambda(int (*)(int))#2}::_FUN(int (*)(int))": "outer::{lambda#2}::_FUN",
    "operator_of(int)": "operator_of", "my_operator(int)": "my_operator", "a::operator_set::begin()": "a::operator_set::begin",
    "void a::operator^(a::box const&)": "a::operator^",
    "a::f(a::b::operator_type)": "a::f",
    "void run<a::less<int>, &a::box::operator()>(int)": "run",
    "void run<&(a::box::operator<(int) const)>(int)": "run",
    "a::box::operator bool() const::{lambda()#1}::operator()() const": "a::box::operator bool::{lambda#1}::operator()",
    "a::box::operator()(int) const::{lambda(int)#1}::operator()(int) const": "a::box::operator()::{lambda#1}::operator()",
    "a::box::operator()(int) const::local::g(int)": "a::box::operator()::local::g",
}

problems = [f"{text}: {found}, not {name}" for text, name in NAMES.items() if (found := names.short(text)) != name]
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

    # Variables and stack that fit one by one, but not together.
    room_of = [(top, "") for top in ("__stack_top", "_estack")]
    if is_arm:
        table = ('extern "C" char top;\nextern "C" void _start();\n__attribute__((aligned(128), used)) '
                 "pointer const vectors[] = {pointer(&top), pointer(_start)};")
        room_of.append(("top", table))
    for top, table in [] if is_host else room_of:
        for room, passes in ((900, False), (2000, True)):
            build(PLAIN + "int zeros[200]; int* volatile from = zeros;" + table, f"-Wl,--defsym={top}=_end+{room}")
            if not budget("--stack", "9999", "--entry", "main")[0]:
                problems.append(f"the stack of another than the first function is held against {top}")
            passed, text = budget("--stack", "9999")
            sentence = rf"ctnn_budget: it needs 1\d+ bytes of stack but there are {room} between its variables and the top of its stack: "
            if passed != passes or bool(re.match(sentence, text)) == passes:
                problems.append(f"{room} bytes below {top}: {text!r}")

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
