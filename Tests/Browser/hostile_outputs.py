"""What machines read of a hostile portal: XML, JSON, and the rules of web servers."""

import json
import re
import shutil
import subprocess
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote, unquote
from xml.etree import ElementTree

from hostile_vectors import Vector

from chromium import expect
from servers import SERVERS

LD = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)
RULES = ("server/nginx.conf", "server/Caddyfile", ".htaccess", "web.config")
QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')


def check_data(portals: list[Path]) -> None:
    """Each feed, map and rule that is XML is well-formed, and each piece of JSON is JSON that no page can be broken out of."""
    for portal in portals:
        for file in [*portal.rglob("*.xml"), portal / "web.config"]:
            try:
                ElementTree.parse(file)
            except ElementTree.ParseError as error:
                expect(False, f"{file.relative_to(portal.parent)} is XML", error)
            else:
                text = file.read_bytes()
                expect(b"<!DOCTYPE" not in text and b"<!ENTITY" not in text, f"{file.name} declares nothing")
        json.loads((portal / "manifest.webmanifest").read_bytes())
        for file in portal.rglob("*.html"):
            for data in LD.findall(file.read_text()):
                try:
                    json.loads(data)
                    expect("<" not in data and "\u2028" not in data, f"{file.name}: its JSON has no sign of HTML or of a line",
                        data[:90])
                except ValueError as error:
                    expect(False, f"{file.relative_to(portal.parent)}: JSON-LD", f"{error} {data[:120]}")


def check_rules(root: Path, site: Path, shown: list[Vector]) -> None:
    """The servers start with the portals' rules, which have no directive that a harmless portal's have not, and send on
    from old addresses to a page of the portal only."""
    host = root / "www"
    shutil.copytree(site / "chinh", host)
    shutil.copytree(site / "trong", host / "trong")
    subprocess.run(["chmod", "-R", "a+rX", root], check=True)
    harmless = root / "units" / "site" / "chinh"
    aliases = [one for one in shown if one.place == "alias"]
    expect(len(aliases) > 2, "some hostile old addresses are published", len(aliases))
    for name in RULES:
        more = directives(host / name) - directives(harmless / name)
        expect(not more, f"{name} has the directives of a harmless portal", sorted(more)[:6])
        expect("hostile.invalid" not in (host / name).read_text() and "X-Evil" not in unquoted(host / name),
            f"{name} names nothing of hostile pages")
    for name, one in SERVERS.items():
        if not one.program:
            expect(False, f"{name} is there; scripts/setup installs it")
            continue
        folder = root / name
        folder.mkdir(mode=0o755)
        with one.running(folder, host, "trong") as port:
            for file in moved(host):
                status, place, headers = ask(port, "/" + quote(file))
                inside = place.removeprefix(f"http://127.0.0.1:{port}")
                expect(status == 301 and inside.startswith("/") and not inside.startswith(("//", "/\\")),
                    f"{name}: /{file} leads on", f"{status} {place}")
                expect((host / unquote(inside).lstrip("/")).is_file(), f"{name}: /{file} leads to a page", place)
                expect("x-evil" not in headers and "content-security-policy" in headers, f"{name}: /{file} has our headers only",
                    headers)
            for path in ("/khong-co", "/etc/passwd", "/server/nginx.conf", "/.htaccess"):
                expect(ask(port, path)[0] == 404, f"{name}: {path} is not there")


def moved(host: Path) -> list[str]:
    """Old addresses of the outer portal: its pages that only lead on."""
    return [str(file.relative_to(host)) for file in sorted(host.rglob("*.html"))
            if not file.is_relative_to(host / "trong") and 'http-equiv="refresh"' in file.read_text()]  # fmt: skip


def unquoted(file: Path) -> str:
    return QUOTED.sub('""', file.read_text())


def directives(file: Path) -> set[str]:
    """The first words of lines, or the elements of web.config."""
    if file.name == "web.config":
        return {one.tag for one in ElementTree.parse(file).iter()}
    return {words[0] for line in file.read_text().splitlines() if (words := line.split()) and not words[0].startswith('"')}


def ask(port: int, path: str) -> tuple[int, str, set[str]]:
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status, unquote(answer.getheader("location") or ""), {name.lower() for name, _ in answer.getheaders()}
