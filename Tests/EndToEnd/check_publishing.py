"""Publishing from the command line: killed at any moment, refused by the system, and what it says of itself.

    check_publishing.py       works on small projects in a temporary folder, for some ten seconds

Prints each failure and a closing line; exit status 1 when there is one.
"""

import json
import os
import pty
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from checks import ROOT, close, expect, note_codes, tool

PROGRAM = ROOT / ".build/release/vungxanh"
KILLS = 20
NOBODY = 65534


def command(project: Path, output: Path, *options: str) -> list[str]:
    return [str(PROGRAM), "build", "--project", str(project), "--output", str(output), *options]


def build(project: Path, output: Path, *options: str, **how) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(project, output, *options), capture_output=True, text=True, stdin=subprocess.DEVNULL, **how)


def files(folder: Path) -> dict[str, bytes]:
    """What is published, but for style sheets that only pages of the version before name."""
    found = {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*") if path.is_file() and not path.relative_to(folder).parts[0].startswith(".")}
    named = set(re.findall(rb"assets/style\.[0-9a-f]+\.css", b"".join(found.values())))
    return {
        path: text for path, text in found.items()
        if not path.endswith(".css") or path.partition("/")[2].encode() in named}


def pages_without_style(site: Path) -> list[str]:
    lost = []
    for page in site.glob("[!.]*/**/*.html"):
        for style in re.findall(r'<link rel="stylesheet" href="([^":]+)"', page.read_text("utf-8")):
            portal = site / page.relative_to(site).parts[0]
            place = portal / style.lstrip("/") if style.startswith("/") else page.parent / style
            if not place.exists():
                lost.append(f"{page.relative_to(site)}: {style}")
    return lost


def make_project(project: Path) -> Path:
    """Two portals with some pages, in the theme of this repository."""
    shutil.copytree(ROOT / "themes/vung-xanh", project / "themes/vung-xanh")
    section = project / "content/huong-dan"
    section.mkdir(parents=True)
    (project / "content/site.yaml").write_text("name: Mẫu\ntheme: vung-xanh\nmain_portal: cong-mot\n", "utf-8")
    (project / "content/_index.md").write_text("---\ntitle: Trang chủ\n---\n\nChào bạn.\n", "utf-8")
    (section / "_index.md").write_text("---\ntitle: Hướng dẫn\n---\n", "utf-8")
    for number in range(40):
        (section / f"bai-{number}.md").write_text(f"---\ntitle: Bài {number}\n---\n\nMột đoạn.\n", "utf-8")
    for portal in ("cong-mot", "cong-hai"):
        place = project / "content/portals" / portal
        place.mkdir(parents=True)
        (place / "portal.yaml").write_text(
            f"name: Cổng\nurl: https://{portal}.example/\nbody: UBND\nresponsible: Mẫu\naddress: 1 phố Mẫu\n"
            "phone: 024 0000 0000\nemail: mau@example.org\n", "utf-8")
    return project


def build_and_kill(project: Path, output: Path, seconds: float, in_staging: bool) -> None:
    """Kills a build after a time, counted from its start or from when it begins to write."""
    staging = output.parent / f".vungxanh-{output.name}/staging"
    run = subprocess.Popen(command(project, output, "--quiet"), stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while in_staging and run.poll() is None and not staging.exists():
        time.sleep(0.0002)
    time.sleep(seconds)
    run.send_signal(signal.SIGKILL)
    run.wait()


def check_kills(project: Path, folder: Path) -> None:
    dice = random.Random(14)
    style = project / "themes/vung-xanh/assets/style.css"
    text = style.read_text("utf-8")
    wanted = {}
    for colour in ("black", "navy"):
        style.write_text(f"{text}\nbody {{ outline-color: {colour}; }}\n", "utf-8")
        begun = time.monotonic()
        run = build(project, folder / colour)
        seconds = time.monotonic() - begun
        expect(run.returncode == 0, "a build without a kill", run.stderr)
        wanted[colour] = files(folder / colour)
    interrupted = 0
    for number in range(KILLS):
        output = folder / "first"
        shutil.rmtree(output, ignore_errors=True)
        build_and_kill(project, output, dice.random() * seconds * 0.5, number % 2 == 0)
        run = build(project, output)
        expect(run.returncode == 0, f"the build after kill {number} of a first build", run.stderr)
        expect(files(output) == wanted["navy"], f"kill {number} of a first build is healed")
    output = folder / "changing"
    build(project, output)
    for number in range(KILLS):
        colour = ("black", "navy")[number % 2]
        style.write_text(f"{text}\nbody {{ outline-color: {colour}; }}\n", "utf-8")
        build_and_kill(project, output, dice.random() * seconds * 0.5, number % 4 < 3)
        interrupted += files(output) != wanted[colour]
        lost = pages_without_style(output)
        expect(not lost, f"kill {number} leaves every page its style sheet", lost[:3])
        run = build(project, output)
        expect(run.returncode == 0, f"the build after kill {number} of a changing build", run.stderr)
        expect(files(output) == wanted[colour], f"kill {number} of a changing build is healed")
        expect(not (output.parent / f".vungxanh-{output.name}/staging").exists(), "nothing is left in staging")
    expect(interrupted > 0, "some kill came in time")
    style.write_text(text, "utf-8")


def check_foreign_owner(project: Path, folder: Path) -> None:
    """Folders that this account may not write to hold back their own portal, and no other."""
    program, output = folder / "vungxanh", folder / "owned"
    shutil.copy(PROGRAM, program)
    build(project, output)
    for path in [output, *output.rglob("*")]:
        os.chown(path, NOBODY, NOBODY)
    page = project / "content/huong-dan/them.md"

    def build_as_nobody(title: str, *options: str) -> subprocess.CompletedProcess[str]:
        page.write_text(f"---\ntitle: {title}\n---\n\nA.\n", "utf-8")
        run = subprocess.run(
            [program, *command(project, output, *options)[1:]], capture_output=True, text=True, stdin=subprocess.DEVNULL,
            user=NOBODY, env={"VUNGXANH_HOME": str(project)})
        note_codes(run.stderr)
        return run

    shutil.rmtree(folder / ".vungxanh-owned")
    os.chown(output / "cong-hai/huong-dan", 0, 0)
    before = files(output)
    run = build_as_nobody("Thêm", "--in-place")
    expect(run.returncode == 1 and "[cannot-write]" in run.stderr, "a folder of somebody else is an error", run.stderr)
    expect("cong-hai/huong-dan" in run.stderr, "the folder is named", run.stderr)
    expect(files(output) == before, "and nothing was published")
    os.chown(output / "cong-hai", 0, 0)
    run = build_as_nobody("Hai")
    expect(run.returncode == 1 and "“cong-hai” vẫn như trước" in run.stderr, "the portal is named", run.stderr)
    expect((output / "cong-mot/huong-dan/them.html").exists(), "the other portal is published")
    expect(not (output / "cong-hai/huong-dan/them.html").exists(), "this one is as it was")
    os.chown(output / "cong-hai", NOBODY, NOBODY)
    run = build_as_nobody("Ba")
    expect(run.returncode == 0, "a folder within it does no harm", run.stderr)
    expect((output / "cong-hai/huong-dan/them.html").exists(), "it is replaced with all around it")
    # Nobody may not write to the folder around the output.
    expect("[no-place-for-versions]" in run.stderr, "no versions are kept, and that is said", run.stderr)
    # The old folder holds one of root's, which nobody else can remove.
    run = build_as_nobody("Bốn")
    expect(run.returncode == 0 and "[left-behind]" in run.stderr, "what cannot be removed is named", run.stderr)
    shutil.rmtree(next(output.glob(".vungxanh-staging-*")))
    run = build_as_nobody("Năm")
    left = sorted(path.name for path in output.iterdir())
    expect(left == [".vungxanh", ".vungxanh-lock", "cong-hai", "cong-mot"], "and nothing is left in the output", left)
    page.unlink()


def check_readers(project: Path, folder: Path) -> None:
    """Somebody reads pages, and what they load, while builds change all of them."""
    style = project / "themes/vung-xanh/assets/style.css"
    text = style.read_text("utf-8")
    output = folder / "read"
    build(project, output)
    pages = sorted((output / "cong-hai").rglob("*.html"))
    lost: list[str] = []
    reads = 0
    for number in range(8):
        style.write_text(f"{text}\nbody {{ outline-width: {number}px; }}\n", "utf-8")
        run = subprocess.Popen(command(project, output, "--quiet"), stdin=subprocess.DEVNULL)
        while run.poll() is None:
            page = pages[reads % len(pages)]
            reads += 1
            try:
                found = re.search(r'<link rel="stylesheet" href="([^":]+)"', page.read_text("utf-8"))
                place = output / "cong-hai" if found[1].startswith("/") else page.parent
                (place / found[1].lstrip("/")).read_bytes()
            except OSError as error:
                lost.append(str(error))
        expect(run.returncode == 0, "a build that is read meanwhile")
    style.write_text(text, "utf-8")
    expect(reads > 500, "pages were read", reads)
    expect(not lost, "a reader found every page and its style sheet", lost[:3])


def check_words(project: Path, folder: Path) -> None:
    output = folder / "told"
    build(project, output)
    for portal in ("cong-mot", "cong-hai"):
        (output / portal / "huong-dan/be-lan.txt").write_text("x", "utf-8")
    run = build(project, output, "--json")
    report = json.loads(run.stdout)
    removed = [portal["removed"] for portal in report["portals"]]
    expect(removed == [["huong-dan/be-lan.txt"]] * 2, "--json names what was removed", removed)
    expect(all(portal["written"] == [] for portal in report["portals"]), "and that nothing was written")
    with open("/dev/full", "w") as full:
        run = subprocess.run(command(project, output, "--json"), stdout=full, stderr=subprocess.DEVNULL)
    expect(run.returncode != 0, "--json that nobody can read is a failure", run.returncode)
    for language, words in (("vi", "đọc các trang"), ("en", "reading pages")):
        ours, theirs = pty.openpty()
        subprocess.run(
            command(project, output, "--lang", language), stdout=subprocess.DEVNULL, stderr=theirs,
            stdin=subprocess.DEVNULL)
        os.close(theirs)
        told = os.read(ours, 1 << 16).decode()
        os.close(ours)
        expect(words in told, f"progress in {language}", told)


def main() -> int:
    # Through the launcher, so that the program is the one of these sources.
    tool("--version", check=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        project = make_project(folder / "du-an")
        check_kills(project, folder)
        check_readers(project, folder)
        check_words(project, folder)
        if os.geteuid() == 0:
            check_foreign_owner(project, folder)
    return close()


if __name__ == "__main__":
    sys.exit(main())
