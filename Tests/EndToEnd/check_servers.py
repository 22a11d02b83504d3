"""The rules for web servers, as Nginx, Apache and Caddy follow them: two portals on one host, one inside the other.

    check_servers.py

Includes the shipped files as docs/servers.md says, asks each server for the same addresses and compares status,
headers, compression and text. Prints each failure and a closing line; exit status 1 when there is one.
"""

import gzip
import json
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path
from typing import NamedTuple

from checks import ROOT, close, expect, tool
from servers import SERVERS

INNER = "khong-gian-mang"
HEADERS = {
    "content-security-policy": "default-src 'none'", "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin", "permissions-policy": "accelerometer=()",
    "cross-origin-opener-policy": "same-origin", "cross-origin-resource-policy": "same-origin",
    "strict-transport-security": "max-age=31536000",
}
ASKING, HOUR, FOREVER = "no-cache", "public, max-age=3600", "public, max-age=31536000, immutable"
ASSET_TYPES = {
    "css": "text/css", "js": ("text/javascript", "application/javascript"), "png": "image/png", "svg": "image/svg+xml",
}
SMALL = 512  # bytes that servers need not compress
# What a hostile editor could try: none of it may reach a rule, or break one.
HOSTILE = "'\"; } location / { return 200; } # </IfModule> {$HOME} ${1} %{HTTP_HOST} <&> \\\\1"


# MARK: The project


def picture() -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", 8, 8, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 72)) + chunk(b"IEND", b"")


