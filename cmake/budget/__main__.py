"""python3 budget @ARGUMENTS: measures a linked image and compares it with its budget. ctnn_budget (ctnnBudget.cmake)
runs it after linking and says what the arguments mean."""

import argparse
import pathlib
import sys

import elf
from stack import Stack

parser = argparse.ArgumentParser(fromfile_prefix_chars="@", allow_abbrev=False)
parser.add_argument("--target", required=True)
parser.add_argument("--image", type=pathlib.Path, required=True)
parser.add_argument("--objdump", required=True)
for figure in ("flash", "ram", "stack"):
    parser.add_argument(f"--{figure}", type=int)
parser.add_argument("--entry")
for names in ("handlers", "assume", "objects"):
    parser.add_argument(f"--{names}", nargs="*")
asked = parser.parse_args()


def fail(*sentences):
    asked.image.unlink(missing_ok=True)  # as a linker does, so that the next build tries again
    sys.exit("\n".join(f"ctnn_budget: {sentence}" for sentence in sentences))


try:
    image = elf.Elf(asked.image)
except ValueError as problem:
    fail(f"{asked.image} {problem}, so nothing is known of its sizes")
if asked.stack is not None and len(image.symbols) < 2:
    fail(f"{asked.image} has no symbols, so the stack of {asked.target} is not known")
figures = {"flash": image.flash(), "RAM": image.ram()}
path = ""
if asked.stack is not None:
    beside = [pathlib.Path(compiled).with_suffix(".ci") for compiled in asked.objects]
    of_linking = list(asked.image.parent.glob(f"{asked.image.name}.ltrans*.ci"))  # of -flto, anew with each link
    graphs = [graph for graph in beside if graph.exists()] + of_linking
    if not of_linking and len(graphs) < len(beside):
        missing = next(graph for graph in beside if graph not in graphs)
        fail(f"there is no {missing}, so the stack of {asked.target} is not known; g++ writes it with "
             "-fcallgraph-info=su")
    stack = Stack(image, asked.objdump, graphs, asked.entry, asked.handlers, asked.assume or [])
    for graph in of_linking:
        graph.unlink()
    if stack.problems:
        fail(*(f"the stack of {asked.target} has no bound: {problem}" for problem in stack.problems))
    figures["stack"] = stack.bytes
    path = f": {stack.path}"

missed = []
for name, value in figures.items():
    limit = getattr(asked, name.lower())
    if limit is not None and value > limit:
        missed.append(f"{asked.target} needs {value} bytes of {name} but the budget is {limit}"
                      + (path if name == "stack" else ""))
if asked.stack is not None and not asked.entry and (room := image.stack_room()) is not None and stack.bytes > room:
    missed.append(f"{asked.target} needs {stack.bytes} bytes of stack but there are {room} between its variables and the "
                  f"top of its stack{path}")
if missed:
    fail(*missed)
limits = {name: getattr(asked, name.lower()) for name in figures}
print(f"{asked.target}: " + ", ".join(
    f"{name} {value}" + (f" of {limits[name]}" if limits[name] is not None else "")
    for name, value in figures.items()) + f" bytes{path}")
