"""certificates.py PROGRAM CHECKER FOLDER COUNT: PROGRAM (verdicts.cpp) asks COUNT random properties and leaves certificates of some
in FOLDER; CHECKER (cmake/certificate), which shares no code with the library, must accept those of proofs and refuse all
others."""

import pathlib
import shutil
import subprocess
import sys

program, checker, folder, count = sys.argv[1:]
folder = pathlib.Path(folder)
shutil.rmtree(folder, ignore_errors=True)
folder.mkdir(parents=True)
subprocess.run([program, count, str(folder)], check=True, stdout=subprocess.DEVNULL)

UNKNOWN = ("cannot be checked", "can be checked")  # activations and conditions that the checker does not know
WIDER = "the region is not proven"  # its bounds are wider, where the program's roundings decide

accepted = refused = unknown = wider = 0
wrong = []
for path in sorted(folder.iterdir()):
    found = subprocess.run([sys.executable, "-B", checker, str(path)], capture_output=True, text=True)
    is_proof = "\nend proven " in path.read_text()
    if is_proof and found.returncode != 0:
        said = found.stdout + found.stderr
        if any(words in said for words in UNKNOWN):
            unknown += 1
        elif WIDER in said:
            wider += 1
            print(f"{path.name}: {said.strip()}")
        else:
            wrong.append(f"{path.name}: a proof is refused: {said.strip()}")
    elif not is_proof and found.returncode == 0:
        wrong.append(f"{path.name}: what is no proof is accepted")
    else:
        accepted, refused = accepted + is_proof, refused + (not is_proof)
print(*wrong, f"{accepted} proofs are accepted, {wider} are not shown again, {unknown} are not known to the checker; "
      f"{refused} others are refused", sep="\n")
sys.exit(1 if wrong or accepted == 0 or 10 * wider > accepted + wider else 0)
