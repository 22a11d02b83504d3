"""Every system call of a build, of an upload, of going back and of a withdrawal fails once, in turn, and the promises are
looked at after each.

    check_faults.py [--all]      every call with every error; without --all each call with some of them

A call is made to fail by Faults/fault.c: the disk is full, the device broken, access refused, too many files open, or the
program killed before it. After each of these

- a portal is what it was or what it was to become, not a mix; where files are replaced one by one, or a page that could not be
  read is held back, each page has its style sheet;
- exit status 0 is given only where all is new, and a message speaks truly of what has changed;
- the next build finishes, leaves nothing behind, and the version before can be gone back to.

An upload that was stopped leaves each page its style sheet, and the next one finishes it. `back` that was stopped leaves the old
site or the new. A withdrawal that was stopped says so; said again it leaves no byte of what was withdrawn.

Prints each failure and a closing line; exit status 1 when there is one.
"""

import errno
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from checks import ROOT, close, expect, note_codes, tool

PROGRAM = ROOT / ".build/release/vungxanh"
KILL = 0
ERRORS = {"killed": KILL, "full": errno.ENOSPC, "broken": errno.EIO, "refused": errno.EACCES, "descriptors": errno.EMFILE}
STYLES = ("black", "navy")


class Desk:
    """Two portals, their output, and the builds between two colours of them."""

    def __init__(self, folder: Path, *options: str):
        self.folder, self.options = folder, options
        self.project, self.output = folder / "du-an", folder / "du-an/site"
        content = self.project / "content"
        shutil.copytree(ROOT / "Tests/Sites/_theme", self.project / "themes/plain")
        (content / "muc").mkdir(parents=True)
        (content / "site.yaml").write_text("name: Mẫu\ntheme: plain\nmain_portal: mot\n", "utf-8")
        (content / "_index.md").write_text("---\ntitle: Trang chủ\n---\n\nChào.\n", "utf-8")
        (content / "muc/_index.md").write_text("---\ntitle: Mục\n---\n", "utf-8")
        (content / "muc/bai.md").write_text("---\ntitle: Bài\n---\n\nMột đoạn.\n", "utf-8")
        for portal in ("mot", "hai"):
            place = content / "portals" / portal
            place.mkdir(parents=True)
            (place / "portal.yaml").write_text(
                f"name: Cổng\nurl: https://{portal}.example/\nbody: UBND\nresponsible: Mẫu\naddress: 1 phố Mẫu\n"
                "phone: 024 0000 0000\nemail: mau@example.org\n", "utf-8")
        self.wanted: dict[str, dict[str, dict[str, bytes]]] = {}
        for colour in STYLES:
            self.dress(colour)
            expect(self.build().returncode == 0, "a build without a fault")
            # The style sheet of the version before is there as well, but for the first.
            self.wanted[colour] = self.sites(without_lingering=True)
        self.colour = STYLES[1]

    def dress(self, colour: str) -> None:
        """Every page and the style sheet it names change, one page comes and another goes."""
        style = self.project / "themes/plain/assets/style.css"
        style.parent.mkdir(exist_ok=True)
        style.write_text(f"body {{ color: {colour}; }}", "utf-8")
        layout = self.project / "themes/plain/layouts/page.mustache"
        layout.write_text(
            '<link rel="stylesheet" href="/{{#assets}}{{style_css}}{{/assets}}"><title>{{title}}</title>', "utf-8")
        for other in STYLES:
            page = self.project / f"content/muc/{other}.md"
            page.unlink(missing_ok=True)
        (self.project / f"content/muc/{colour}.md").write_text(f"---\ntitle: {colour}\n---\n\nMàu.\n", "utf-8")

    def build(self, fault: tuple[int, int] | None = None, calls: Path | None = None) -> subprocess.CompletedProcess[str]:
        return self.run("build", "--jobs", "1", *self.options, fault=fault, calls=calls)

    def run(
        self, *words: str, fault: tuple[int, int] | None = None, calls: Path | None = None
    ) -> subprocess.CompletedProcess[str]:
        environment = os.environ | {"XDG_CACHE_HOME": str(self.folder / "cache"), "VUNGXANH_HOME": str(ROOT)}
        if fault:
            environment |= {
                "LD_PRELOAD": str(self.folder / "fault.so"), "FAULT_BELOW": str(self.folder) + "/",
                "FAULT_AT": str(fault[0]), "FAULT_WITH": str(fault[1])}
        if calls:
            environment["FAULT_COUNT"] = str(calls)
        run = subprocess.run(
            [PROGRAM, *words, "--project", self.project], capture_output=True, text=True, stdin=subprocess.DEVNULL,
            env=environment, timeout=60)
        note_codes(run.stderr)
        return run

    def sites(self, without_lingering: bool = False) -> dict[str, dict[str, bytes]]:
        """The files of each portal, by their paths."""
        found: dict[str, dict[str, bytes]] = {"mot": {}, "hai": {}}
        for portal, files in found.items():
            for path in (self.output / portal).rglob("*"):
                if path.is_file():
                    files[str(path.relative_to(self.output / portal))] = path.read_bytes()
            if without_lingering:
                named = set(re.findall(rb'href="/(assets/[^"]+)"', b"".join(files.values())))
                for path in [path for path in files if path.startswith("assets/") and path.encode() not in named]:
                    del files[path]
        return found

    def pages_without_style(self) -> list[str]:
        return [f"{portal}/{page}" for portal, files in self.sites().items() for page in without_style(files)]