def write_project(project: Path) -> None:
    def write(path: str, content: str | bytes) -> None:
        file = project / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)

    shutil.copytree(ROOT / "themes/vung-xanh", project / "themes/vung-xanh")
    write("content/site.yaml", "name: Thử máy chủ\nmain_portal: ngoai\n")
    for portal, path in (("ngoai", "/"), ("trong", f"/{INNER}/")):
        write(f"content/portals/{portal}/portal.yaml", "".join(f"{key}: {value}\n" for key, value in (
            ("name", "Phường Thử"), ("title", json.dumps("Thử " + HOSTILE)), ("url", f"https://thu.example{path}"),
            ("body", "UBND"), ("responsible", "A"), ("address", "B"), ("phone", "024 0000 0000"), ("email", "d@thu.example"), ("https_only", "true"))))
    write("content/withdrawn.yaml", "withdrawn:\n" + "".join(
        f"  - path: {path}\n    on: 2026-11-20\n    addresses: [ngoai/{address}, trong/{address}]\n" for path, address in (
            ("content/huong-dan/bai-sai.md", "huong-dan/bai-sai.html"), ("content/huong-dan/anh-xin-go.jpg", "huong-dan/anh-xin-go.jpg"))))
    write("content/_index.md", "---\ntitle: Trang chủ\n---\n\nChào bạn.\n")
    write("content/huong-dan/_index.md", "---\ntitle: Hướng dẫn\n---\n")
    write("content/server.md", "---\ntitle: Máy chủ\n---\n\nMột trang trùng tên thư mục.\n")
    write("content/huong-dan/mat-khau.md", f"---\ntitle: {json.dumps(HOSTILE)}\ndate: 2026-11-01\n"
          "aliases: [/cu/mat-khau.html, /cu/muc/, /Cu/Hoa.html]\n---\n\n" + "Đặt mật khẩu dài mà dễ nhớ. " * 60 + "\n")
    write("content/huong-dan/lich/index.md", "---\ntitle: Lịch\nattachments:\n  - { file: lich.ics, title: Lịch }\n"
          "  - { file: mau.pdf, title: Mẫu }\n---\n\n![Một ô đen](anh.png)\n")
    write("content/huong-dan/lich/anh.png", picture())
    write("content/huong-dan/lich/mau.pdf", b"%PDF-1.4\n%%EOF\n")
    write("content/huong-dan/lich/lich.ics", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n")


def build(folder: Path) -> Path:
    """The host's folder: the outer portal with the inner one in it, and what an administrator may have left there."""
    project, site, host = folder / "duan", folder / "site", folder / "www"
    write_project(project)
    run = tool("build", "--project", project, "--output", site, "--date", "2026-11-24")
    if run.returncode:
        sys.exit(f"check_servers: the project was not built\n{run.stdout}{run.stderr}")
    (site / "ngoai").rename(host)
    (site / "trong").rename(host / INNER)
    for portal in (host, host / INNER):
        for name, text in ((".well-known/acme-challenge/ma", "ma"), (".well-known/.htpasswd", "x"), (".git/config", "x"),
                           ("huong-dan/.env", "x"), (".DS_Store", "x"), ("assets/.DS_Store", "x")):
            (portal / name).parent.mkdir(parents=True, exist_ok=True)
            (portal / name).write_text(text)
    subprocess.run(["chmod", "-R", "a+rX", folder], check=True)
    return host


# MARK: Questions


class Answer(NamedTuple):
    status: int
    headers: HTTPMessage
    body: bytes

    def header(self, name: str) -> str:
        return ", ".join(self.headers.get_all(name, []))


class Server:
    def __init__(self, name: str, port: int):
        self.name, self.port = name, port

    def ask(self, path: str, **headers: str) -> Answer:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=5)
        connection.putrequest("GET", path, skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        response = connection.getresponse()
        answer = Answer(response.status, response.headers, response.read())
        connection.close()
        return answer


def has_headers(server: Server, path: str, answer: Answer) -> None:
    for name, value in HEADERS.items():
        sent = answer.headers.get_all(name, [])
        expect(len(sent) == 1 and sent[0].startswith(value), f"{server.name} {path} {name}", sent)


def shows(server: Server, base: str, path: str, keeping: str, type: str | tuple[str, ...], is_text: bool = True) -> None:
    what = f"{server.name} {base}{path}"
    plain = server.ask(base + path)
    expect(plain.status == 200, what, plain.status)
    expect(plain.header("content-type").replace(" ", "").lower().startswith(type), f"{what} type", plain.header("content-type"))
    expect(plain.header("cache-control") == keeping, f"{what} is kept", plain.header("cache-control"))
    expect(not plain.header("content-encoding"), f"{what} as it is", plain.header("content-encoding"))
    has_headers(server, base + path, plain)
    packed = server.ask(base + path, Accept_Encoding="gzip")
    if not is_text or len(plain.body) >= SMALL:
        expect((packed.header("content-encoding") == "gzip") == is_text, f"{what} compressed", packed.header("content-encoding"))
    if packed.header("content-encoding") == "gzip":
        expect(gzip.decompress(packed.body) == plain.body, f"{what} unpacked", "other bytes")
        expect("accept-encoding" in packed.header("vary").lower(), f"{what} varies", packed.header("vary"))
    tag = packed.header("etag")
    again = server.ask(base + path, Accept_Encoding="gzip", If_None_Match=tag)
    expect(bool(tag) and again.status == 304, f"{what} is asked again", f"{tag} {again.status}")
    since = server.ask(base + path, If_Modified_Since=plain.header("last-modified"))
    expect(since.status == 304, f"{what} since its time", since.status)


def moves(server: Server, base: str, path: str, target: str) -> None:
    for query in ("", "?q=tre%20em&trang=2"):
        answer = server.ask(base + path + query)
        place = answer.header("location").removeprefix(f"http://127.0.0.1:{server.port}")
        expect((answer.status, place) == (301, base + target + query), f"{server.name} {base}{path}{query}", f"{answer.status} {place}")
    has_headers(server, base + path, answer)


def misses(server: Server, base: str, path: str, page: bytes, status: int = 404) -> None:
    answer = server.ask(base + path)
    expect(answer.status == status, f"{server.name} {base}{path}", f"{answer.status} {answer.header('location')}")
    expect(answer.body == page, f"{server.name} {base}{path} page", answer.body[:80])
    expect(answer.header("cache-control") == ASKING, f"{server.name} {base}{path} is kept", answer.header("cache-control"))
    has_headers(server, base + path, answer)


def asks_all(server: Server, host: Path, base: str) -> None:
    folder = host / base.strip("/")
    missing = (folder / "404.html").read_bytes()
    assets = sorted(p.name for p in (folder / "assets").iterdir() if p.is_file() and not p.name.startswith("."))
    html = "text/html;charset=utf-8"
    for path in ("", "huong-dan.html", "huong-dan/mat-khau", "huong-dan/mat-khau.html", "tim-kiem.html?q=a"):
        shows(server, base, path, ASKING, html)
    for path in ("huong-dan", "server"):  # pages whose name a folder has too: Apache wants to lead there
        if server.name == "apache":
            moves(server, base, path, path + ".html")
        else:
            shows(server, base, path, ASKING, html)
    for path in ("feed.xml", "sitemap.xml"):
        shows(server, base, path, ASKING, ("text/xml", "application/xml"))
    shows(server, base, "manifest.webmanifest", ASKING, "application/manifest+json")
    shows(server, base, "robots.txt", ASKING, "text/plain")
    shows(server, base, "huong-dan/lich/lich.ics", ASKING, "text/calendar")
    shows(server, base, "huong-dan/lich/anh.png", HOUR, "image/png", False)
    shows(server, base, "huong-dan/lich/mau.pdf", HOUR, "application/pdf", False)
    for name in assets:
        ending = name.rpartition(".")[2]
        shows(server, base, f"assets/{name}", FOREVER, ASSET_TYPES[ending], ending != "png")
    shows(server, base, "assets/search/core.js?v=1", FOREVER, ASSET_TYPES["js"])
    if base == "/":  # nobody asks for it elsewhere (RFC 8615)
        well_known = server.ask("/.well-known/acme-challenge/ma")
        expect((well_known.status, well_known.body) == (200, b"ma"), f"{server.name} .well-known", well_known.status)

    for path in ("huong-dan/", "huong-dan/mat-khau/", "huong-dan/lich/", "server/"):
        moves(server, base, path, path.rstrip("/") + ".html")
    for path in ("cu/mat-khau.html", "cu/mat-khau", "cu/mat-khau/", "cu/muc", "cu/muc/", "cu/muc/index.html", "cu/muc/index",
                 "Cu/Hoa.html", "Cu/Hoa"):
        moves(server, base, path, "huong-dan/mat-khau.html")

    gone = (folder / "410.html").read_bytes()
    for path in ("huong-dan/bai-sai.html", "huong-dan/bai-sai", "huong-dan/bai-sai/", "huong-dan/anh-xin-go.jpg", "huong-dan/bai-sai?q=1"):
        misses(server, base, path, gone, 410)
    for path in ("khong-co", "khong-co/", "khong-co.html", "khong-co/x", "khong-co.png", "khong-co?q=1", "huong-dan/khong-co/",
                 "huong-dan/mat-khau/x", "huong-dan/mat-khau.html/", "assets/", "assets", "assets/khong-co.css", "assets/search/",
                 "cu/", "cu/Mat-Khau.html", "cu/hoa", "web.config", "server/nginx.conf", "server/Caddyfile", ".htaccess", ".git/config",
                 ".git/", ".DS_Store", "assets/.DS_Store", "huong-dan/.env", ".well-known/.htpasswd", ".well-known/", "%2e/.htaccess"):
        misses(server, base, path, missing)
    for path in ("/evil.example/", "%5cevil.example/", "%2f%2fevil.example/", "/evil.example/%2e%2e", "huong-dan/%0d%0aX-Evil:1/"):
        answer = server.ask(base + path)
        expect("evil.example" not in answer.header("location") and not answer.header("x-evil"),
               f"{server.name} {base}{path}", dict(answer.headers))


def main() -> int:
    absent = [name for name, one in SERVERS.items() if not one.program]
    if absent:
        print(f"check_servers: without {', '.join(absent)}; scripts/setup installs all")
        return 1
    with tempfile.TemporaryDirectory() as temporary:
        host = build(Path(temporary))
        for name, one in SERVERS.items():
            folder = Path(temporary) / name
            folder.mkdir(mode=0o755)
            with one.running(folder, host, INNER) as port:
                server = Server(name, port)
                for base in ("/", f"/{INNER}/"):
                    asks_all(server, host, base)
                moves(server, f"/{INNER}", "", "/")
    return close()


if __name__ == "__main__":
    sys.exit(main())
