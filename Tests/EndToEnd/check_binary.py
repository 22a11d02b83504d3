"""The tool as the launcher links it: hardened, and with no library from a folder that somebody else may fill.

    check_binary.py

Prints each failure and a closing line; exit status 1 when there is one.
"""

import subprocess
import sys

from checks import ROOT, close, expect, tool


def main() -> int:
    tool("--version", check=True)
    command = ["readelf", "--wide", "--dynamic", "--program-headers", ROOT / ".build/release/vungxanh"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    flags = [line for line in said.splitlines() if "FLAGS" in line]
    for what, good in {
        "position-independent": any("PIE" in line for line in flags),
        "bound at its start": any("NOW" in line for line in flags),
        "read-only after that": "GNU_RELRO" in said,
        "a stack that cannot run": any("GNU_STACK" in line and "RWE" not in line for line in said.splitlines()),
        "no library path": "RUNPATH" not in said and "RPATH" not in said,
    }.items():
        expect(good, what)
    return close()


if __name__ == "__main__":
    sys.exit(main())
