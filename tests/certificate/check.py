"""check.py PROGRAM CHECKER FOLDER: PROGRAM (write.cpp) writes certificates into FOLDER; CHECKER (cmake/certificate) accepts those
of proofs and no other, and none that is altered."""

import gzip
import hashlib
import math
import pathlib
import random
import shutil
import struct
import subprocess
import sys

program, checker, folder = sys.argv[1:]
folder = pathlib.Path(folder)
sys.path.insert(0, checker)

import reader  # noqa: E402
from integers import Refused, next_above  # noqa: E402
from replay import Replay  # noqa: E402

ALWAYS = ("softmax_proven", "zero_proven")  # these hold for a network with other biases, too
wrong = []
counts = {"accepted": 0, "refused": 0}


def outcome(data, halvings=0):
    """None if the certificate is accepted, else why it is not."""
    path = folder / "altered"
    path.write_bytes(data)
    try:
        lines = reader.Lines(str(path))
        lines.next("ctnn proof certificate 1")
        fused = [lines.next(word) for word in ("library", "compiler", "fused")][2]
        net, topology, _ = reader.read_network(lines)
        box, rows, _ = reader.read_property(lines, topology.split(",")[0], net.inputs, net.outputs)
        lines.check_digest()
        Replay(lines, net, box, rows, fused != "no", halvings).run()
        lines.check_end()
    except Refused as problem:
        return str(problem)


def expect(name, what, found, sentence):
    """`sentence` is a part of why it is refused, None where it is accepted."""
    counts["accepted" if found is None else "refused"] += 1
    if (found is None) != (sentence is None) or (sentence and sentence not in found):
        wrong.append(f"{name}: {what}: {'accepted' if found is None else found}, and not {sentence or 'accepted'}")


class Text:
    """A certificate as lines, to be altered and sealed again."""

    def __init__(self, data):
        self.lines = data.decode().split("\n")[:-2]  # without the digest
        self.first = self.lines.index("steps") + 1
        self.steps = range(self.first, len(self.lines) - 1)

    def sealed(self, lines):
        text = "\n".join(lines) + "\n"
        return f"{text}sha256 {hashlib.sha256(text.encode()).hexdigest()}\n".encode()

    def with_line(self, place, line):
        return self.sealed(self.lines[:place] + [line] + self.lines[place + 1 :])

    def with_steps(self, steps):
        return self.sealed(self.lines[: self.first] + steps + [f"end proven {len(steps)}"])

    def place(self, word):
        return next(i for i, line in enumerate(self.lines) if line.startswith(word))

    def with_property(self, change):
        """Its digest is computed again."""
        lines = list(self.lines)
        first, end = self.place("ctnn property"), self.first - 1
        lines[first:end] = change(lines[first:end])
        lines[first - 1] = "property sha256 " + hashlib.sha256(("\n".join(lines[first:end]) + "\n").encode()).hexdigest()
        return self.sealed(lines)

    def with_parameters(self, change):
        lines = list(self.lines)
        places = [i for i, line in enumerate(lines) if line.startswith("parameters ")]
        for i in places:
            lines[i] = " ".join(["parameters", *change(i == places[-1], lines[i].split(" ")[1:])])
        numbers = [float.fromhex(text) for i in places for text in lines[i].split(" ")[1:]]
        topology = lines[self.place("network float")][8:]
        form = "f" if topology.startswith("float32") else "d"
        data = topology.encode() + b"\n" + struct.pack(f"<{len(numbers)}{form}", *numbers)
        lines[self.place("network sha256")] = "network sha256 " + hashlib.sha256(data).hexdigest()
        return self.sealed(lines)


def alter_steps(name, text, draw):
    steps = [text.lines[i] for i in text.steps]
    inputs = len(text.lines[text.place("lower ")].split(" ")) - 1
    k = draw.randrange(len(steps))
    expect(name, "a step is missing", outcome(text.with_steps(steps[:k] + steps[k + 1 :])), "")
    expect(name, "a step is there twice", outcome(text.with_steps(steps[: k + 1] + steps[k:])), "")
    if len(steps) > 1:
        order = steps[1:] + steps[:1]
        expect(name, "the first step is the last", outcome(text.with_steps(order)), "the region is not open")
        if len(steps) > 20:
            root = steps[0].partition(" : ")[0]
            expect(name, "one step for all", outcome(text.with_steps([root + " : holds"])), "the region is not proven")
            corner = " ".join(text.lines[text.place("lower ")].split(" ")[1:])
            one = f"{root} : within {corner} {corner} : holds"
            expect(name, "all but a corner is cut off", outcome(text.with_steps([one])), "outside of the part is not proven")
            one = f"{root} : within {corner}{' 0x1p+30' * inputs} : holds"
            expect(name, "a part that is none", outcome(text.with_steps([one])), "the part is not within the region")
    of, _, found = steps[k].partition(" : ")
    fields = of.split(" ")
    for place in (1 + draw.randrange(inputs), 1 + inputs + draw.randrange(inputs)):
        other = list(fields)
        value = float.fromhex(other[place])
        other[place] = math.nextafter(value, 9).hex() if text.lines[text.place("scalar")] == "scalar float64" else next_above(value, 24).hex()
        altered = steps[:k] + [" : ".join([" ".join(other), found])] + steps[k + 1 :]
        expect(name, "an end of a box", outcome(text.with_steps(altered)), "the region is not open")
    for i, step in enumerate(steps):
        of, _, found = step.partition(" : ")
        where, fields = text.steps[i], of.split(" ")
        if len(fields) > 1 + 2 * inputs:  # it has phases
            phase = fields[-1]
            swapped = ("-" if phase[0] == "+" else "+") + phase[1:]
            for what, last in (("a phase is the other", [swapped]), ("a phase is missing", [])):
                line = " : ".join([" ".join(fields[:-1] + last), found])
                expect(name, what, outcome(text.with_line(where, line)), "")
            break
    for i, step in enumerate(steps):
        if " : cut " in step and " : within " not in step:
            of, cut, first, second = step.rsplit(" ", 3)
            fields = of.split(" ")
            lower, upper = fields[1 + int(cut)], fields[1 + inputs + int(cut)]
            for what, line, sentence in (
                ("a gap between halves", f"{of} {cut} {lower} {upper}", "the halves leave inputs between them"),
                ("a cut outside", f"{of} {cut} {first} 0x1p+20", "the box cannot be cut there"),
                ("halves that are reversed", f"{of} {cut} {upper} {lower}", "the box cannot be cut there"),
                ("a cut of no input", f"{of} {inputs} {first} {second}", "the box cannot be cut there"),
            ):
                if float.fromhex(upper) - float.fromhex(lower) > 1e-3:
                    expect(name, what, outcome(text.with_line(text.steps[i], line)), sentence)
            break
    for i, step in enumerate(steps):
        if " : split " in step:
            line = step.rpartition(" ")[0] + " 100000"
            expect(name, "a split of no neuron", outcome(text.with_line(text.steps[i], line)), "neuron 100000 cannot be split")
            break


