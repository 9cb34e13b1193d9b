"""images.py CHECKOUT FOLDER: ctnn_budget on a board's firmware, which tests/embedded/board has built in FOLDER.

Each image is within a budget of just its figures and not within one that is a byte smaller; the figures are those
of binutils' size; the stack is no less than what a program is seen to take.
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

checkout, folder = sys.argv[1:]
folder = pathlib.Path(folder)
_, size, _, emulator = (folder / "costs/tools.txt").read_text().splitlines()
scratch = pathlib.Path(tempfile.mkdtemp())
problems = []


def budget(name, **limits):
    """What the build runs after linking, with other limits; whether it passed, and its text."""
    arguments = folder / f"{name.parent}/ctnn_budget/{name.name}.txt"
    copy = pathlib.Path(shutil.copy(folder / f"{name}.elf", scratch))
    options = [str(word) for key, value in limits.items() for word in (f"--{key.lower()}", value)]
    run = subprocess.run(
        [sys.executable, "-B", f"{checkout}/cmake/budget", f"@{arguments}", "--image", copy, *options],
        capture_output=True, text=True, cwd=folder / name.parent)
    if copy.exists() == bool(run.returncode):
        problems.append(f"{name} {options}: the image is {'there' if copy.exists() else 'gone'}")
    return run.returncode == 0, run.stdout + run.stderr


for program in ("examples/iris", "examples/learning", "examples/last_layer", "examples/count", "stack"):
    name = pathlib.Path(program)
    passed, text = budget(name)
    print(text, end="")
    figures = re.match(rf"{name.name}: flash (\d+) of \d+, RAM (\d+) of \d+, stack (\d+) of \d+ bytes: ", text)
    if not passed or not figures:
        problems.append(f"{name}: {text}")
        continue
    figures = dict(zip(("flash", "RAM", "stack"), map(int, figures.groups())))
    if not budget(name, **figures)[0]:
        problems.append(f"{name} is not within {figures}")
    for figure, value in figures.items():
        if value == 0:
            continue
        passed, text = budget(name, **figures | {figure: value - 1})
        sentence = f"ctnn_budget: {name.name} needs {value} bytes of {figure} but the budget is {value - 1}"
        if passed or text.count("\n") != 1 or not text.startswith(sentence + (": reset " if figure == "stack" else "\n")):
            problems.append(f"{name}, one byte of {figure} less: {text!r}")
    run = subprocess.run([size, folder / f"{name}.elf"], capture_output=True, text=True, check=True)
    code, data, zeros = map(int, run.stdout.splitlines()[1].split()[:3])
    if (figures["flash"], figures["RAM"]) != (code + data, data + zeros):
        problems.append(f"{name}: {figures}, but size says {run.stdout}")

run = subprocess.run([*emulator.split(";"), folder / "stack.elf"], stdin=subprocess.DEVNULL, capture_output=True,
                     text=True, timeout=100, check=True)
taken = int(run.stdout + run.stderr)
print(f"stack takes {taken} bytes")
if not figures["stack"] - 300 <= taken <= figures["stack"]:
    problems.append(f"stack takes {taken} bytes, but ctnn_budget says {figures['stack']}")
shutil.rmtree(scratch)
sys.exit("\n".join(problems) if problems else 0)
