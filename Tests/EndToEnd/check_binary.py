"""The tool as the launcher links it: hardened, and with no library from a folder that somebody else may fill.

    check_binary.py

Prints each failure and a closing line; exit status 1 when there is one.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    subprocess.run([ROOT / "vungxanh", "--version"], check=True, stdout=subprocess.DEVNULL)
    command = ["readelf", "--wide", "--dynamic", "--program-headers", ROOT / ".build/release/vungxanh"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    flags = [line for line in said.splitlines() if "FLAGS" in line]
    checks = {
        "position-independent": any("PIE" in line for line in flags),
        "bound at its start": any("NOW" in line for line in flags),
        "read-only after that": "GNU_RELRO" in said,
        "a stack that cannot run": any("GNU_STACK" in line and "RWE" not in line for line in said.splitlines()),
        "no library path": "RUNPATH" not in said and "RPATH" not in said,
    }
    failures = [what for what, good in checks.items() if not good]
    for what in failures:
        print(f"the binary: not so: {what}")
    print(f"{len(checks)} checks, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
