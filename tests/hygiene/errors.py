"""errors.py CHECKOUT: docs/errors.md, docs/errors_of_data.md, docs/errors_of_models.md and docs/errors_of_training.md have every sentence that the library can say, of the compiler's options too, and every case of
tests/compile_fail, and no others."""

import re

from problems import Problems, include, source

# Parts of sentences that say nothing by themselves, and the function that all stops of a CSV text call.
SCAFFOLD = {"none", "with_inputs", "column", "this_ends_the_build", "stop_csv"}

problems = Problems()
page = source / "docs" / "errors.md"
text = page.read_text() + "".join((source / "docs" / f"errors_of_{of}.md").read_text() for of in ("data", "models", "training"))

cases = {path.stem for path in (source / "tests" / "compile_fail").glob("*.cpp")}
named = set()
for row in re.findall(r"^\|.*\|$", text, re.MULTILINE):
    named |= set(re.findall(r"`(\w+)`", row.split("|")[-2]))
for case in sorted(cases - named):
    problems.add(page, 1, f"tests/compile_fail/{case}.cpp is not named")
for case in sorted(named - cases):
    problems.add(page, 1, f"tests/compile_fail/{case}.cpp does not exist")

sentences = []
for path in sorted(include.rglob("*.hpp")):
    for namespace in re.findall(r"^namespace (?:ctnn::)?error {$(.*?)^} // namespace", path.read_text(), re.M | re.S):
        sentences += re.findall(r"struct (\w+)", namespace)
        sentences += re.findall(r"inline void (\w+)\(\)", namespace)
        sentences += re.findall(r"constexpr void (\w+)\(Number", namespace)
for path in sorted((include / "ctnn/config").glob("*.hpp")):
    for sentence in re.findall(r'"(ctnn [^"]{20,})"', path.read_text()):
        if f"`{sentence}`" not in text:
            problems.add(path, 1, f"docs/errors.md lacks '{sentence}'")
for sentence in sentences:
    if sentence not in SCAFFOLD and not re.search(rf"\b{sentence}\b", text):
        problems.add(page, 1, f"the sentence with {sentence} is missing")

problems.finish()
print(f"{len(cases)} cases, {len(sentences)} parts of sentences")
