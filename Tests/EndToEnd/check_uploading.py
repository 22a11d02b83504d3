"""`publish` to FTP, FTPS and SFTP servers of this machine, with the line cut at any moment.

    check_uploading.py [--all]     tries some cuts, or every one

Prints each failure and a closing line; exit status 1 when there is one.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from checks import ROOT, close, expect, note_codes
from file_servers import PASSWORD, Wire, ftp, make_certificate, sftp

PROGRAM = ROOT / ".build/release/vungxanh"
CUTS = 3


def run(project: Path, *options: str, password: str | None = PASSWORD) -> subprocess.CompletedProcess[str]:
    environment = {"HOME": str(project.parent / "nha"), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
    if password is not None:
        environment["VUNGXANH_PASSWORD"] = password
    done = subprocess.run(
        [PROGRAM, *options, "--project", project], capture_output=True, text=True, stdin=subprocess.DEVNULL,
        env=environment, timeout=120)
    note_codes(done.stdout + done.stderr)
    return done


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".vungxanh")}


def page_names_what_is_missing(place: Path) -> list[str]:
    lost = []
    for page in place.rglob("*.html"):
        for style in re.findall(r'<link rel="stylesheet" href="([^":]+)"', page.read_text("utf-8")):
            at = place / style.lstrip("/") if style.startswith("/") else page.parent / style
            if not at.exists():
                lost.append(f"{page.relative_to(place)}: {style}")
    return lost


class Desk:
    """A built portal, and a folder that a server shows."""

    def __init__(self, folder: Path, project: Path) -> None:
        self.project, self.site, self.server = project, project / "site/main", folder / "may-chu"
        self.place = self.server / "web/main"
        self.server.mkdir()

    def target(self, address: str, more: str = "") -> None:
        (self.project / "publish.yaml").write_text(f'targets:\n  - name: web\n    to: "{address}/$portal"\n{more}')

    def change(self, number: int) -> None:
        """A changed page, a new one, one that goes, and another style sheet."""
        (self.site / "index.html").write_text(
            f'<link rel="stylesheet" href="assets/s.{number}.css"><p>{number}</p>', "utf-8")
        (self.site / "muc/sau").mkdir(parents=True, exist_ok=True)
        (self.site / f"muc/sau/Tên có dấu {number}.html").write_text(
            f'<link rel="stylesheet" href="../../assets/s.{number}.css">', "utf-8")
        (self.site / f"assets/s.{number}.css").write_text("p {}" * number)
        for old in (*self.site.glob("muc/sau/Tên*.html"), *self.site.glob("assets/s.*.css")):
            if f"{number}." not in old.name:
                old.unlink()

    def is_same(self) -> bool:
        return files(self.site) == files(self.place)


def check_server(desk: Desk, name: str, address: str, more: str = "") -> None:
    desk.target(address, more)
    first = run(desk.project, "publish")
    expect(first.returncode == 0 and desk.is_same(), f"{name}: all is sent", first.stderr)
    again = run(desk.project, "publish")
    expect(again.returncode == 0 and "đã gửi 0 tệp" in again.stdout, f"{name}: nothing twice", again.stdout + again.stderr)
    desk.change(1)
    dry = run(desk.project, "publish", "--dry-run")
    expect(dry.returncode == 0 and "sẽ gửi index.html" in dry.stdout and not desk.is_same(), f"{name}: only said", dry.stderr)
    expect(run(desk.project, "publish").returncode == 0, f"{name}: a change")
    desk.change(2)
    done = run(desk.project, "publish")
    expect(done.returncode == 0 and desk.is_same(), f"{name}: only what differs, and what goes", done.stderr)
    expect("đã gửi 3 tệp, đã xóa 2" in done.stdout, f"{name}: how much", done.stdout)

    page = desk.place / "index.html"
    text = page.read_bytes()
    page.write_bytes(text.replace(b"2</p>", b"X</p>"))
    os.utime(page, (1, 1))
    alarm = run(desk.project, "publish")
    expect(alarm.returncode == 1 and "index.html" in alarm.stderr and "changed-by-others" in alarm.stderr,
           f"{name}: a page of the same size that somebody changed is an alarm", alarm.stderr)
    expect(run(desk.project, "publish", "--overwrite").returncode == 0 and desk.is_same(), f"{name}: mended")
    (desk.place / "la.php").write_text("x")
    foreign = run(desk.project, "publish")
    expect(foreign.returncode == 0 and "la.php" in foreign.stderr and (desk.place / "la.php").exists(),
           f"{name}: a foreign file is named and left", foreign.stderr)
    (desk.place / "la.php").unlink()
    # The folder that the user comes into is the one above, so nothing has to travel.
    desk.target(re.sub(r"(:\d+)/.*", r"\1/~/web", address), more)
    own = run(desk.project, "publish")
    expect(own.returncode == 0 and "đã gửi 0 tệp" in own.stdout, f"{name}: below the user's own folder", own.stdout + own.stderr)
    desk.change(3)
    expect(run(desk.project, "publish").returncode == 0 and desk.is_same(), f"{name}: a change below it", own.stderr)
    left = [path.name for path in desk.place.rglob(".vungxanh*") if path.name != ".vungxanh-manifest"]
    expect(left == [], f"{name}: nothing is left over", left)


def check_cuts(desk: Desk, name: str, port: int, address: str, more: str, every: bool) -> None:
    """Cut after any piece that the client sends, no page names a style sheet that is not there, and the next run ends it."""
    desk.target(address.format(port=port), more)
    run(desk.project, "publish", "--overwrite")
    # As many pieces as a whole run has.
    desk.change(3)
    wire = Wire(port, 1 << 30)
    desk.target(address.format(port=wire.port), more)
    whole = run(desk.project, "publish", "--overwrite")
    expect(whole.returncode == 0, f"{name}: through a wire", whole.stderr)
    pieces = (1 << 30) - wire.left
    wire.close()
    number = 3
    cut_off = 0
    for cut in range(1, pieces, 1 if every else max(1, pieces // CUTS)):
        number += 1
        desk.change(number)
        wire = Wire(port, cut)
        desk.target(address.format(port=wire.port), more)
        cut_run = run(desk.project, "publish")
        wire.close()
        cut_off += cut_run.returncode == 1
        expect(cut_run.returncode in (0, 1) and (cut_run.returncode == 0 or "lỗi" in cut_run.stderr),
               f"{name}, cut {cut}: an error that is said", cut_run.stderr)
        expect(not page_names_what_is_missing(desk.place), f"{name}, cut {cut}: no page without its style",
               page_names_what_is_missing(desk.place))
        # The wire has another port each time, so the record at home is of another place.
        desk.target(address.format(port=port), more)
        end = run(desk.project, "publish")
        expect(end.returncode == 0 and desk.is_same(), f"{name}, cut {cut}: the next run ends it", end.stderr)
    expect(cut_off > 2, f"{name}: some runs were cut off", cut_off)


def main() -> int:
    every = "--all" in sys.argv
    with tempfile.TemporaryDirectory(prefix="vungxanh-gui-") as name:
        folder = Path(name)
        project = folder / "a"
        made = subprocess.run(
            [PROGRAM, "init", project], capture_output=True, text=True, stdin=subprocess.DEVNULL)
        expect(made.returncode == 0, "init", made.stderr)
        built = run(project, "build", "--output", str(project / "site"))
        expect((project / "site/main/index.html").exists(), "build", built.stderr)
        certificate = make_certificate(folder)
        trusted = f"    certificate: {certificate}\n"
        kinds = [
            ("FTP", dict(), "ftp", ""),
            ("FTP as of IIS", dict(has_mlsd=False, renames_onto=False), "ftp", ""),
            ("FTPS", dict(tls=certificate), "ftps", trusted),
        ]
        for number, (title, how, scheme, more) in enumerate(kinds):
            (folder / str(number)).mkdir()
            desk = Desk(folder / str(number), project)
            with ftp(desk.server, **how) as port:
                address = f"{scheme}://lan@127.0.0.1:{port}/web"
                if scheme == "ftps":
                    desk.target(address)
                    unsure = run(project, "publish")
                    expect("connection-not-secure" in unsure.stderr and not files(desk.server),
                           "FTPS: an unknown certificate is refused", unsure.stderr)
                desk.target(address, more)
                wrong = run(project, "publish", password="sai")
                expect(wrong.returncode == 1 and "login-refused" in wrong.stderr, f"{title}: a wrong password", wrong.stderr)
                # This server takes a quarter of a second to end a connection with TLS, and each file has one of its own.
                if scheme == "ftps":
                    sent = run(project, "publish")
                    expect(sent.returncode == 0 and desk.is_same(), f"{title}: all is sent", sent.stderr)
                else:
                    check_server(desk, title, address, more)
                    check_cuts(desk, title, port, scheme + "://lan@127.0.0.1:{port}/web", more, every)
            gone = run(project, "publish")
            expect(gone.returncode == 1 and "no-connection" in gone.stderr, f"{title}: no server", gone.stderr)
        (folder / "ssh").mkdir()
        desk = Desk(folder / "ssh", project)
        with sftp(folder / "ssh") as (port, key, known):
            address = f"sftp://127.0.0.1:{port}{desk.server}/web".replace("sftp://", f"sftp://{os.environ.get('USER') or 'root'}@")
            more = f"    key: {key}\n    known_hosts: {known}\n"
            desk.target(address, f"    key: {key}\n")
            strange = run(project, "publish", password=None)
            expect("unknown-host-key" in strange.stderr, "SFTP: an unknown server is not trusted", strange.stderr)
            check_server(desk, "SFTP", address, more)
    return close("uploads")


if __name__ == "__main__":
    sys.exit(main())
