"""readme.py CHECKOUT: the README's example and that of docs/data.md are those that the tests run, the README's first two
commands are one line each, and it stays short."""

import re
import textwrap

from problems import Problems, source

problems = Problems()
readme = source / "README.md"
text = readme.read_text()
blocks = re.findall(r"^```(\w+)\n(.*?)^```", text, re.M | re.S)

example = next((body for language, body in blocks if language == "cpp"), None)
compiled = (source / "docs/examples/readme.cpp").read_text()
if example != compiled:
    problems.add(readme, 1, "the first cpp block is not docs/examples/readme.cpp")

data = source / "docs/data.md"
compiled = (source / "docs/examples/iris_run_time.cpp").read_text().split("    // [data.md]\n")
if len(compiled) != 3 or f"```cpp\n{textwrap.dedent(compiled[1])}```" not in data.read_text():
    problems.add(data, 1, "has no cpp block that is the marked part of docs/examples/iris_run_time.cpp")

commands = [body for language, body in blocks if language == "sh"]
if len(commands) < 2 or any(len(command.splitlines()) != 1 for command in commands[:2]):
    problems.add(readme, 1, "the first two sh blocks are not one line each")

if len(text.splitlines()) > 120:
    problems.add(readme, 121, "the README is longer than 120 lines")

for target in re.findall(r"\]\(([^)#:]+)\)", text):
    if not (source / target).exists():
        problems.add(readme, 1, f"link to {target}, which is not there")
problems.finish()
