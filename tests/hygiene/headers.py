"""headers.py CHECKOUT: names, #pragma once, only includes that are light and need no operating system, and in what
users include the gate and the prologue before anything else, the epilogue at the end."""

import re

from problems import Problems, include, public_headers, source

ALLOWED = {"array", "bit", "compare", "concepts", "cstddef", "cstdint", "limits", "type_traits", "utility"}
GATE = "ctnn/config/gate.hpp"
FIRST = ["#pragma once", f"#include <{GATE}>", "#include <ctnn/config/prologue.hpp>"]
LAST = "#include <ctnn/config/epilogue.hpp>"
NOT_ONCE = {"ctnn/config/prologue.hpp", "ctnn/config/epilogue.hpp"}
MISSING = "ctnn/config/missing_because_of_the_error_above.hpp"  # these two include it to stop the compiler
INCLUDE = re.compile(r'\s*(?:/\*.*\*/)?\s*#\s*include\s*[<"]([^>"]+)[>"]')

problems = Problems()
includes_of = {}


def check_include(path, number, name, host_only):
    if name == MISSING:
        if (include / name).exists() or path not in (include / GATE, include / "ctnn/config/options.hpp"):
            problems.add(path, number, f"<{name}> must be missing, and only config/ may include it")
    elif name.startswith("ctnn/"):
        if not (include / name).exists():
            problems.add(path, number, f"<{name}> does not exist")
        elif name.startswith("ctnn/host/") and not host_only:
            problems.add(path, number, f"<{name}> is for hosts only")
    elif name == "boost/hana.hpp":
        problems.add(path, number, "all of <boost/hana.hpp> is slow to compile; take its pieces")
    elif not (name in ALLOWED or name.startswith("boost/hana/") or host_only):
        problems.add(path, number, f"<{name}>; allowed are boost/hana/ and {' '.join(sorted(ALLOWED))}")


for path in sorted(path for path in include.rglob("*") if path.is_file()):
    name = path.relative_to(include).as_posix()
    if not re.fullmatch(r"ctnn/([a-z0-9_]+/)*[a-z0-9_]+\.hpp", name):
        problems.add(path, 1, "a header is ctnn/**/snake_case.hpp")
    lines = path.read_text().splitlines()
    if ("#pragma once" in lines) == (name in NOT_ONCE):
        problems.add(path, 1, "#pragma once, in a header that is included often" if name in NOT_ONCE else "no #pragma once")
    includes_of[name] = set()
    for number, line in enumerate(lines, 1):
        if found := INCLUDE.match(line):
            includes_of[name].add(found[1])
            check_include(path, number, found[1], name.startswith("ctnn/host/"))

# ctnn.hpp includes, directly or not, all that is not for hosts only and does not read model files.
reached, queue = set(), ["ctnn/ctnn.hpp"]
while queue:
    name = queue.pop()
    if name in includes_of and name not in reached:
        reached.add(name)
        queue.extend(includes_of[name])
# In placed/, those are for users that the pages or examples name.
pages = sorted((source / "docs").glob("*.md")) + sorted((source / "docs" / "examples").rglob("*.cpp"))
named = {name for page in pages for name in re.findall(r"\bplaced::(\w+)", page.read_text())}
placed = [path for path in sorted((include / "ctnn/placed").glob("*.hpp")) if path.stem in named]
for path in public_headers() + placed:
    lines = [line for line in path.read_text().splitlines() if line]
    if lines[:3] != FIRST or lines[-1] != LAST:
        problems.add(path, 1, f"the first lines are not {', '.join(FIRST)}, or the last is not {LAST}")
    name = path.relative_to(include).as_posix()
    if not name.startswith(("ctnn/host/", "ctnn/import/", "ctnn/export/")) and name not in reached:
        problems.add(path, 1, "ctnn/ctnn.hpp does not include it")

problems.finish()
print(f"{len(includes_of)} headers")
