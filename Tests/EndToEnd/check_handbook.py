"""The editors' handbook: that it builds, shows what it names, tells of everything there is, and that its first steps
really lead to a page.

    check_handbook.py

Prints each failure and a closing line; exit status 1 when there is one.
"""

import json
import re
import shutil
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

import handbook
from checks import ROOT, TOOL, close, expect, tool

LARGEST_WIDTH, LARGEST_SIZE = 1000, 1_200_000
GUIDE = "huong-dan/khoa-man-hinh-dien-thoai"


def is_published(folder: Path) -> None:
    done = tool("build", "--project", "docs", "--output", str(folder / "so-tay"), "--json")
    report = json.loads(done.stdout)
    for found in report["diagnostics"]:
        expect(found["severity"] == "note", f"{found['file']}: {found['message']}")
    expect(report["ok"], "the handbook does not build")
    if not report["ok"]:
        return
    page = (folder / "so-tay/so-tay/so-tay.html").read_text("utf-8")
    expect('href="loi-va-cach-sua.html"' in page, "the built handbook does not lead to the list of problems")
    for name in handbook.pictures():
        expect(f'src="pictures/{name}"' in page, f"the built handbook does not show {name}")
    own = tool("check", "--project", "docs", "--strict", "docs/content/editors.vi.md", "docs/content/an-toan.vi.md",
               "docs/content/_index.md")
    expect(own.returncode == 0, f"the handbook breaks the rules it tells of:\n{own.stdout}{own.stderr}")


def has_its_pictures() -> None:
    named, there = handbook.pictures(), {file.name: file for file in handbook.PICTURES.iterdir()}
    for name, alt in named.items():
        expect(name in there, f"docs/pictures/{name} is missing: run scripts/handbook-pictures")
        expect(len(alt) >= 20, f"{name} has too short a description: “{alt}”")
    for name, file in there.items():
        expect(name in named, f"the handbook does not name {name}")
        head = file.read_bytes()[:24]
        expect(head.startswith(b"\x89PNG"), f"{name} is no PNG")
        width = struct.unpack(">I", head[16:20])[0]
        expect(width <= LARGEST_WIDTH, f"{name} is {width} pixels wide")
    size = sum(file.stat().st_size for file in there.values())
    expect(size <= LARGEST_SIZE, f"the pictures have {size} bytes")


def leads_somewhere() -> None:
    """On GitHub, where links are files."""
    prose = handbook.CODE_BLOCK.sub("", handbook.text())
    prose = re.sub(r"`[^`\n]+`", "", prose)
    for target in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", prose):
        if not re.match(r"[a-z]+:", target):
            expect((handbook.PAGE.parent / target).exists(), f"there is no docs/{target}")
    anchors = re.findall(r"\]\(#[^)]*\)", prose)
    expect(not anchors, f"GitHub makes other anchors of Vietnamese headings: {anchors}")


def tells_of_every_command() -> None:
    """And of none that there is not."""
    commands = set(re.findall(r"^  ([a-z]+) {2,}", tool("--help").stdout.partition("SUBCOMMANDS")[2], re.M))
    told = set(re.findall(r"\./vungxanh ([a-z]+)", handbook.text()))
    expect(len(commands) > 4, f"the commands are not listed as they were; found {sorted(commands)}")
    expect(told >= commands, f"the handbook does not tell of {sorted(commands - told)}")
    expect(told <= commands, f"the handbook tells of {sorted(told - commands)}, which there is not")
    for command, options in re.findall(r"\./vungxanh ([a-z]+)((?: [^`\n]*)?)", handbook.text()):
        for option in re.findall(r"--[a-z-]+", options):
            expect(option in tool("help", command).stdout, f"{command} has no {option}")
    types = tool("help", "new").stdout.partition("Loại trang:")[2].partition("Ví dụ")[0]
    words = set(handbook.code_spans())
    for name in re.findall(r"^ +([a-z]+) {2,}\S", types, re.M):
        expect(name in words, f"the handbook does not tell of new {name}")


