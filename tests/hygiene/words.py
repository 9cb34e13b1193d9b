"""words.py CHECKOUT: no variable, parameter or member object of the headers and examples is called `at`, `how`, `of` or
`these`: its name says what it is. (Functions and types may be called so.)"""

import re

from problems import Problems, include, source

# What a compiler does not see: comments, strings and characters.
HIDDEN = re.compile(r'//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'')
# The end of a type, the name, and what comes after the name of an object.
DECLARED = re.compile(r"(\w+|[>\])]|\.\.\.)[\s&*]+(at|how|of|these)\b(?=\s*(?:[;,)={\[]|:(?!:)))")
BEFORE_OTHERS = {"class", "enum", "goto", "namespace", "return", "struct", "using"}

problems = Problems()
paths = sorted(include.rglob("*.hpp")) + sorted((source / "docs" / "examples").rglob("*.?pp"))
for path in paths:
    code = HIDDEN.sub(lambda found: " " * len(found.group()), path.read_text())
    for before, name in ((found.group(1), found) for found in DECLARED.finditer(code)):
        if before not in BEFORE_OTHERS:
            line = code.count("\n", 0, name.start(2)) + 1
            problems.add(path, line, f"an object is called {name.group(2)}: say what it is")
print(f"{len(paths)} headers and examples")
problems.finish()
