"""fixed_time.py: inference takes the same number of instructions whatever the numbers are, by callgrind, as g++
and clang build it. A network with elu, which has branches, must be found to differ.

What is on the command line is for the compilers (-isystem FOLDER)."""

import pathlib
import platform
import sys

here = pathlib.Path(__file__).resolve().parent
root = here.parent.parent
sys.path.insert(0, str(root / "benchmarks/runtime"))
from callgrind import count, skip_without  # noqa: E402

BUILDS = [("g++", ["-O2"])]
if platform.machine() in ("x86_64", "AMD64"):
    BUILDS += [(compiler, ["-O2", "-march=x86-64-v3"]) for compiler in ("g++", "clang++-19")]
CONTROL = "float elu"
skip_without("valgrind", *(compiler for compiler, _ in BUILDS))

wrong = 0
for compiler, build in BUILDS:
    counts = {}
    flags = [*build, "-DWITH_A_BRANCH", f"-I{root}", *sys.argv[1:]]
    for line, instructions in count(compiler, here / "fixed_time.cpp", flags):
        network, _, kind = line.partition(": ")
        counts.setdefault(network, {}).setdefault(instructions, kind)
    print(f"{compiler} {' '.join(build)}")
    for network, seen in counts.items():
        good = (len(seen) > 1) == (network == CONTROL)
        wrong += not good
        print(f"  {network:20}" + ", ".join(f"{number} ({kind})" for number, kind in seen.items())
              + ("" if good else "   WRONG"))  # fmt: skip
    wrong += CONTROL not in counts
if wrong:
    sys.exit(f"{wrong} networks depend on the numbers, or elu is not found to")
