"""python3 certificate FILE: checks the certificate of a proof, which ctnn::host::prove writes (docs/audit.md), without ctnn:
it shares no code with the library and needs nothing but Python 3.9. It

- computes the digests of the file, the network and the property again,
- replays the search: each region is the whole box or a part of one before, and in the end none is open,
- proves the condition for each region that holds, by bounds of its own, in integers.

It ends with 0 if the certificate proves its property, and else with 1 and a sentence."""

import argparse
import sys
import time

from integers import Refused
from reader import Lines, read_network, read_property
from replay import Replay


def check(path, depth):
    lines = Lines(path)
    lines.next("ctnn proof certificate 1")
    library, compiler, fused = lines.next("library"), lines.next("compiler"), lines.next("fused")
    net, topology, network_digest = read_network(lines)
    box, rows, property_digest = read_property(lines, topology.split(",")[0], net.inputs, net.outputs)
    lines.check_digest()
    replay = Replay(lines, net, box, rows, fused != "no", depth)
    replay.run()
    lines.check_end()
    print(f"proven: {topology}; written by {library}, {compiler}")
    print(f"network  SHA-256 {network_digest}")
    print(f"property SHA-256 {property_digest}")
    print(
        f"{replay.steps} steps, {replay.leaves} regions proven "
        f"({replay.checker.halved} halved, {replay.checker.points} inputs computed)"
    )


def main():
    parser = argparse.ArgumentParser(prog="certificate", description="Checks the certificate of a proof by ctnn.")
    parser.add_argument("file", help="as ctnn::host::prove writes it, or compressed by gzip (.gz)")
    parser.add_argument("--halvings", type=int, default=6, help="how often a region may be halved to prove it (6)")
    parser.add_argument("--time", action="store_true", help="print the processor seconds")
    asked = parser.parse_args()
    try:
        check(asked.file, asked.halvings)
    except Refused as problem:
        sys.exit(f"refused: {problem}")
    if asked.time:
        print(f"{time.process_time():.2f} s")


if __name__ == "__main__":
    main()