def names_real_problems() -> None:
    problems = set(re.findall(r"^## ([a-z0-9-]+)$", (ROOT / "docs/problems.vi.md").read_text("utf-8"), re.M))
    text = handbook.text()
    table = text.partition("| Mã báo |")[2].partition("\n\n")[0]
    named = set(re.findall(r"`([a-z-]+-[a-z-]+)`", table)) | set(re.findall(r"rule: ([a-z-]+)", text))
    for language, block in handbook.code_blocks():
        if language == "yaml" and block.startswith("check:"):
            named |= set(re.findall(r"^  ([a-z-]+):", block, re.M))
    expect(len(named) > 5, f"few problems are named: {sorted(named)}")
    expect(named <= problems, f"there is no problem {sorted(named - problems)}")


def copied(folder: Path) -> Path:
    """The project of this repository as a clone has it, with a `vungxanh` that calls the one that is built."""
    project = folder / "dự án"
    for name in ("content", "themes"):
        shutil.copytree(ROOT / name, project / name)
    (project / "vungxanh").symlink_to(TOOL)
    return project


def begun(folder: Path) -> Path:
    """A project made as the handbook says in section 9."""
    command = re.search(r"^\./vungxanh init \.\./phuong-moi .*$", handbook.text(), re.M)
    expect(command is not None, "the handbook no longer begins a project")
    home = folder / "vungxanh"
    home.mkdir()
    (home / "vungxanh").symlink_to(TOOL)
    done = subprocess.run(["bash", "-c", command[0]], cwd=home, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=600)
    expect(done.returncode == 0, f"{command[0]}\n{done.stdout}{done.stderr}")
    return folder / "phuong-moi"


def leads_to_a_page(project: Path, portal: str) -> None:
    """The ten minutes, word by word: each command as the handbook gives it, then what must be so."""
    file, page = project / "content" / f"{GUIDE}.md", project / "site" / portal / f"{GUIDE}.html"
    source = handbook.examples()["tep-bai-viet.png"]

    def writes() -> bool:
        started = file.read_text("utf-8")
        file.write_text(source.replace("2026-11-24", "2026-11-02"), "utf-8")
        return "draft: true" in started

    def publishes() -> bool:
        hidden = tool("build", "--quiet", cwd=project).returncode == 0 and not page.exists()
        file.write_text(file.read_text("utf-8").replace("draft: true\n", ""), "utf-8")
        return hidden

    steps = [
        ("./vungxanh doctor", lambda: True),
        ('./vungxanh new guide "Khóa màn hình điện thoại" --section huong-dan', writes),
        ("./vungxanh preview", publishes),  # driven by check_preview.py
        ("./vungxanh check", lambda: True),
        ("./vungxanh build", lambda: "Khóa màn hình điện thoại" in page.read_text("utf-8")),
    ]
    part = handbook.text().partition("\n## 2. ")[2].partition("\n## 3. ")[0]
    given = [line for block in re.findall(r"^```sh\n(.*?)^```$", part, re.S | re.M) for line in block.splitlines()]
    expect(given == [command for command, _ in steps], f"the first steps are now {given}")
    for command, then in steps:
        if " preview" not in command:
            done = subprocess.run(["bash", "-c", command], cwd=project, capture_output=True, text=True,
                                  stdin=subprocess.DEVNULL, timeout=600)
            expect(done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}")
        expect(then(), f"after {command} it is not as the handbook says")
    said = tool("check", cwd=project).stdout
    expect("0 lỗi, 0 cảnh báo" in said, f"the page of the first steps is not without fault: {said}")
    named = f"site/{portal}/index.html"
    expect(named in part and (project / named).exists(), f"the handbook does not say to open {named}")


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        is_published(Path(folder))
        has_its_pictures()
        leads_somewhere()
        tells_of_every_command()
        names_real_problems()
        leads_to_a_page(copied(Path(folder)), "ba-dinh")
        leads_to_a_page(begun(Path(folder)), "main")
    return close()


if __name__ == "__main__":
    sys.exit(main())
