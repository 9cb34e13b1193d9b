"""options.py g++|clang COMPILER FLAGS...: compiles with each option of the table in docs/bits.md, and holds what the
table says: that the build stops or warns with a sentence, or says nothing, and what ctnn::arithmetic finds."""

import pathlib
import re
import subprocess
import sys
import tempfile

here = pathlib.Path(__file__).parent
kind, compiler, *flags = sys.argv[1:]
include = here.parents[1] / "include"
alone = [compiler, "-std=c++20", "-O2", *flags]
problems = 0


def rows():
    text = (here.parents[1] / "docs/bits.md").read_text()
    table = re.search(r"^\| options \|.*\n\|[ |-]*\n((?:\|.*\n)*)", text, re.M)
    for line in table[1].splitlines():
        options, which, compiling, sentence, found = (cell.strip() for cell in line.strip("|").split("|"))
        if which in ("both", kind):
            yield options, compiling, sentence.replace("\\*", "*"), found


def command_with(options):
    command = alone if options.endswith(" alone") else [*alone, "-ffp-contract=off", "-DCTNN_FP_CONTRACT_OFF"]
    return [*command, *re.match(r"`(.*)`", options)[1].split()]


def run(command):
    return subprocess.run(command, capture_output=True, text=True, env={"LC_ALL": "C", "PATH": "/usr/local/bin:/usr/bin:/bin"})


def check(condition, options, text):
    global problems
    if not condition:
        problems += 1
        print(f"{options}: {text}")


def check_row(options, compiling, sentence, found, folder):
    # A header that includes nothing but the gate. Compilers say nothing of most warnings in system directories.
    (folder / "gate.cpp").write_text("#include <ctnn/number/real.hpp>\n")
    expected = [{"stops": "error", "warns": "warning"}[compiling]] if compiling else []
    for way in ("-I", "-isystem"):
        gate = run([*command_with(options), "-Wall", "-Wextra", "-Wpedantic", way, include, "-fsyntax-only", folder / "gate.cpp"])
        # (the line and column tell a compiler's messages from a driver's, of options that it does not like)
        said = re.findall(r'^[^ ]*:\d+: (error|warning): (.*)', gate.stderr, re.M)
        check([how for how, _ in said] == expected, options, f"{compiling or 'nothing'} expected:\n{gate.stderr}")
        check(all(sentence in text for _, text in said), options, f"'{sentence}' expected:\n{gate.stderr}")
        check((gate.returncode != 0) == (compiling == "stops"), options, f"exits with {gate.returncode}\n{gate.stderr}")
    if compiling == "stops" or found.startswith("not run"):
        return
    program = folder / "arithmetic"
    built = run([*command_with(options), "-I", include, here / "arithmetic.cpp", "-o", program])
    check(built.returncode == 0, options, built.stderr)
    if built.returncode == 0:
        ran = run([program, *re.findall(r"`(\w+)`", found)])
        check(ran.returncode == 0, options, ran.stdout)


count = 0
with tempfile.TemporaryDirectory() as name:
    for row in rows():
        check_row(*row, pathlib.Path(name))
        count += 1
if problems or count < 20:
    sys.exit(f"{problems} problem(s) in {count} rows")
print(f"{count} rows")
