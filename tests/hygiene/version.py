"""version.py CHECKOUT: all that tell the library's version tell the same."""

import re

from problems import Problems, source

PLACES = {
    "CMakeLists.txt": r"project\(ctnn\s+VERSION (\S+)",
    "include/ctnn/config/version.hpp": r'version = "([^"]+)"',
    "library.json": r'"version": "([^"]+)"',
    "idf_component.yml": r'version: "([^"]+)"',
    "docs/examples/arduino/library.properties": r"version=(\S+)",
}

problems = Problems()
versions = {name: re.search(form, (source / name).read_text()) for name, form in PLACES.items()}
of_project = versions["CMakeLists.txt"][1]
for name, found in versions.items():
    if found is None or found[1] != of_project:
        problems.add(source / name, 1, f"it does not have the version of CMakeLists.txt, {of_project}")
problems.finish()
