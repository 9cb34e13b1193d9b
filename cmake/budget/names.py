"""The names of functions, as a reader knows them. They come from the image: the labels that g++ writes into its graphs
lose all that is before an ellipsis or a parameter pack."""

import re
import subprocess

# Kept out of the way of the brackets, one character each.
SYMBOLS = ["()", "[]", "<=>", "<<=", ">>=", "->*", "<<", ">>", "<=", ">=", "->", "<", ">"]
OPERATOR = re.compile(r"\boperator\s*(" + "|".join(map(re.escape, SYMBOLS)) + ")")
FIRST = 0xE000
PARAMETERS, SPACE, ARROW = "\ue100", "\ue101", "\ue102"


def demangled(path, objdump):
    """Of each symbol of an image the declaration: `void f<int>(int)` of `_Z1fIiEvT_`."""
    tables = [subprocess.run([objdump, "-t", *more, path], capture_output=True, text=True, errors="replace",
                             check=True).stdout.splitlines() for more in ([], ["--demangle"])]
    declarations = {}
    for plain, readable in zip(*tables):
        name = plain.rpartition(" ")[2]
        before = plain.removesuffix(name)
        if name.startswith("_Z") and readable.startswith(before):
            declarations[name.partition("@")[0]] = readable.removeprefix(before).partition("@")[0]
    return declarations


def short(declaration):
    """ctnn::kernel::softmax of `void ctnn::kernel::softmax<float>(float const*)`."""
    text = re.sub(r" \[clone [^]]*\]|\[abi:\w+\]|\(anonymous namespace\)::|\{anonymous\}::", "", declaration)
    text = OPERATOR.sub(lambda match: "operator" + chr(FIRST + SYMBOLS.index(match[1])), text)
    text = _without_brackets(text.replace("->", ARROW))
    text = re.sub(r"\{[^{}]*\}", lambda match: match[0].replace(" ", SPACE), text)
    text = re.sub(rf"{PARAMETERS}(?: (?:const|volatile|&&?))+::", f"{PARAMETERS}::", text) # a lambda of a member
    # of a conversion, too: `operator unsigned long`
    text = re.sub(rf"\boperator\b[^{PARAMETERS}]*", lambda match: match[0].replace(" ", SPACE), text)
    text = next((word for word in reversed(text.split(" ")) if PARAMETERS in word[1:]), text)
    text = text.rpartition(PARAMETERS)[0] or text
    text = text.replace(PARAMETERS, "").replace(SPACE, " ").strip()
    return re.sub("[\ue000-\ue0ff]", lambda match: SYMBOLS[ord(match[0]) - FIRST], text)


def _without_brackets(text):
    """PARAMETERS for each (...), nothing for each <...>, beginning with the inmost."""
    while True:
        # `int (*f(int))(char)` is a function f that returns a pointer to one.
        shorter = re.sub(rf" \((?:[\w:]+::)?[*&]+ ?([\w:{{}}#]+{PARAMETERS})\)", r" \1", text)
        if shorter == text:
            shorter = re.sub(r"<[^<>()]*>", "", text)
        if shorter == text:
            shorter = re.sub(r"decltype ?\([^()<>]*\)", "decltype", text, count=1)
        if shorter == text:
            shorter = re.sub(r"\([^()<>]*\)", PARAMETERS, text, count=1)
        if shorter == text:
            shorter = re.sub(r"\([^()]*\)", PARAMETERS, text, count=1) # a comparison
        if shorter == text:
            return text
        text = shorter
