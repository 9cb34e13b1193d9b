"""operators.py: what mutants.py changes in a line of a header, one small mistake at a time."""

import re

SWAPS = [
    ("smaller", "larger"),
    ("next_below", "next_above"),
    ("below", "above"),
    ("lower", "upper"),
    ("low", "high"),
    ("least", "most"),
    ("min", "max"),
    ("true", "false"),
]

# Each is a name, a pattern, and what takes its place: of some patterns several things.
PATTERNS = [
    ("relation", r" < ", [" <= "]),
    ("relation", r" <= ", [" < "]),
    ("relation", r" > ", [" >= "]),
    ("relation", r" >= ", [" > "]),
    ("relation", r" == ", [" != "]),
    ("relation", r" != ", [" == "]),
    ("arithmetic", r" \+ ", [" - "]),
    ("arithmetic", r" - ", [" + "]),
    ("arithmetic", r" \* ", [" / "]),
    ("arithmetic", r" / ", [" * "]),
    ("arithmetic", r" \+= ", [" -= "]),
    ("arithmetic", r" -= ", [" += "]),
    ("arithmetic", r" \*= ", [" /= "]),
    ("logic", r" && ", [" || "]),
    ("logic", r" \|\| ", [" && "]),
    ("negation", r"!(?=[\w(])", [""]),
    ("negation", r"(?<=[(\[])-(?=[a-z(])", [""]),
    ("negation", r"(?<=[=,?:] )-(?=[a-z(])", [""]),
    ("negation", r"(?<=return )-(?=[a-z(])", [""]),
    # A term of a sum that is not there: most often a charge.
    ("charge", r" \+ [\w.:]+(\[[^\[\] ]*\])?(\([^() ]*\))?(?=[ ;,)])(?! [*/])", [""]),
    ("charge", r" \* \([\w.:<>]+ \+ [^()]*\)", [""]),
    ("rounding", r"(number::)?next_(above|below)(?=\()", [""]),
    # Whole numbers, and those with a point or an exponent.
    ("constant", r"(?<![\w.'-])\d+(?![\w.']|<)", [lambda n: str(int(n) + 1), lambda n: str(int(n) - 1)]),
    ("constant", r"(?<![\w.'])(\d+\.\d+(e-?\d+)?|\d+e-?\d+)(?![\w.'])", [lambda n: f"({n} + 1)", lambda n: f"({n} - 1)"]),
    ("constant", r"(?<![\w.'])\d+(\.\d+)?e-\d+(?![\w.'])", ["0.0"]),
]
for one, other in SWAPS:
    PATTERNS.append(("swap", rf"\b{one}\b(?=[\w.,;:()\[\] ])", [other]))
    PATTERNS.append(("swap", rf"\b{other}\b(?=[\w.,;:()\[\] ])", [one]))
PATTERNS = [(name, re.compile(pattern), to) for name, pattern, to in PATTERNS]

# A statement that only assigns or calls; not a declaration, which what follows would miss.
STATEMENT = re.compile(r"^ +(?!return|using|else|case|delete|throw)[\w.\[\]()*>-]+( [-+*/]?= [^=].*|\(.*\)|\+\+);$")
NO_CODE = re.compile(r"^\s*(#|//|template <|requires|using|static_assert|namespace|CTNN_ARITHMETIC_|class|struct|enum|friend)")


def masked(line):
    """The line without what a compiler does not see as code: texts, and what is after `//`."""
    line = re.sub(r'"(\\.|[^"\\])*"|\'(\\.|[^\'\\])\'', lambda text: "\0" * len(text[0]), line)
    at = line.find("//")
    return line if at < 0 else line[:at].rstrip()


def mutations(line):
    """Pairs of a name and the line that takes the place of this one."""
    if NO_CODE.match(line):
        return []
    code = masked(line)
    found = {}
    for name, pattern, replacements in PATTERNS:
        for match in pattern.finditer(code):
            if not match[0].strip("\0"):
                continue
            for to in replacements:
                text = to(match[0]) if callable(to) else to
                found.setdefault(line[: match.start()] + text + line[match.end() :], name)
    if STATEMENT.match(code):
        found.setdefault(re.match(" *", line)[0] + ";", "statement")
    found.pop(line, None)
    return [(name, text) for text, name in found.items()]
