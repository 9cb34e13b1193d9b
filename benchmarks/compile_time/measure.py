"""What is measured: one whole compile (-fsyntax-only), its user seconds and its peak memory; and the tables."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

here = pathlib.Path(__file__).resolve().parent
root = here.parent.parent
COMPILERS = ["g++", "clang++-14", "clang++-16", "clang++-19"]
FLAGS = ["-std=c++20", "-ffp-contract=off", "-DCTNN_FP_CONTRACT_OFF", "-fsyntax-only"]


class Measure:
    """Compiles with these compilers; has a folder for generated headers, which every compile sees."""

    def __init__(self, compilers, runs, flags):
        self.compilers = compilers or [name for name in COMPILERS if shutil.which(name)]
        self.runs = runs
        self.flags = flags
        self.temporary = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.temporary.name)

    def embed(self, file, name, namespace=""):
        """The header NAME.hpp, as ctnn_embed makes it."""
        subprocess.run(
            ["cmake", f"-DFILE={file}", f"-DNAME={name}", f"-DHEADER={self.folder / name}.hpp", f"-DNAMESPACE={namespace}",
             "-P", root / "cmake/ctnnEmbed.cmake"], check=True)  # fmt: skip

    def embed_model(self, file, name):
        """The same as ctnn_model makes it."""
        self.embed(file, f"{name}_onnx", name)
        (self.folder / f"{name}.hpp").write_text(f"""#pragma once
#include "{name}_onnx.hpp"
#include <ctnn/import/onnx.hpp>
namespace {name} {{
using model = ctnn::onnx::network<{name}_onnx>;
inline constexpr auto& net = ctnn::onnx::imported<{name}_onnx>;
}}
""")

    def link_model(self, file, name):
        """The header NAME.hpp, as ctnn_model(... LINKED) makes it."""
        source, program = self.folder / "link_model.cpp", self.folder / "link_model"
        source.write_text("""#include <ctnn/host/link_model.hpp>
int main(int count, char** words) { return ctnn::host::link_model(count, words); }
""")
        subprocess.run([self.compilers[0], *FLAGS[:-1], f"-I{root / 'include'}", source, "-o", program], check=True)
        words = [name, self.folder / f"{name}.hpp", self.folder / f"{name}.weights", "little", file]
        subprocess.run([program, *words], check=True)

    def embed_examples_data(self):
        for file in sorted((root / "docs/examples/data").glob("*.csv")):
            self.embed(file, f"{file.stem}_csv")
        self.embed(root / "docs/examples/data/pedal.json", "pedal_json")
        self.embed_model(root / "docs/examples/data/cart_pole.onnx", "policy")

    def program(self, name, *lines):
        file = self.folder / f"{name}.cpp"
        file.write_text("\n".join([*lines, "int main() {}", ""]))
        return file

    def compile(self, compiler, file, flags=(), base=FLAGS):
        """(user seconds, peak megabytes): the least of the runs; a word where the compiler refuses it."""
        command = [compiler, *base, f"-I{root / 'include'}", f"-I{self.folder}", *flags, *self.flags]
        best = None
        for _ in range(self.runs):
            process = subprocess.Popen([*command, str(file)], stderr=subprocess.PIPE, text=True)
            errors = process.stderr.read()
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode != 0:
                first = [line for line in errors.splitlines() if "error" in line]
                print(f"{compiler} {file.name}: {(first or ['it fails'])[0]}", file=sys.stderr)
                return None
            # (Linux counts kilobytes)
            time, memory = usage.ru_utime, usage.ru_maxrss / 1024
            best = (time, memory) if best is None else (min(time, best[0]), min(memory, best[1]))
        return best


def table(heading, compilers, rows):
    """Prints a table in Markdown, each row as soon as it is known."""
    print(f"\n| {heading} | {' | '.join(names(compilers))} |\n|{' --- |' * (len(compilers) + 1)}", flush=True)
    for name, cells in rows:
        print(f"| {name} | {' | '.join(cells)} |", flush=True)


def names(compilers):
    """As "clang 14": what it is and its major version."""
    for compiler in compilers:
        version = subprocess.run([compiler, "-dumpversion"], capture_output=True, text=True, check=True).stdout
        yield f"{'clang' if 'clang' in compiler else pathlib.Path(compiler).name} {version.split('.')[0].strip()}"


def seconds(cost):
    return "fails" if cost is None else f"{cost[0]:.2f}"


def seconds_and_memory(cost):
    return "fails" if cost is None else f"{cost[0]:.2f} s, {cost[1]:.0f} MB"


def ratio(cost, other):
    return "-" if cost is None or other is None else f"{cost[0] / other[0]:.2f}"
