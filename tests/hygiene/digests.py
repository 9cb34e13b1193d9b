"""digests.py CHECKOUT: tests/bits tries every elementary function, activation, layer, loss, optimizer and initializer. What
it tries is what tests/bits/digests.inc has a line of; a line begins with a word that tells what it is of."""

import re

from problems import Problems, include, source

FIRST_WORDS = {
    "math": "math",
    "activation": "activation",
    "layer": "layer",
    "loss": "loss",
    "optimizer": "train",
    "initializer": "initialize",
}
NOTHING_TO_TRY = {"layer/activate", "layer/dense", "optimizer/no_state"}  # (networks are made of the two layers)

problems = Problems()
digests = source / "tests/bits/digests.inc"
items = re.findall(r'^\{"(\w+) ([^"]*) (float|double)", 0x[0-9a-f]{16}\},$', digests.read_text(), re.M)
if not items:
    problems.add(digests, 1, "there is no line of an item")
tried = {(first, name, scalar) for first, names, scalar in items for name in names.split()}

for folder, first in FIRST_WORDS.items():
    headers = sorted((include / "ctnn" / folder).glob("*.hpp"))
    if not headers:
        problems.add(include, 1, f"there is no {folder}/")
    for path in headers:
        if f"{folder}/{path.stem}" in NOTHING_TO_TRY:
            continue
        for scalar in ("float", "double"):
            if (first, path.stem, scalar) not in tried:
                problems.add(path, 1, f"tests/bits does not try {path.stem} in {scalar}")
problems.finish()
print(f"{len(items)} items")
