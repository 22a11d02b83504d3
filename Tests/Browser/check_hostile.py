"""Content is data: hundreds of hostile texts, addresses, names and files, built, served and opened in a real Chromium.

    check_hostile.py [--list]      with --list: what became of every vector

A vector (hostile_vectors.py) is either refused – an error names its file and line, and nothing of it is published – or
published and harmless: no page runs, asks, opens or reports anything, with the portal's own headers and without, and no
rule of a server, feed, map or structured data says more than it should. Exit status 1 when one does harm.
"""

import json
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path
from urllib.parse import quote

from hostile_browser import headers_of, look_at, serving
from hostile_outputs import check_data, check_rules
from hostile_payloads import QUERIES
from hostile_vectors import Vector, gif, page, portal, site, vectors

from chromium import ROOT, close, expect
from checks import tool
from page_reader import read_page

LEAST = 300
LINELESS = {"missing-theme", "page-inside-page"}  # which speak of a file
READY = "!document.querySelector('.search-page')?.hasAttribute('aria-busy')"
# What every field of site.yaml and portal.yaml comes to stand on.
FEW = ("index.html", "muc/trang.html", "tim-kiem.html")
CONTROLS = {  # a page that must be found out, and the word for what is found
    "inline script": ("<script>alert(1)</script>", "script-src"),
    "picture elsewhere": ('<img src="http://hostile.invalid/a.png" alt="">', "img-src"),
    "handler": ('<img src="x" onerror="alert(1)" alt="">', "handler"),
    "javascript: link": ('<a href="javascript:alert(1)">x</a>', "address"),
    "frame": ('<iframe src="https://hostile.invalid/"></iframe>', "element"),
    "style": ("<p style='color:red'>x</p>", "style-src"),
}
BARE_CONTROLS = {  # the same without the portal's policy
    "inline script": ("<script>alert(1)</script>", "dialog"),
    "print": ("<script>print()</script>", "vxPwned"),
    "picture elsewhere": ('<img src="http://hostile.invalid/a.png" alt="">', "request"),
    "error": ("<script>throw Error('x')</script>", "error"),
    "window": ("<script>location = 'http://hostile.invalid/'</script>", "request"),
}


# MARK: Building


def write(project: Path, files: dict[str, bytes]) -> None:
    for path, content in files.items():
        file = project / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def built(folder: Path, found: list[Vector], more: dict[str, bytes]) -> tuple[Path, dict]:
    """The folder of the portals of a project with these vectors, and what the build said."""
    project, output = folder / "project", folder / "site"
    shutil.copytree(ROOT / "themes/vung-xanh", project / "themes/vung-xanh")
    write(project, {
        "content/site.yaml": site(), "content/_index.md": page("nha"), "content/muc/_index.md": b"---\ntitle: Muc\n---\n",
        "content/muc/trang.md": page("trang"),
        "content/portals/chinh/portal.yaml": portal("chinh")} | more)  # fmt: skip
    for vector in found:
        write(project, vector.files)
    run = tool("build", "--project", project, "--output", output, "--date", "2026-11-24", "--lang", "en", "--json")
    try:
        return output, json.loads(run.stdout)
    except ValueError:
        sys.exit(f"check_hostile: no report of a build (status {run.returncode})\n{run.stdout[:2000]}{run.stderr[:2000]}")


def judge(output: Path, told: dict, found: list[Vector]) -> set[str]:
    """Which of the vectors were refused, by their tokens; what was refused is nowhere, what was not is there."""
    errors = [one for one in told["diagnostics"] if one["severity"] == "error"]
    blamed: dict[str, list[dict]] = {}
    for one in errors:
        blamed.setdefault(one.get("file") or "", []).append(one)
    known = {path for vector in found for path in vector.files}
    alone = len(found) == 1  # then all that is wrong is its fault
    for path in blamed.keys() - known:
        expect(alone or any(path in one for one in known), "an error names a vector's file", blamed[path][0])
    everything = b"\n".join(file.read_bytes() for file in sorted(output.rglob("*")) if file.is_file())
    names = "\n".join(str(file) for file in output.rglob("*"))
    refused = set()
    for vector in found:
        label = f"{vector.place} {vector.payload!r} ({vector.token})"
        reasons = [one for path, ones in blamed.items() if alone or path and any(path in file for file in vector.files) for one in ones]
        is_there = vector.token.encode() in everything or vector.token in names
        if vector.kind == "site":
            is_there = bool(told["portals"])
        if reasons:
            refused.add(vector.token)
            for one in reasons:
                is_text = one["file"].endswith((".md", ".yaml")) and one["code"] not in LINELESS
                expect(one["message"] and one["remedy"] and (one.get("line", 0) >= 1 or not is_text),
                    f"{label} is told with its line", one)
            expect(not is_there, f"{label} was refused and is not published", [one["code"] for one in reasons])
        elif any("/." in path for path in vector.files):
            refused.add(vector.token)  # hidden files are none of a project's, so nothing is said of them
            expect(not is_there, f"{label} is hidden and is not published")
        else:
            expect(is_there, f"{label} is refused with an error, or published", "neither")
        expect(not (reasons and vector.known), f"{label} is still published", "refused: it is no longer to be known")
        expect(reasons or not vector.refused, f"{label} is refused", "published")
    return refused


# MARK: Looking


