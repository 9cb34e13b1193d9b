"""docstrings.py CHECKOUT: each public header documents the name it is named after, in one form:

/// What it is, in a sentence.
///
/// Shape:    of each argument and result
/// Gradient: the formula
/// Cost:     multiply-adds, bytes, ...
/// Errors:   what happens with wrong use or bad data
/// Source:   paper or standard
/// Example:  a file of this repository that uses it, compiled by the tests

The labels stand in this order. One that has nothing to say is left out, but for the example. The same holds for every
other docstring that has one of the labels.
"""

import re

from problems import Problems, public_headers, source

LABELS = ["Shape", "Gradient", "Cost", "Errors", "Source", "Example"]
LABEL = re.compile(r"/// (%s):(.*)" % "|".join(LABELS))

problems = Problems()


def docstrings(lines):
    """Yields (line number, lines of the docstring, text of the declaration after it)."""
    number = 0
    while number < len(lines):
        start = number
        while number < len(lines) and lines[number].startswith("///"):
            number += 1
        if number > start:
            declaration = re.split(r";|{\s*\n", "\n".join(lines[number : number + 20]))[0]
            yield start + 1, lines[start:number], declaration
        number += 1


def is_complete(path, number, docstring):
    labels = [found for line in docstring if (found := LABEL.match(line))]
    names = [label[1] for label in labels]
    if names[-1] != "Example":
        problems.add(path, number, "the docstring does not end with an example")
    elif names != [label for label in LABELS if label in names]:
        problems.add(path, number, f"the docstring's labels are not in the order {', '.join(LABELS)}")
    elif LABEL.match(docstring[0]) or not re.search(r"\w.*\w", docstring[0]):
        problems.add(path, number, "the docstring's first line does not say what it is")
    else:
        for label in labels:
            if label[2].strip().rstrip(".") in ("", "none", "this library"):
                problems.add(path, number, f"{label[1]} says nothing: leave it out")
        example = re.match(r"[\w./-]*", labels[-1][2].strip())[0]
        if not example.endswith(".cpp") or not (source / example).exists():
            problems.add(path, number, f"the example '{example}' is not a .cpp file of this repository")
        return True
    return False


def declares_something(lines):
    code = re.sub(r"(//|#).*", "", "\n".join(lines))
    return code.strip() != ""


for path in public_headers():
    lines = [line.strip() for line in path.read_text().splitlines()]
    if not declares_something(lines):
        continue
    documented = False
    wrong = problems.count
    for number, docstring, declaration in docstrings(lines):
        if any(LABEL.match(line) for line in docstring) and is_complete(path, number, docstring):
            # `using x = basic_x<default>` is documented where basic_x is.
            documented = documented or re.search(rf"\b(basic_)?{path.stem}\b", declaration) is not None
    if not documented and problems.count == wrong:
        problems.add(path, 1, f"no docstring stands before the declaration of {path.stem}")

problems.finish()
