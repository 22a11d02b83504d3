"""Whether every code of a problem was met by the tests that ran before: reported by the product, not only worded.

The tests note them in the file that VUNGXANH_CODES names, as scripts/test has it.
"""

import os
import re
import sys
from pathlib import Path

from checks import ROOT, close, expect


def main() -> int:
    noted = Path(os.environ.get("VUNGXANH_CODES", ""))
    if not noted.is_file():
        print("check_codes: no tests ran before, scripts/test runs them")
        return 77
    met = set(noted.read_text("utf-8").split())
    # What the program printed, compared byte by byte by check_commands.py and GoldenSiteTests.
    for told in [*ROOT.glob("Tests/Commands/*.txt"), *ROOT.glob("Tests/Sites/*/errors.txt")]:
        met |= set(re.findall(r" \[([a-z0-9-]+)\]$", told.read_text("utf-8"), re.M))
    # ProblemTests holds this page against the sources.
    for code in re.findall(r"^## (\S+)$", (ROOT / "docs/problems.md").read_text("utf-8"), re.M):
        expect(code in met, "a test in which the product reports it", code)
    return close()


if __name__ == "__main__":
    sys.exit(main())