def alter(name, data, draw):
    text = Text(data)
    for _ in range(10):
        place = draw.randrange(len(data) - 1)
        altered = bytes([data[place] ^ 1 << draw.randrange(5)])
        expect(name, f"byte {place}", outcome(data[:place] + altered + data[place + 1 :]), "")
    for size in (0, 30, len(data) // 2, len(data) - 1):
        expect(name, f"cut off after {size} bytes", outcome(data[:size]), "")
    expect(name, "something after the end", outcome(data + b"more\n"), "")
    alter_steps(name, text, draw)
    count = len(text.steps)
    for end in (f"end proven {count + 1}", f"end violated {count}", f"end unknown {count}"):
        sentence = "this is no proof" if "violated" in end else "the proof does not end here"
        expect(name, end, outcome(text.with_line(len(text.lines) - 1, end)), sentence)
    box = text.lines[text.first].partition(" : ")[0].removeprefix("region ")
    for step in ("violated", "left"):
        line = f"region {box} : within {box} : {step}"
        expect(name, line, outcome(text.with_line(text.first, line)), "so this is no proof")
    parameters = text.place("parameters ")
    first, number, rest = text.lines[parameters].split(" ", 2)
    other = text.with_line(parameters, f"{first} 0x1.8p+0 {rest}")
    expect(name, "a parameter", outcome(other), "the digest of the network is another")
    upper = text.place("upper ")
    expect(name, "the box", outcome(text.with_line(upper, "upper" + " 0x1p+9" * text.lines[upper].count(" "))), "digest")

    # Who alters the digests as well still has to prove it: none of these holds.
    def far(is_last, numbers):
        return [(float.fromhex(number) + 100 * is_last).hex() for number in numbers]

    def near(is_last, numbers):
        return [(float.fromhex(number) - 100 * is_last).hex() for number in numbers]

    if all(outcome(text.with_parameters(change), 2) is None for change in (far, near)) and name not in ALWAYS:
        wrong.append(f"{name}: a network that is far off is accepted both ways")

    def not_so(lines):
        return [line.split(" ")[0] + " > -0x1p+20" + " 0x0p+0" * outputs if line.startswith("row") else line for line in lines]

    outputs = int(text.lines[text.place("outputs")].split(" ")[1])
    expect(name, "a condition that never holds", outcome(text.with_property(not_so), 2), "")

    def wider(lines):
        return [line if not line.startswith("upper") else "upper" + " 0x1p+20" * line.count(" ") for line in lines]

    expect(name, "a wider box", outcome(text.with_property(wider), 2), "")


shutil.rmtree(folder, ignore_errors=True)
folder.mkdir(parents=True)
subprocess.run([program, str(folder)], check=True)
for path in sorted(folder.glob("*.certificate")):
    data = path.read_bytes()
    is_proof = path.stem.endswith("_proven")
    said = None if is_proof else "cannot be checked" if path.stem.endswith("_refused") else "no proof"
    expect(path.stem, "as it is", outcome(data), said)
    if is_proof:
        alter(path.stem, data, random.Random(path.stem))

# The program that users call.
called = [sys.executable, "-B", checker]
compressed = folder / "compressed.gz"
compressed.write_bytes(gzip.compress((folder / "cuts_proven.certificate").read_bytes()))
for path, status, sentence in (
    (compressed, 0, "proven: float32, input 2, dense 16 relu"),
    (folder / "counterexample_violated.certificate", 1, "refused: line "),
    (folder / "none", 1, "refused: "),
):
    ran = subprocess.run([*called, str(path)], capture_output=True, text=True)
    if ran.returncode != status or not (ran.stdout + ran.stderr).startswith(sentence):
        wrong.append(f"{path.name}: ended with {ran.returncode}: {ran.stdout}{ran.stderr}")

print(f"{counts['accepted']} accepted, {counts['refused']} refused")
if wrong or counts["accepted"] < 5 or counts["refused"] < 200:
    sys.exit("\n".join(wrong) or "too few were tried")
