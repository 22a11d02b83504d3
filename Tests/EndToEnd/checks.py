"""What every check needs: where things are, the tool's answer, and a count of what was expected and came."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOOL = ROOT / "vungxanh"

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
    return subprocess.run([TOOL, *arguments], capture_output=True, text=True, **how)
