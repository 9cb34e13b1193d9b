"""python3 proof record FILE LAUNCHER... -- COMMAND...: compiles, and records how.
python3 proof write FILE OBJECT IMAGE REPORT: takes the reports of proofs out of an object file and writes REPORT.json
and REPORT.txt, which say what IMAGE was built with. ctnn_proof (ctnnProof.cmake) runs both."""

import hashlib
import json
import pathlib
import subprocess
import sys

MARK = b"\0ctnn proof record 1\n"  # verify/report_record.hpp writes it before the JSON, a NUL, the text and a NUL


def fail(sentence):
    sys.exit(f"ctnn_proof: {sentence}")


def record(file, *command):
    launcher, compiler = command[: command.index("--")], command[command.index("--") + 1 :]
    version = subprocess.run([compiler[0], "--version"], capture_output=True, text=True).stdout
    status = subprocess.run([*launcher, *compiler]).returncode
    if status == 0:
        facts = {"compiler": version.partition("\n")[0], "command": list(compiler)}
        pathlib.Path(file).write_text(json.dumps(facts, indent=2) + "\n")
    sys.exit(status)


def reports_of(path):
    records = pathlib.Path(path).read_bytes().split(MARK)[1:]
    if not records:
        fail(f"{path} has no report in it: is it optimized when it is linked?")
    for one in records:
        report, text = (part.decode() for part in one.split(b"\0", 2)[:2])
        yield json.loads(report), text


def check(report):
    if report["verdict"] != "proven":
        fail("a property is not proven")
    found = report["property"]
    if hashlib.sha256(found["text"].encode()).hexdigest() != found["sha256"]:
        fail("the digest of a property is not that of its text")


def write(command, proof, image, path):
    target = pathlib.Path(image)
    try:
        build = json.loads(pathlib.Path(command).read_text())
        reports = list(reports_of(proof))
        for report, _ in reports:
            check(report)
    except BaseException:  # as a linker does, so that the next build tries again
        for file in (target, pathlib.Path(f"{path}.json"), pathlib.Path(f"{path}.txt")):
            file.unlink(missing_ok=True)
        raise
    digest = hashlib.sha256(target.read_bytes()).hexdigest()
    document = {
        "document": "ctnn proof 1",
        "image": {"file": target.name, "sha256": digest},
        "build": build,
        "reports": [report for report, _ in reports],
    }
    pathlib.Path(f"{path}.json").write_text(json.dumps(document, indent=2) + "\n")
    head = [
        f"Proofs of {target.name}, which has the SHA-256 {digest}",
        f"Compiler  {build['compiler']}",
        f"Command   {' '.join(build['command'])}",
    ]
    rule = "\n" + 100 * "-" + "\n\n"
    pathlib.Path(f"{path}.txt").write_text("\n".join(head) + "\n" + rule + rule.join(text for _, text in reports))


{"record": record, "write": write}[sys.argv[1]](*sys.argv[2:])
