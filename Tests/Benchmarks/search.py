"""VungXanh's search beside Pagefind's, on the same built pages: index time and memory, files, bytes, queries answered.

    search.py VUNGXANH PAGEFIND PROJECT [PORTAL]

The first two are the programs. With PORTAL the queries are Tests/SearchTests/Data/queries.tsv; without, words that stand
side by side in pages of the first portal, and a query is answered when they do in the first page found. Sizes are after
gzip.
"""

import gzip
import html
import json
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Page, sync_playwright

QUERIES = Path(__file__).parents[1] / "SearchTests" / "Data" / "queries.tsv"
# A query, and whether the addresses found, best first, answer it.
Query = tuple[str, Callable[[list[str]], bool]]
OURS = """(query) => new Promise((done) => {
  const page = document.querySelector(".search-page");
  window.index ??= new VungXanhIndex(page.dataset.folder, page.dataset.version);
  index.find(query, { isTyping: false }, (answer) => {
    const hits = index.select(answer, { section: "", audience: "", portal: "" }, 5).hits;
    index.cards(hits, (cards) => done(cards.map((card) => card.href)));
  });
})"""
THEIRS = """async (query) => {
  window.pagefind ??= await import("/pagefind/pagefind.js");
  const found = await pagefind.search(query);
  return (await Promise.all(found.results.slice(0, 5).map((one) => one.data()))).map((one) => one.url);
}"""


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *arguments: object) -> None:
        pass


def table() -> list[Query]:
    rows = [line.split("\t") for line in QUERIES.read_text().split("\n") if line and not line.startswith("# ")]

    def answers(within: int, parts: list[str], found: list[str]) -> bool:
        return any(part in address for address in found[:within] for part in parts)

    return [(query, partial(answers, int(within), parts.split(" "))) for query, within, parts in rows]


def made_up(site: Path, count: int = 40) -> list[Query]:
    chance = random.Random(1)

    def text(file: Path) -> str:
        main = file.read_text().split("<main", 1)[-1].split("</main>", 1)[0]
        inline = re.sub(r"</?(a|em|strong|code|del)\b[^>]*>", "", main.replace("\n", " "))
        return re.sub(r" +", " ", html.unescape(re.sub(r"<[^>]+>", "\n", inline))).lower()

    def answers(query: str, found: list[str]) -> bool:
        return bool(found) and query in text(site / unquote(urlsplit(found[0]).path).lstrip("/"))

    files = sorted(site.glob("*/*.html"))
    queries = [chance.choice(re.findall(r"[^\W\d_]+ [^\W\d_]+", text(chance.choice(files)))) for _ in range(count)]
    return [(query, partial(answers, query)) for query in queries]


def gzipped(file: Path) -> int:
    # Pagefind's data are gzipped as they lie there.
    bytes = file.read_bytes()
    return min(len(bytes), len(gzip.compress(bytes)))


def ask(new_page: Callable[[], Page], site: Path, find: str, queries: list[Query]) -> dict[str, float]:
    page, loaded = new_page(), []
    page.on("request", lambda request: loaded.append(request.url))
    answered, sizes = 0, []
    for query, is_answered in queries:
        loaded.clear()
        answered += is_answered(page.evaluate(find, query))
        sizes.append(sum(gzipped(site / unquote(urlsplit(url).path).lstrip("/")) for url in set(loaded)))
    return {
        "answered, %": 100 * answered / len(sizes), "first query, KB": sizes[0] / 1024,
        "next, mean KB": statistics.mean(sizes[1:]) / 1024, "next, largest KB": max(sizes[1:]) / 1024,
    }  # fmt: skip


def main() -> int:
    vungxanh, pagefind, project, portal = (sys.argv[1:] + [""])[:4]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        output = Path(folder)
        build = [vungxanh, "build", "--project", project, "--output", output, "--json"]
        report = json.loads(subprocess.run(build, check=True, capture_output=True).stdout)
        site = output / (portal or report["portals"][0]["id"])
        start = time.monotonic()
        subprocess.run([pagefind, "--site", site, "--quiet"], check=True, stderr=subprocess.DEVNULL)
        seconds = time.monotonic() - start
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=site))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])

        def new_page() -> Page:
            page = browser.new_page()
            page.goto(f"http://127.0.0.1:{server.server_port}/tim-kiem.html")
            return page

        queries = table() if portal else made_up(site)
        ours, theirs = ask(new_page, site, OURS, queries), ask(new_page, site, THEIRS, queries)
        ours["first query, KB"] += sum(gzipped(file) for file in (site / "assets").glob("search*.js")) / 1024
        ours["files"] = sum(1 for _ in (site / "assets" / "search").iterdir())
        theirs["files"] = sum(1 for file in (site / "pagefind").rglob("*") if file.is_file())
        # Of all portals here, of the one there.
        ours["index, s"], theirs["index, s"] = report["stages"]["index"], seconds
        # Of the whole build here, of the index alone there.
        ours["memory, MB"], theirs["memory, MB"] = report["peak_memory"] / 1e6, memory * 1.048576
        browser.close()
        server.shutdown()
    print(f"{len(queries)} queries       {'VungXanh':>10}{'Pagefind':>10}")
    for name in ours:
        print(f"{name:20}{ours[name]:10.1f}{theirs[name]:10.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
