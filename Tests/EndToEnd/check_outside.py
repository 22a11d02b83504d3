"""`check --links` from the command line, against a server on this machine.

Prints each failure and a closing line; exit status 1 when there is one.
"""

import json
import os
import sys
import tempfile
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from checks import close, expect, tool


class Site(BaseHTTPRequestHandler):
    asked: list[str] = []

    def do_HEAD(self) -> None:
        Site.asked.append(self.path)
        self.send_response(200 if self.path == "/ok" else 404)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_HEAD

    def log_message(self, format: str, *arguments: object) -> None:
        pass


def check(project: Path, cache: Path, *options: str) -> tuple[int, list[dict]]:
    run = tool("check", "--project", project, "--format", "json", "--notes", *options, env=os.environ | {"XDG_CACHE_HOME": str(cache)})
    return run.returncode, [one for one in json.loads(run.stdout)["diagnostics"] if one["code"].startswith("outside-")]


def main() -> int:
    # 127.0.0.1 is the preview’s: links to it are refused.
    server = ThreadingHTTPServer(("127.0.0.2", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.2:{server.server_port}"
    with tempfile.TemporaryDirectory() as folder:
        project, cache = Path(folder) / "dự án", Path(folder) / "cache"
        cache.mkdir()
        tool("init", project, check=True)
        for page in (project / "content").rglob("*.md"):
            # Only this server is to be asked.
            page.write_text(page.read_text("utf-8").replace("https://", f"{address}/ok?"), "utf-8")
        page = project / "content/huong-dan/cap-nhat-dien-thoai.md"
        page.write_text(page.read_text("utf-8") + f"\n[Còn]({address}/ok) và [mất]({address}/gone).\n", "utf-8")
        lines = page.read_text("utf-8").splitlines()
        status, told = check(project, cache)
        expect(status == 0 and not told and not Site.asked, "without --links nobody is asked", (told, Site.asked))
        status, told = check(project, cache, "--links")
        expect({one["code"] for one in told} == {"outside-link-private"}, "this machine is no outside", told)
        expect(not Site.asked, "and it is not asked", Site.asked)
        status, told = check(project, cache, "--links", "--intranet")
        broken = [one for one in told if one["code"] == "outside-link-broken" and "/gone" in one["message"]]
        expect(len(broken) == 1 and status == 0, "a page that is gone is a warning", told)
        if broken:
            where = (broken[0]["file"], broken[0]["line"], broken[0]["severity"])
            expect(where == ("content/huong-dan/cap-nhat-dien-thoai.md", len(lines), "warning"), "its place", where)
            column = lines[-1].index(f"{address}/gone") + 1
            expect(broken[0]["column"] == column, "its column", broken[0]["column"])
        expect("/ok" in Site.asked and "/gone" in Site.asked, "both are asked", Site.asked)
        count = len(Site.asked)
        check(project, cache, "--links", "--intranet")
        expect(len(Site.asked) == count, "answers are kept", Site.asked[count:])
    return close()


if __name__ == "__main__":
    sys.exit(main())
