"""format.py CHECKOUT CLANG_FORMAT: .clang-format is followed by every file that git knows. Versions of clang-format
differ in taste, so only the one that the sources were formatted with counts."""

import subprocess
import sys

checkout, clang_format = sys.argv[1:]

if not clang_format:
    sys.exit(print("SKIP: no clang-format (Debian: clang-format-14)"))
version = subprocess.run([clang_format, "--version"], capture_output=True, text=True, check=True).stdout
if "version 14." not in version:
    sys.exit(print(f"SKIP: the sources are formatted with clang-format 14, this is {version}"))
listing = subprocess.run(
    ["git", "-C", checkout, "ls-files", "-z", "--", "*.hpp", "*.cpp"], capture_output=True, text=True
)
if listing.returncode != 0:
    sys.exit(print(f"SKIP: git does not list the files: {listing.stderr}"))
files = [name for name in listing.stdout.split("\0") if name]
if not files:
    sys.exit("git knows no .hpp or .cpp file")
sys.exit(subprocess.run([clang_format, "--dry-run", "-Werror", *files], cwd=checkout).returncode)
