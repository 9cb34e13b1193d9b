"""calls.py: inference, backpropagation, training and initialisation call nothing but what copies and clears memory:
no allocation, no lock, no exception, nothing of an operating system or of a mathematical library. The object file of
calls.cpp has no other name that is not its own. One that allocates must be found.

What is on the command line is for the compilers (-isystem FOLDER)."""

import pathlib
import shutil
import subprocess
import sys
import tempfile

here = pathlib.Path(__file__).resolve().parent
root = here.parent.parent
ALLOWED = {"memcpy", "memmove", "memset", "memcmp", "_GLOBAL_OFFSET_TABLE_"}
BUILDS = [("g++", "-Os"), ("g++", "-O2"), ("clang++-19", "-O2")]


def foreign_names(compiler, *flags):
    with tempfile.TemporaryDirectory() as folder:
        command = [compiler, "-std=c++20", "-ffp-contract=off", "-DCTNN_FP_CONTRACT_OFF", "-fno-stack-protector"]
        command += [f"-I{root / 'include'}", *flags, *sys.argv[1:]]
        subprocess.run([*command, "-S", here / "calls.cpp", "-o", f"{folder}/calls.s"], check=True)
        subprocess.run([compiler, "-c", f"{folder}/calls.s", "-o", f"{folder}/calls.o"], check=True)
        names = subprocess.run(["nm", "-u", f"{folder}/calls.o"], capture_output=True, text=True, check=True).stdout
        # Written in assembly, a call of the system or a lock has no name.
        words = pathlib.Path(f"{folder}/calls.s").read_text().split()
    return {line.split()[-1] for line in names.splitlines()} - ALLOWED | {"syscall", "lock"} & set(words)


for program in ["nm", *(compiler for compiler, _ in BUILDS)]:
    if not shutil.which(program):
        sys.exit(print(f"SKIP: no {program} (.ci/setup --all)"))
if not foreign_names("g++", "-O2", "-DWITH_A_CALL"):
    sys.exit("new and delete are not found, so this test finds nothing")
found = [f"{compiler} {level}: calls {name}" for compiler, level in BUILDS for name in foreign_names(compiler, level)]
sys.exit("\n".join(found) or None)
