"""What the checks share: they collect all that is wrong, print it and fail at the end."""

import pathlib
import sys

source = pathlib.Path(sys.argv[1])
include = source / "include"


class Problems:
    def __init__(self):
        self.count = 0

    def add(self, path, line, text):
        self.count += 1
        print(f"{path.relative_to(source)}:{line}: {text}")

    def finish(self):
        if self.count:
            sys.exit(f"{self.count} problem(s)")


def public_headers():
    """The headers that users name: all but those in config/, detail/, error/, face/, kernel/ and placed/ folders."""
    private = {"config", "detail", "error", "face", "kernel", "placed"}
    return [path for path in sorted(include.rglob("*.hpp")) if not private & set(path.relative_to(include).parts)]