def without_style(files: dict[str, bytes]) -> list[str]:
    """Pages that name a style sheet which is not there."""
    return [
        path for path, text in files.items() for style in re.findall(rb'stylesheet" href="/([^"]+)"', text)
        if style.decode() not in files]


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith(".vungxanh")}


def count_calls(desk: Desk) -> int:
    colour = next(one for one in STYLES if one != desk.colour)
    desk.dress(colour)
    calls = desk.folder / "calls.txt"
    calls.unlink(missing_ok=True)
    expect(desk.build((0, 0), calls).returncode == 0, "a build whose calls are counted")
    desk.colour = colour
    return len(calls.read_text("utf-8").splitlines())


def check_fault(desk: Desk, number: int, name: str, goes_back: bool) -> bool:
    """- Returns: whether the fault came in time to stop the build."""
    old, new = desk.colour, next(colour for colour in STYLES if colour != desk.colour)
    what = f"call {number} {name}{' file by file' if desk.options else ''}"
    desk.dress(new)
    run = desk.build((number, ERRORS[name]))
    states = [
        "new" if site == desk.wanted[new][portal] else "old" if site == desk.wanted[old][portal] else "mixed"
        for portal, site in desk.sites(without_lingering=True).items()]
    expect(run.returncode in ((-9, 0) if name == "killed" else (0, 1)), f"{what}: no crash", (run.returncode, run.stderr[-300:]))
    if run.returncode == 0:
        expect(states == ["new", "new"], f"{what}: all is new where the build says so", states)
    # A page that could not be read stays as it was, beside new ones.
    is_held = "Giữ lại" in run.stderr
    if desk.options or is_held:
        expect(not desk.pages_without_style(), f"{what}: each page has its style", desk.pages_without_style()[:3])
    else:
        expect("mixed" not in states, f"{what}: old or new", states)
    if run.returncode == 1:
        expect(" [" in run.stderr, f"{what}: an error that says what is wrong", run.stderr)
        if states != ["old", "old"]:
            expect("đổi gì ở các cổng" not in run.stderr, f"{what}: does not say that nothing changed", run.stderr)
    healed = desk.build()
    expect(healed.returncode == 0, f"{what}: the next build finishes", healed.stderr)
    expect(desk.sites(without_lingering=True) == desk.wanted[new], f"{what}: and all is new")
    expect(not list(desk.project.glob(".vungxanh-*/staging")), f"{what}: nothing is left in staging")
    desk.colour = new
    if goes_back and not desk.options and not is_held:
        run = desk.run("back", "--portal", "mot", "--portal", "hai")
        expect(run.returncode == 0, f"{what}: back to the version before", run.stderr)
        expect(desk.sites(without_lingering=True) == desk.wanted[old], f"{what}: which is what it was")
        desk.colour = old
    return "old" in states or "mixed" in states


def each_call(desk: Desk, *words: str) -> list[tuple[int, str]]:
    """The calls of a command that succeeds, each with one of the errors, or with all."""
    calls = desk.folder / "calls.txt"
    calls.unlink(missing_ok=True)
    run = desk.run(*words, fault=(0, 0), calls=calls)
    expect(run.returncode == 0, f"{words[0]} whose calls are counted", run.stderr)
    last = len(calls.read_text("utf-8").splitlines())
    return [
        (call, kind) for call in range(1, last + 1) for number, kind in enumerate(ERRORS)
        if "--all" in sys.argv or call % len(ERRORS) == number]


