"""readme.py CHECKOUT: the README's example and that of docs/training.md are the ones that the tests run, the README's first
two commands are one line each, it stays short, and its links lead to files."""

import re

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

commands = [body for language, body in blocks if language == "sh"]
if len(commands) < 2 or any(len(command.splitlines()) != 1 for command in commands[:2]):
    problems.add(readme, 1, "the first two sh blocks are not one line each")

if len(text.splitlines()) > 120:
    problems.add(readme, 121, "the README is longer than 120 lines")

for target in re.findall(r"\]\(([^)#:]+)\)", text):
    if not (source / target).exists():
        problems.add(readme, 1, f"link to {target}, which is not there")
problems.finish()
