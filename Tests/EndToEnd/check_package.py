"""The package for machines without Swift: two runs give the same bytes, it names the libraries that the program needs,
and what is in it begins, checks and builds a project by itself. Nothing is installed.

    check_package.py

Prints each failure and a closing line; exit status 1 when there is one.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from checks import ROOT, close, expect


def output(*command: object, **options) -> str:
    done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=300, **options)
    if done.returncode != 0:
        raise SystemExit(f"{command}\n{done.stdout}{done.stderr}")
    return done.stdout


def packed(folder: Path, *options: str, before: str = "") -> Path:
    """The package, made by a shell that first did what `before` says."""
    return Path(output("bash", "-c", f'{before}\nexec "$@"', "bash", ROOT / "scripts/package", *options, "--output",
                       folder).splitlines()[-1])


def check_bytes(package: Path, folder: Path, *options: str) -> None:
    # What differs from machine to machine: the zone, the rights of new files, the language.
    again = packed(folder, *options, before="umask 077; export TZ=Asia/Ho_Chi_Minh LANG=C VUNGXANH_LANG=en")
    expect(again.name == package.name, "two runs give the same name", again.name)
    expect(again.read_bytes() == package.read_bytes(), "two runs give the same bytes")
    expect(package.stat().st_size < 40_000_000, "small enough to send", package.stat().st_size)


def check_contents(package: Path) -> None:
    listed = output("dpkg-deb", "-c", package).splitlines()
    expect(all(line.split()[1] == "root/root" for line in listed), "all belongs to root", listed)
    modes = {line.split()[0] for line in listed}
    expect(modes == {"drwxr-xr-x", "-rwxr-xr-x", "-rw-r--r--"}, "all may read, only root may write", modes)
    names = {line.split()[5] for line in listed}
    for name in (
        "bin/vungxanh", "share/man/man1/vungxanh.1.gz", "share/doc/vungxanh/copyright", "share/doc/vungxanh/changelog.gz",
        "share/doc/vungxanh/so-tay/index.html", "share/bash-completion/completions/vungxanh",
    ):
        expect(f"./usr/{name}" in names, f"/usr/{name} is inside", sorted(names))
    themes = {str(file.relative_to(ROOT)) for file in (ROOT / "themes").rglob("*") if file.is_file()}
    inside = {name.removeprefix("./usr/share/vungxanh/") for name in names if "/themes/" in name and name[-1] != "/"}
    expect(themes == inside, "the themes are inside", themes ^ inside)


def check_libraries(package: Path, program: Path) -> None:
    depends = output("dpkg-deb", "-f", package, "Depends")
    named = {part.split()[0] for part in depends.split(",")}
    places = dict(re.findall(r"(\S+) => (/\S+)", output("ldd", program)))
    needed = re.findall(r"NEEDED +(\S+)", output("objdump", "-p", program))
    expect("libcmark-gfm.so.0.29.0.gfm.6" in needed, "the parser is the one of Debian 12", needed)
    for library in needed:
        if library.startswith("ld-linux"):
            continue  # of the same package as libc
        # dpkg knows the place before /lib became a link.
        place = places[library]
        known = subprocess.run(["dpkg", "-S", place, f"/usr{place}", place.removeprefix("/usr")],
                               capture_output=True, text=True).stdout
        expect(known.split(":")[0] in named, f"{library} is depended on", f"{known}{depends}")
    version, said = output("dpkg-deb", "-f", package, "Version").strip(), output(program, "--version").strip()
    expect(version.split("~")[0] == said, "the version is the program's", f"{version} {said}")


def run(program: object, *arguments: str, folder: Path) -> subprocess.CompletedProcess:
    bare = ["env", "-i", "PATH=/usr/bin:/bin", f"HOME={folder}", "LANG=C.UTF-8"]
    return subprocess.run([*bare, program, *arguments], cwd=folder, capture_output=True, text=True,
                          stdin=subprocess.DEVNULL, timeout=300)


def check_use(program: Path, folder: Path) -> None:
    """A new official's first steps, with nothing but the program."""
    folder.mkdir()
    begun = run(program, "init", "phuong-moi", folder=folder)
    project = folder / "phuong-moi"
    launcher = project / "vungxanh"
    expect(begun.returncode == 0 and launcher.exists(), "init begins a project", begun.stdout + begun.stderr)
    if not launcher.exists():
        return
    expect(f"tool='{program}'\n" in launcher.read_text("utf-8"), "its script calls the program", launcher.read_text("utf-8"))
    for arguments in (["new", "guide", "Khóa máy", "--section", "huong-dan"], ["check"], ["build"], ["doctor"]):
        done = run("./vungxanh", *arguments, folder=project)
        expect(done.returncode == 0, f"{arguments} works", done.stdout + done.stderr)
        if arguments[0] == "new":
            expect("./vungxanh " in done.stdout, "what to type next can be typed", done.stdout)
    expect((project / "site/main/index.html").exists(), "the portal is built")


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        package = packed(folder / "once")
        check_bytes(package, folder / "again")
        check_contents(package)
        root = folder / "root"
        output("dpkg-deb", "-x", package, root)
        program = root / "usr/bin/vungxanh"
        check_libraries(package, program)
        check_use(program, folder / "deb")
        completion = f"source '{root}/usr/share/bash-completion/completions/vungxanh'; complete -p vungxanh"
        expect("_vungxanh" in output("bash", "-c", completion), "Tab completes")

        archive = packed(folder / "once", "--tar")
        check_bytes(archive, folder / "again", "--tar")
        output("tar", "-xzf", archive, "-C", folder)
        unpacked = folder / archive.name.removesuffix(".tar.gz")
        check_use(unpacked / "vungxanh", folder / "tar")
        wanted = re.search(r"sudo apt install (.+)", (unpacked / "README").read_text("utf-8"))
        named = {part.split()[0] for part in output("dpkg-deb", "-f", package, "Depends").split(", ")}
        expect(wanted is not None and set(wanted[1].split()) == named, "the archive names the same libraries", wanted)
    return close()


if __name__ == "__main__":
    sys.exit(main())
