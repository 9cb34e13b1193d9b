"""rooms.py CHECKOUT: who may include whom. A folder of include/ctnn is a room, and a header includes only its own
room and those named before it. docs/architecture.md says what is in each; this is its order."""

import re

from problems import Problems, include, source

ORDER = """config error math text number random tensor kernel concept activation placed layer loss optimizer schedule initializer
face data network metric training quantization report verify import export host""".split()
# A face asks a part what it says of itself, so adding a part touches no face.
NAMES_NO_PART = "face network quantization verify host".split()
# What these reach, through any number of includes, is what a small program pays for.
REACHES_NONE_OF = {
    "training/train_step.hpp": ("face/batch/", "face/compiler/"),
}

INCLUDE = re.compile(r"^\s*#\s*include\s*<ctnn/([^>]+)>", re.MULTILINE)
problems = Problems()
root = include / "ctnn"
included = {}
arrows = 0

for path in sorted(root.rglob("*.hpp")):
    name = path.relative_to(root).as_posix()
    text = path.read_text()
    included[name] = INCLUDE.findall(text)
    if name == "ctnn.hpp":
        continue
    room = name.split("/")[0]
    if room not in ORDER:
        problems.add(path, 1, f"{room} is not in the list of rooms")
        continue
    for found in INCLUDE.finditer(text):
        other = found[1].split("/")[0]
        if other not in ORDER or ORDER.index(other) > ORDER.index(room):
            line = text.count("\n", 0, found.start()) + 1
            problems.add(path, line, f"{room} includes {found[1]}, of a room that is not before it")
        if room in NAMES_NO_PART and other in ("activation", "layer"):
            problems.add(path, 1, f"it names a part: {found[1]}")
        arrows += 1


def reached_from(name):
    seen, queue = set(), [name]
    while queue:
        for other in included.get(queue.pop(), []):
            if other not in seen:
                seen.add(other)
                queue.append(other)
    return seen


for name, rooms in REACHES_NONE_OF.items():
    for other in sorted(reached_from(name)):
        if other.startswith(rooms):
            problems.add(root / name, 1, f"it reaches {other}")

# The page lists the rooms in this order.
page = source / "docs" / "architecture.md"
listed = [room for row in re.findall(r"^\| ((?:`[a-z]+/` ?)+)\|", page.read_text(), re.MULTILINE)
          for room in re.findall(r"`([a-z]+)/`", row)]
if listed != ORDER:
    problems.add(page, 1, f"its table of rooms is not {' '.join(ORDER)}")

print(f"{len(included)} headers in {len(ORDER)} rooms, {arrows} includes between them")
problems.finish()
