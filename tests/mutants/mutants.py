"""mutants.py: puts one small mistake at a time into verify/ and host/, and looks whether a test notices.

    mutants.py run --count 100 --seed 1 [--build FOLDER] [--record FILE] [--seconds 30]
    mutants.py list [--count 100 --seed 1]
    mutants.py one PATH LINE 'THE LINE AS IT IS TO BE'

Each mutant is drawn with its line: first a line of a header, then one of the things that operators.py does to
it. A mutant that no test can compile is none, and another one is drawn. The tests are those that include the
header: its own, those that share a word with it, then the cheapest for what they killed there before, then wrong
programs. The first one that fails ends it. A survivor is `argued` where equivalent.txt says why nothing could notice
it, else it is `SURVIVED`, and the program fails if more than three of a hundred did.
"""

import argparse
import gzip
import json
import os
import pathlib
import random
import re
import resource
import shutil
import subprocess
import sys

import operators

ROOT = pathlib.Path(__file__).resolve().parents[2]
ROOMS = ("include/ctnn/verify", "include/ctnn/host")
# What an error of these says is that a claim about constants failed: a mutant that was noticed.
CLAIM = re.compile(r"static assertion failed|static_assert failed|not (?:an integral|a) constant expression|"
                   r"non-constant condition|in constant expression|must be initialized by a constant")
# But if this comes first, the mutant was no program.
NO_PROGRAM = re.compile(r"error: (?:expected|redeclaration|redefinition|no match for|parse error)|was not declared|"
                        r"has no member|does not name a type|invalid operands")
VNNLIB = ROOT / "tests/host/vnnlib"
# Programs with a main of their own: what they are asked, and what begins their answer, if that is not what their
# exit code tells.
PROGRAMS = {
    "tests/soundness/verdicts.cpp": [(["200"], None)],
    "tests/soundness/fixed_ranges.cpp": [(["1009"], None)],
    "tests/soundness/intervals.cpp": [(["networks", "20000"], None)],
    "tests/soundness/linear.cpp": [(["20000"], None)],
    "tests/soundness/gradients.cpp": [(["10000"], None)],
    "tests/environments/out_of_memory.cpp": [([], None)],
    "docs/examples/readme.cpp": [([], None)],
    "docs/examples/thermostat.cpp": [([], None)],
    "docs/examples/pricing.cpp": [([], None)],
    "docs/examples/verify_vnnlib.cpp": [
        ([str(VNNLIB / network), str(VNNLIB / f"{name}.vnnlib"), *options], answer)
        for network, name, options, answer in (
            ("one.nnet", "one_holds", [], "holds "), ("one.nnet", "one_violated", [], "violated "),
            ("one.nnet", "one_point_violated", [], "violated "), ("one.nnet", "one_beside", [], "unknown"),
            ("planted.nnet", "planted_holds", [], "holds "), ("planted.nnet", "planted_violated", [], "violated "),
            ("planted.nnet", "boxes_violated", [], "violated "), ("scaled.nnet", "raw_holds", ["--raw"], "holds "),
            ("scaled.nnet", "raw_violated", ["--raw"], "violated "))
    ],
}
# What of these needs zlib, where it is: files that Tests writes.
ZIPPED = {
    "docs/examples/verify_vnnlib.cpp": [
        ([f"{name}.nnet.gz", str(VNNLIB / "one_holds.vnnlib")], answer)
        for name, answer in (("whole", "holds "), ("in_two", "holds "), ("long", "holds "),
                             ("cut", "cut.nnet.gz: the compressed file is cut off"),
                             ("damaged", "damaged.nnet.gz: the compressed file is damaged"))
    ],
}


def zipped_networks():
    text = (VNNLIB / "one.nnet").read_bytes()
    whole, comments = gzip.compress(text), random.Random(1).randbytes(300_000).hex().encode()
    return {
        "whole": whole,
        "in_two": gzip.compress(text[:50]) + gzip.compress(text[50:]),
        "long": gzip.compress(b"// " + comments + b"\n" + text),
        "cut": whole[:-12],
        "damaged": whole[:30] + bytes(30) + whole[60:],
    }


