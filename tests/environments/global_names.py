"""global_names.py CHECKOUT HEADER COMPILER FLAGS...: writes a header of variables at namespace scope, one for each name
that occurs in include/, but those that the standard library has there already."""

import pathlib
import re
import subprocess
import sys

checkout, header, command = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3:]
# Keywords and what the standard library has cannot be declared either: the compiler tells below.
NOT_THESE = {"ctnn", "boost", "std"}
COMMENT_OR_TEXT = re.compile(r'//[^\n]*|"(?:\\.|[^"\\\n])*"|^\s*#\s*include[^\n]*', re.MULTILINE)

names = set()
for path in (checkout / "include").rglob("*.hpp"):
    names |= set(re.findall(r"\b[A-Za-z]\w*", COMMENT_OR_TEXT.sub("", path.read_text())))
names = sorted(name for name in names - NOT_THESE if not name.startswith("CTNN_"))


def write(numbered):
    header.write_text(f'#include "{checkout}/tests/environments/standard.hpp"\n' +
                      "".join((f'#line {n} "names"\n' if numbered else "") + f"inline constexpr int {name} = 0;\n"
                              for n, name in enumerate(names, 1)))


# (g++ tells of all errors, clang of 20 unless it is asked)
version = subprocess.run([command[0], "--version"], capture_output=True, text=True).stdout
command += ["-ferror-limit=0"] if "clang" in version else []
for attempt in range(3):
    write(numbered=True)
    told = subprocess.run([*command, "-fsyntax-only", "-x", "c++", header], capture_output=True, text=True).stderr
    taken = {int(n) for n in re.findall(r"^names:(\d+):\d+: (?:fatal )?error", told, re.MULTILINE)}
    if not taken:
        break
    names = [name for n, name in enumerate(names, 1) if n not in taken]
write(numbered=False)
if "error" in told:
    sys.exit(told)
missing = {"net", "x", "target", "back", "next", "samples", "data", "text", "seed", "number"} - set(names)
if missing or len(names) < 2000:
    sys.exit(f"only {len(names)} names, without {missing}")
print(f"{len(names)} names")
