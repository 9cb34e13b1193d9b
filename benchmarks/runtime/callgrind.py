"""What callgrind counts between the marks of a program (mark.hpp)."""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

root = pathlib.Path(__file__).resolve().parent.parent.parent
FLAGS = ["-std=c++20", "-ffp-contract=off", "-DCTNN_FP_CONTRACT_OFF", f"-I{root / 'include'}"]


def skip_without(*programs):
    for program in programs:
        if not shutil.which(program):
            sys.exit(print(f"SKIP: no {program} (.ci/setup --all)"))


def version(compiler):
    """As "clang 19": what it is and its major version."""
    number = subprocess.run([compiler, "-dumpversion"], capture_output=True, text=True, check=True).stdout
    return f"{'clang' if 'clang' in compiler else compiler} {number.split('.')[0].strip()}"


def count(compiler, file, flags):
    """Yields what the program prints, line by line, with the instructions between the two marks before the line."""
    with tempfile.TemporaryDirectory() as folder:
        program, out = f"{folder}/program", f"{folder}/out"
        subprocess.run([compiler, *FLAGS, *flags, file, "-o", program], check=True)
        run = subprocess.run(
            ["valgrind", "-q", "--tool=callgrind", "--dump-after=mark", f"--callgrind-out-file={out}", program],
            capture_output=True, text=True)  # fmt: skip
        lines = run.stdout.splitlines()
        # One dump for each mark: every other one is of what is between two tasks.
        dumps = [pathlib.Path(f"{out}.{2 * i + 2}") for i in range(len(lines))]
        if run.returncode != 0 or not lines or not all(dump.exists() for dump in dumps):
            sys.exit(f"{file}, {compiler}: not two marks for each line under callgrind:\n{run.stdout}{run.stderr}")
        for line, dump in zip(lines, dumps):
            yield line, int(re.search(r"^totals: (\d+)$", dump.read_text(), re.M)[1])