def spent():
    """Seconds of processors, of what has ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def test_files():
    found = [path for folder in ("tests/verify", "tests/host") for path in sorted((ROOT / folder).rglob("*.cpp"))]
    found.append(ROOT / "tests/number/fixed_interval.cpp")
    found += [ROOT / path for path in PROGRAMS]
    found += sorted((ROOT / "tests/compile_fail").glob("verify_*.cpp"))
    return [str(path.relative_to(ROOT)) for path in found if path.exists()]


class Tests:
    """The tests, compiled against a header that is not as it was."""

    def __init__(self, build, cxx, level):
        self.build, self.cxx = build, cxx
        self.flags = ["-std=c++20", "-ffp-contract=off", "-DCTNN_FP_CONTRACT_OFF", f"-O{level}", "-w", "-pthread"]
        build.mkdir(parents=True, exist_ok=True)
        self.memory = build / "memory.json"
        self.known = json.loads(self.memory.read_text()) if self.memory.exists() else {}
        for name in ("iris", "digits"):
            subprocess.run(["cmake", f"-DFILE={ROOT}/docs/examples/data/{name}.csv", f"-DHEADER={build}/{name}_csv.hpp",
                            f"-DNAME={name}_csv", "-P", str(ROOT / "cmake/ctnnEmbed.cmake")], check=True)
        for name, packed in zipped_networks().items():
            (build / f"{name}.nnet.gz").write_bytes(packed)
        self.has_zlib = subprocess.run([cxx, "-x", "c++", "-E", "-"], input="#include <zlib.h>\n", text=True,
                                       capture_output=True).returncode == 0
        catch = build / "catch.hpp"
        if not (build / "main.o").exists():
            catch.write_text((ROOT / "tests/catch.hpp").read_text())
            subprocess.run([cxx, *self.flags, "-x", "c++-header", str(catch), "-o", f"{catch}.gch"], check=True)
            subprocess.run([cxx, *self.flags, "-O0", "-c", str(ROOT / "tests/main.cpp"), "-o", str(build / "main.o")],
                           check=True)

    def includes(self, overlay):
        return [f"-I{path}" for path in (overlay, ROOT / "include", ROOT / "tests", self.build) if path]

    def remember(self):
        self.memory.write_text(json.dumps(self.known, indent=1))

    def of(self, path):
        """What is known of a test; it is asked once without a mutant, which it must pass."""
        entry = self.known.setdefault(path, {})
        newest = max((ROOT / name).stat().st_mtime for name in (path, *entry.get("needs", [])) if (ROOT / name).exists())
        if entry.get("time") != newest:
            made = subprocess.run([self.cxx, *self.flags, *self.includes(None), "-MM", str(ROOT / path)],
                                  capture_output=True, text=True, check=True)
            names = [pathlib.Path(name).resolve() for name in made.stdout.replace("\\\n", " ").split()[1:]]
            entry["needs"] = sorted({str(name.relative_to(ROOT)) for name in names
                                     if name.is_relative_to(ROOT / "include") or name.is_relative_to(ROOT / "tests")})
            entry["time"] = max((ROOT / name).stat().st_mtime for name in (path, *entry["needs"]))
            entry.pop("alone", None)
        return entry

    def run(self, path, overlay, seconds):
        """passed, failed (and why), or none where the mutant is no program."""
        if path.startswith("tests/compile_fail/"):
            command = ";".join([self.cxx, *self.flags, *self.includes(overlay), "-fsyntax-only", "-fdiagnostics-color=never"])
            ran = subprocess.run(["cmake", f"-DCASE={ROOT / path}", f"-DCOMMAND={command}", "-P",
                                  str(ROOT / "tests/compile_fail/check.cmake")], capture_output=True)
            return ("failed", "sentence") if ran.returncode != 0 else ("passed", "")
        program = self.build / "test"
        own_main = path in PROGRAMS
        catch = [] if own_main else ["-include", str(self.build / "catch.hpp")]
        link = [] if own_main else [str(self.build / "main.o")]
        asked = list(PROGRAMS.get(path, [(["--abort", "--warn", "NoAssertions"], None)]))
        if self.has_zlib and path in ZIPPED:
            catch.append("-DCTNN_ZLIB")
            link.append("-lz")
            asked += ZIPPED[path]
        made = subprocess.run([self.cxx, *self.flags, *catch, *self.includes(overlay), str(ROOT / path), *link, "-o",
                               str(program)], capture_output=True, text=True)
        if made.returncode != 0:
            error = next((line for line in made.stderr.splitlines() if "error:" in line), made.stderr[-200:])
            is_claim = CLAIM.search(made.stderr) and not NO_PROGRAM.search(error)
            return ("failed", "constant") if is_claim else ("none", error.strip())
        for arguments, answer in asked:
            try:
                ran = subprocess.run([str(program), *arguments], capture_output=True, timeout=seconds, cwd=self.build)
            except subprocess.TimeoutExpired:
                return "failed", "does not end"
            if not ran.stdout.startswith(answer.encode()) if answer else ran.returncode != 0:
                return "failed", "run"
        return "passed", ""

    def killed(self, path, name):
        kills = self.known[name].setdefault("kills_of", {})
        room = str(pathlib.Path(path).parent)
        kills[room] = kills.get(room, 0) + 1
        self.remember()

    def place_of(self, path, name):
        """The tests of a header come first, then those that share a word with it or its room, then what costs least for
        what it killed there and includes little else; at last wrong programs, which do not tell a mutant that is none."""
        header, test = pathlib.Path(path), pathlib.Path(name).stem
        words = set(header.stem.split("_")) | set(header.parts[3:-1])
        near = 0 if test == header.stem else 1 if words & set(test.split("_")) else 2
        if name.startswith("tests/compile_fail/"):
            near = 3
        known = self.known[name]
        kills = known.get("kills_of", {}).get(str(header.parent), 0)
        return near, known.get("alone", 20) * len(known["needs"]) / (1 + kills)

    def alone(self, path):
        entry = self.of(path)
        if "alone" not in entry:
            begin = spent()
            result, why = self.run(path, None, 1200)
            if result != "passed":
                sys.exit(f"{path} fails without a mutant: {why}")
            entry["alone"] = round(spent() - begin, 1)
            self.remember()
        return entry["alone"]


def lines_of_rooms():
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.hpp")):
            for number, line in enumerate(path.read_text().splitlines(), 1):
                if operators.mutations(line):
                    yield str(path.relative_to(ROOT)), number, line


def drawn(seed):
    """Mutants without an end, the same for a seed as long as the headers are."""
    places = list(lines_of_rooms())
    draw = random.Random(seed)
    seen = set()
    while True:
        path, number, line = draw.choice(places)
        name, text = draw.choice(operators.mutations(line))
        if (path, number, text) not in seen:
            seen.add((path, number, text))
            yield path, number, name, line, text


def arguments_for_equivalence():
    """Of equivalent.txt: path, the line and what it became, to the reason."""
    reasons, entry = {}, {}
    for line in (ROOT / "tests/mutants/equivalent.txt").read_text().splitlines():
        key, _, value = line.partition(" ")
        if key in ("in", "was", "is", "why"):
            entry[key] = value.strip()
            if key == "why":
                reasons[entry["in"], entry["was"], entry["is"]] = value.strip()
    return reasons


def judged(tests, path, number, text, seconds, say):
    """killed by what, survived, or none."""
    overlay = tests.build / "overlay"
    shutil.rmtree(overlay, ignore_errors=True)
    changed = overlay / pathlib.Path(path).relative_to("include")
    changed.parent.mkdir(parents=True)
    lines = (ROOT / path).read_text().splitlines()
    lines[number - 1] = text
    changed.write_text("\n".join(lines) + "\n")
    able = [name for name in test_files() if path in tests.of(name)["needs"]]
    able.sort(key=lambda name: tests.place_of(path, name))
    if not able:
        return "survived", "no test includes it"
    tried = 0
    for name in able:
        alone = tests.alone(name)
        begin = spent()
        result, why = tests.run(name, overlay, 30 + 8 * alone)
        say(f"    {name}: {result} {why} ({spent() - begin:.0f} s)")
        if result == "none" and tried == 0:
            return "none", why
        tried += 1
        if result != "passed":
            tests.killed(path, name)
            return "killed", f"{name} ({why})"
        if seconds and spent() - start_of_mutant[0] > seconds:
            return "given up", f"after {tried} of {len(able)} tests"
    return "survived", f"of {len(able)} tests"


start_of_mutant = [0.0]


def run(options):
    tests = Tests(pathlib.Path(options.build).resolve(), options.cxx, options.level)
    reasons = arguments_for_equivalence()
    record = pathlib.Path(options.record) if options.record else tests.build / f"mutants-{options.seed}.txt"
    before = {}
    if record.exists():
        for line in record.read_text().splitlines():
            verdict, path, number, *_ = line.split("\t")
            before[path, int(number), line.split("\t")[5]] = line
    count = {"killed": 0, "argued": 0, "SURVIVED": 0, "given up": 0, "none": 0}
    for path, number, name, line, text in drawn(options.seed):
        if sum(count.values()) - count["none"] >= options.count:
            break
        told = before.get((path, number, text.strip()))
        if told is None:
            start_of_mutant[0] = spent()
            result, by = judged(tests, path, number, text, options.seconds, print if options.verbose else lambda _: 0)
            told = "\t".join((result, path, str(number), name, line.strip(), text.strip(), by))
            with record.open("a") as to:
                to.write(told + "\n")
        result = told.split("\t")[0]
        if result == "survived":
            result = "argued" if (path, line.strip(), text.strip()) in reasons else "SURVIVED"
        count[result] += 1
        if result != "none":
            print(f"{result}: {path}:{number}: {name}\n  - {line.strip()}\n  + {text.strip()}\n  {told.split(chr(9))[6]}",
                  flush=True)
    print(", ".join(f"{number} {result}" for result, number in count.items()))
    effective = count["killed"] + count["SURVIVED"]
    return 1 if count["SURVIVED"] * 100 > 3 * effective else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("run", "list", "one"))
    parser.add_argument("place", nargs="*")
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--build", default=str(ROOT / "build/mutants"))
    parser.add_argument("--record", help="where results are kept, and looked up before a mutant is tried again")
    parser.add_argument("--seconds", type=float, default=0, help="the most for one mutant; it is given up then")
    parser.add_argument("--cxx", default=os.environ.get("CXX", "g++"))
    parser.add_argument("--level", default="0", help="of optimisation")
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    if options.what == "run":
        return run(options)
    if options.what == "list":
        mutants = drawn(options.seed)
        for _ in range(options.count):
            path, number, name, line, text = next(mutants)
            print(f"{path}:{number}: {name}\n  - {line.strip()}\n  + {text.strip()}")
        return 0
    path, number, text = options.place
    tests = Tests(pathlib.Path(options.build).resolve(), options.cxx, options.level)
    print(*judged(tests, path, int(number), text, options.seconds, print))
    return 0


if __name__ == "__main__":
    sys.exit(main())
