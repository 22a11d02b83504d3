"""What every check needs: where things are, the tool's answer, and a count of what was expected and came."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOOL = ROOT / "vungxanh"
CODE = re.compile(r' \[([a-z0-9-]+)\]$|"code" ?: ?"([a-z0-9-]+)"', re.M)

count = 0
failed = 0


def expect(good: object, what: str, found: object = "") -> None:
    """Counts one check, and says at once when it fails: what was expected, and what was found instead."""
    global count, failed
    count += 1
    if not good:
        failed += 1
        print(f"failed: {what}{': ' if str(found) else ''}{found}", flush=True)


def close(about: str = "") -> int:
    """Prints the closing line and gives the exit status: nothing checked is a failure, too."""
    print(f"{Path(sys.argv[0]).stem}: {about and about + ', '}{count} checks, {failed} failures")
    return 1 if failed or not count else 0


def tool(*arguments: object, **how) -> subprocess.CompletedProcess[str]:
    """Runs the tool as nobody at a terminal does: it reads nothing, and what it prints is kept.

    - how: what subprocess.run takes besides."""
    how = {"cwd": ROOT, "stdin": subprocess.DEVNULL, "timeout": 600} | how
    run = subprocess.run([TOOL, *arguments], capture_output=True, text=True, **how)
    note_codes(run.stdout + run.stderr)
    return run


def note_codes(told: str) -> None:
    """Notes the codes of the problems that the tool told of, as Tests/ProblemCodes does: check_codes.py counts them."""
    path = os.environ.get("VUNGXANH_CODES")
    if codes := path and CODE.findall(told):
        with open(path, "a", encoding="utf-8") as file:
            file.writelines(f"{text or json}\n" for text, json in set(codes))
