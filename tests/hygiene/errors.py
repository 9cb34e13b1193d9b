"""errors.py CHECKOUT: docs/errors.md has every sentence that the library can say, and every case of
tests/compile_fail, and no others."""

import re

from problems import Problems, include, source

problems = Problems()
page = source / "docs" / "errors.md"
text = page.read_text()

cases = {path.stem for path in (source / "tests" / "compile_fail").glob("*.cpp")}
named = set()
for row in re.findall(r"^\|.*\|$", text, re.MULTILINE):
    named |= set(re.findall(r"`(\w+)`", row.split("|")[-2]))
for case in sorted(cases - named):
    problems.add(page, 1, f"tests/compile_fail/{case}.cpp is not named")
for case in sorted(named - cases):
    problems.add(page, 1, f"tests/compile_fail/{case}.cpp does not exist")

verdicts = (include / "ctnn" / "detail" / "verdict.hpp").read_text()
stops = (include / "ctnn" / "detail" / "stop_constant.hpp").read_text()
sentences = re.findall(r"struct (\w+)", verdicts.split("namespace ctnn::detail")[0])
sentences += re.findall(r"inline void (\w+)\(\)", stops)
for sentence in sentences:
    if sentence not in ("none", "with_inputs") and not re.search(rf"\b{sentence}\b", text):
        problems.add(page, 1, f"the sentence with {sentence} is missing")

problems.finish()
print(f"{len(cases)} cases, {len(sentences)} parts of sentences")
