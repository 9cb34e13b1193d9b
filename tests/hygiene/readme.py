"""readme.py CHECKOUT: the README's example and those of some pages of docs/ are the ones that the tests run, the
README's first two commands are one line each, it stays short, and links of all pages lead to files and headings."""

import re
import textwrap

from problems import Problems, source

problems = Problems()
readme = source / "README.md"
text = readme.read_text()
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.M | re.S)
blocks = BLOCK.findall(text)

for page, example in [("README.md", "readme"), ("docs/training.md", "training")]:
    first = next((body for language, body in BLOCK.findall((source / page).read_text()) if language == "cpp"), None)
    if first != (source / f"docs/examples/{example}.cpp").read_text():
        problems.add(source / page, 1, f"the first cpp block is not docs/examples/{example}.cpp")

data = source / "docs/data.md"
compiled = (source / "docs/examples/iris_run_time.cpp").read_text().split("    // [data.md]\n")
if len(compiled) != 3 or f"```cpp\n{textwrap.dedent(compiled[1])}```" not in data.read_text():
    problems.add(data, 1, "has no cpp block that is the marked part of docs/examples/iris_run_time.cpp")

# Between two lines `// [name]` of an example stands a cpp block of the page.
PART = re.compile(r"^// \[(\w+)\]\n(.*?)^// \[\1\]\n", re.M | re.S)
for page, example in [("layers", "layers"), ("layers_without_parameters", "layers_without_parameters"), ("layers_of_layers", "layers_of_layers"), ("layers_that_normalize", "layers_that_normalize"), ("trace", "trace"), ("layers_of_sequences", "layers_of_sequences"), ("extending_layers", "own_layer_kinds"), ("sequences", "stream"), ("sequences", "amplifier")]:
    page, shown = source / f"docs/{page}.md", (source / f"docs/examples/{example}.cpp").read_text()
    shown = PART.findall(shown)
    if not shown:
        problems.add(page, 1, f"docs/examples/{example}.cpp has no part that it shows")
    for name, body in shown:
        if f"```cpp\n{body}```" not in page.read_text():
            problems.add(page, 1, f"has no cpp block that is the part [{name}] of docs/examples/{example}.cpp")

commands = [body for language, body in blocks if language == "sh"]
if len(commands) < 2 or any(len(command.splitlines()) != 1 for command in commands[:2]):
    problems.add(readme, 1, "the first two sh blocks are not one line each")

if len(text.splitlines()) > 120:
    problems.add(readme, 121, "the README is longer than 120 lines")



def headings(page):
    lines = re.findall(r"^#+ +(.*)$", re.sub(r"^```.*?^```", "", page.read_text(), flags=re.M | re.S), re.M)
    return {re.sub(r"[^\w -]", "", line.strip().lower()).replace(" ", "-") for line in lines}


links = 0
for page in [readme, source / "CHANGELOG.md", *sorted((source / "docs").rglob("*.md"))]:
    for number, line in enumerate(page.read_text().splitlines(), 1):
        for target, heading in re.findall(r"\]\(([^)#:\s]*)(?:#([^)\s]+))?\)", line):
            links += 1
            file = page.parent / target if target else page
            if not file.exists():
                problems.add(page, number, f"link to {target}, which is not there")
            elif heading and file.suffix == ".md" and heading not in headings(file):
                problems.add(page, number, f"link to {target}#{heading}, which is no heading")
if links < 100:
    problems.add(readme, 1, f"only {links} links were found")
problems.finish()
