"""faces.py CHECKOUT: tests/faces/list.hpp names every layer, every activation and every header with a function of
networks, and each of its faces has a test of its name that goes through the list. docs/layers.md has a row for each
activation."""

import re

from problems import Problems, include, public_headers, source

problems = Problems()
page = source / "tests/faces/list.hpp"
text = re.sub(r'"\s*\\?\n\s*"', "", page.read_text())


def listed(macro):
    body = re.search(rf"#define CTNN_{macro}S\(CTNN_{macro}\)(.*?)\n\n", text, re.S).group(1)
    return re.findall(rf"CTNN_{macro}\((\w+)(?:, *(?:\\\n *)?\"([^\"]*)\")?", body)


def compare(what, names, needed):
    for name in sorted(needed - names):
        problems.add(page, 1, f"lacks {what} {name}")
    for name in sorted(names - needed):
        problems.add(page, 1, f"{what} {name} is not there")


for macro, folder in [("LAYER", "layer"), ("ACTIVATION", "activation")]:
    compare(f"{folder}", {name for name, _ in listed(macro)},
            {path.stem for path in (include / "ctnn" / folder).glob("*.hpp")})

layers_page = source / "docs/layers.md"
for name, _ in listed("ACTIVATION"):
    if f"| [`{name}`](" not in layers_page.read_text():
        problems.add(layers_page, 1, f"the table of activations lacks {name}")

# A header is one of networks if a function template or class template in it says so.
OF_NETWORKS = re.compile(r"concepts::(?:trainable_)?network(?:\.\.\.)? \w+[,>]|^struct network : ", re.M)
needed = {str(path.relative_to(include / "ctnn").with_suffix("")) for path in public_headers()
          if OF_NETWORKS.search(path.read_text()) and path.parent.name != "concept"}
headers = {header for _, names in listed("FACE") for header in names.split()}
for header in sorted(needed - headers):
    problems.add(page, 1, f"no face has {header}.hpp, whose functions take networks")
for header in sorted(headers):
    if not (include / "ctnn" / f"{header}.hpp").exists():
        problems.add(page, 1, f"{header}.hpp is not there")

for face, _ in listed("FACE"):
    test = source / f"tests/faces/{face}.cpp"
    if not test.exists() or "for_each_entry" not in test.read_text():
        problems.add(page, 1, f"tests/faces/{face}.cpp does not go through the list")
problems.finish()
print(f"{len(listed('LAYER'))} layers, {len(listed('ACTIVATION'))} activations, {len(listed('FACE'))} faces")