def check_upload(desk: Desk) -> None:
    (desk.project / "publish.yaml").write_text("targets:\n  - name: noi\n    to: ../noi-dang/$portal\n", "utf-8")
    place, words, stopped = desk.folder / "noi-dang/mot", ("publish", "--portal", "mot"), 0
    expect(desk.run(*words).returncode == 0, "an upload without a fault")

    def change() -> None:
        desk.colour = next(colour for colour in STYLES if colour != desk.colour)
        desk.dress(desk.colour)
        expect(desk.build().returncode == 0, "a build before an upload")

    change()
    for call, kind in each_call(desk, *words):
        change()
        run, what = desk.run(*words, fault=(call, ERRORS[kind])), f"upload, call {call} {kind}"
        stopped += run.returncode != 0
        expect(run.returncode in ((-9, 0) if kind == "killed" else (0, 1)), f"{what}: no crash", (run.returncode, run.stderr[-300:]))
        expect(run.returncode != 0 or files(place) == files(desk.output / "mot"), f"{what}: done where it says so")
        expect(not without_style(files(place)), f"{what}: each page has its style", without_style(files(place))[:3])
        again = desk.run(*words)
        expect(again.returncode == 0, f"{what}: the next one finishes", again.stderr)
        expect(files(place) == files(desk.output / "mot"), f"{what}: and all is there")
    expect(stopped > 20, "some uploads were stopped", stopped)


def check_withdrawal(desk: Desk) -> None:
    secret, stopped = "bimatnhatdoi", 0

    def publish_secret() -> None:
        (desk.project / "content/withdrawn.yaml").unlink(missing_ok=True)
        (desk.project / "content/muc/kin.md").write_text(f"---\ntitle: {secret}\n---\n\n{secret}\n", "utf-8")
        expect(desk.build().returncode == 0, "a build before a withdrawal")

    def found() -> list[str]:
        places = [desk.output, *desk.project.glob(".vungxanh-*"), desk.folder / "cache"]
        return [str(path) for place in places for path in place.rglob("*") if path.is_file() and secret.encode() in path.read_bytes()]

    words = ("withdraw", "content/muc/kin.md", "--why", "thử")
    publish_secret()
    expect(found(), "there is something to withdraw")
    for call, kind in each_call(desk, *words):
        publish_secret()
        run, what = desk.run(*words, fault=(call, ERRORS[kind])), f"withdrawal, call {call} {kind}"
        stopped += run.returncode != 0
        expect(run.returncode in ((-9, 0) if kind == "killed" else (0, 1)), f"{what}: no crash", (run.returncode, run.stderr[-300:]))
        expect(run.returncode != 0 or not found(), f"{what}: gone where it says so", found()[:3])
        again = desk.run(*words)
        expect(again.returncode == 0 and not found(), f"{what}: said again, it is gone", (again.stderr, found()[:3]))
    expect(stopped > 20, "some withdrawals were stopped", stopped)


def main() -> int:
    tool("--version", check=True)
    with tempfile.TemporaryDirectory() as name:
        for number, options in enumerate([(), ("--in-place",)]):
            folder = Path(name) / str(number)
            folder.mkdir()
            subprocess.run(
                ["cc", "-shared", "-fPIC", "-O1", "-Wall", "-Werror", "-o", folder / "fault.so",
                 ROOT / "Tests/EndToEnd/Faults/fault.c"], check=True)
            desk = Desk(folder, *options)
            last = max(count_calls(desk), count_calls(desk))
            stopped = 0
            for call in range(1, last + 1):
                kinds = list(ERRORS) if "--all" in sys.argv else [list(ERRORS)[call % len(ERRORS)]]
                for kind in kinds:
                    stopped += check_fault(desk, call, kind, goes_back=call % 7 == 0)
            expect(stopped > last // 3, "some faults came in time", (stopped, last))
            print(f"{last} calls{' file by file' if options else ''}, {stopped} faults stopped a build", flush=True)
            if not options:
                check_upload(desk)
                check_withdrawal(desk)
    return close()


if __name__ == "__main__":
    sys.exit(main())