def addresses(root: Path, portal: Path, origin: str, all_pages: bool = True) -> list[tuple[str, str]]:
    """Every page of a portal but those that only lead on, which are read, and the pictures and texts that a browser shows."""
    asked = []
    for file in sorted(portal.rglob("*")) if all_pages else [portal / one for one in FEW]:
        ending = file.suffix.lower()
        if not file.is_file() or file.is_relative_to(portal / "assets") or ending not in (".html", ".svg", ".txt", ".json", ".css",
            ".csv", ".png", ".xhtm", ".rdf", ".atom", ".mathml", ".vtt", ""):
            continue
        if ending == ".html":
            read = read_page(file)
            expect(not read.problems, f"{file.relative_to(root)} is sound", read.problems)
            if file.name == "404.html":
                continue  # it names its files from the root of its own host
            if read.redirects:
                # A meta refresh of another page than our own would be a way out.
                for _, url, _ in read.links:
                    target = (file.parent / url.partition("#")[0]).resolve()
                    expect(target.is_file() and target.is_relative_to(portal),
                        f"{file.relative_to(root)} leads to a page of its portal", url)
                continue
        asked.append((f"{origin}/{quote(str(file.relative_to(root)))}", ""))
    return asked


def expect_harmless(found: dict[str, list[str]], how: str, known: set[str]) -> None:
    for address, wrong in found.items():
        if not known & set(address.split("/")):
            expect(not wrong, f"{address[:160]} does no harm {how}", wrong[:4])


def prove(root: Path, origin: str) -> None:
    """The watch must see what it is for."""
    for bypass, controls in ((False, CONTROLS), (True, BARE_CONTROLS)):
        asked = {}
        for at, (name, (body, word)) in enumerate(controls.items()):
            file = root / f"control-{bypass:d}-{at}.html"
            file.write_text(f"<!DOCTYPE html><html lang=en><title>{name}</title>{body}")
            asked[f"{origin}/{file.name}"] = (name, word)
        found = look_at(origin, [(one, "") for one in asked], bypass)
        for address, (name, word) in asked.items():
            expect(any(word in one for one in found[address]), f"a page with {name} is found out", found[address])


def searches(portal: Path, root: Path, origin: str, shown: list[Vector]) -> list[tuple[str, str]]:
    """The search page with hostile questions, and with questions that hostile pages answer."""
    page = f"{origin}/{portal.relative_to(root)}/tim-kiem.html?q="
    tokens = [one.token for one in shown if one.place.split(": ")[-1] in ("title", "description", "short_title", "paragraph",
        "code span", "alias", "alt text")]
    return [(page + quote(one), READY) for one in [*QUERIES, *tokens]]


def main() -> int:
    found = vectors()
    by_kind = {kind: [one for one in found if one.kind == kind] for kind in ("page", "portal", "site")}
    refused: set[str] = set()
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary).resolve()
        # A file that may not be published holds back more than its page, so those that are refused stand apart.
        files = [one for one in by_kind["page"] if one.place.startswith("file")]
        apart, told = built(root / "files", files, {})
        wrong = {one.get("file") for one in told["diagnostics"] if one["severity"] == "error"}
        files = [one for one in files if wrong & one.files.keys()]
        refused |= judge(apart, told, files)
        others = [one for one in by_kind["page"] if one not in files]
        inner = {"content/portals/trong/portal.yaml": portal("trong", path="/trong/")}
        main_site, told = built(root / "pages", others, inner)
        refused |= judge(main_site, told, others)
        units, told = built(root / "units", by_kind["portal"],
            {"content/muc/anh.gif": gif(), "content/muc/cu.md": page("cu", front="aliases: [/cu/cu.html]")})
        refused |= judge(units, told, by_kind["portal"])
        few = sorted(one for one in units.iterdir() if one.is_dir() and not one.name.startswith("."))
        for vector in by_kind["site"]:
            one, told = built(root / vector.token, [vector], {})
            refused |= judge(one, told, [vector])
            if (one / "chinh").is_dir():
                few.append(one / "chinh")
        shown = [one for one in by_kind["page"] if one.token not in refused]
        check_data([main_site / "chinh", main_site / "trong", *few])
        with serving(root, headers_of(main_site / "chinh")) as origin:
            prove(root, origin)
            asked = addresses(root, main_site / "chinh", origin)
            for one in few:
                asked += addresses(root, one, origin, all_pages=False)
            hostile = searches(main_site / "chinh", root, origin, shown)
            known = {one.token for one in shown if one.known}
            # Chromium shows a picture in a page of its own, with a style that the policy reports.
            expect_harmless(look_at(origin, [one for one in asked if not one[0].endswith(".png")] + hostile),
                "with the portal's headers", known)
            bare = [one for one in asked if not one[0].endswith(".html")] + hostile[: len(QUERIES)]
            found_bare = look_at(origin, bare, bypass=True)
            expect_harmless(found_bare, "without them", known)
            for token in known:
                expect(any(wrong for address, wrong in found_bare.items() if token in address), f"{token} still does harm",
                    "nothing: it is no longer to be known")
        check_rules(root, main_site, shown)
    if "--list" in sys.argv:
        for one in found:
            print("refused  " if one.token in refused else "published", one.token, one.place, repr(one.payload[:90]))
    places = Counter(one.place.partition(":")[0] for one in found)
    held = Counter(one.place.partition(":")[0] for one in found if one.token in refused)
    for place, count in places.items():
        print(f"  {place}: {count} vectors, {held[place]} refused")
    expect(len(found) + len(QUERIES) >= LEAST, f"at least {LEAST} vectors", len(found))
    outcome = f"{len(refused)} refused, {len(found) - len(refused)} published, {sum(one.known for one in found)} of them known to do harm"
    return close(f"{len(found)} vectors ({outcome}), {len(QUERIES)} questions, {len(asked) + len(hostile)} pages opened")


if __name__ == "__main__":
    sys.exit(main())
