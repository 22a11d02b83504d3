"""VungXanh's search beside Pagefind's, on the same built pages: queries answered, bytes loaded, files.

    search.py PORTAL PAGEFIND

PORTAL is a built portal, PAGEFIND the program. Queries are Tests/SearchTests/Data/queries.tsv. Sizes are after gzip.
"""

import gzip
import resource
import shutil
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


def queries() -> list[tuple[str, int, list[str]]]:
    rows = [line.split("\t") for line in QUERIES.read_text().split("\n") if line and not line.startswith("# ")]
    return [(query, int(within), parts.split(" ")) for query, within, parts in rows]


def gzipped(file: Path) -> int:
    # Pagefind's data are gzipped as they lie there.
    bytes = file.read_bytes()
    return min(len(bytes), len(gzip.compress(bytes)))


def ask(new_page: Callable[[], Page], site: Path, find: str) -> dict[str, float]:
    page, loaded = new_page(), []
    page.on("request", lambda request: loaded.append(request.url))
    answered, sizes = 0, []
    for query, within, parts in queries():
        loaded.clear()
        found = page.evaluate(find, query)
        answered += any(part in address for address in found[:within] for part in parts)
        sizes.append(sum(gzipped(site / unquote(urlsplit(url).path).lstrip("/")) for url in set(loaded)))
    return {
        "answered, %": 100 * answered / len(sizes), "first query, KB": sizes[0] / 1024,
        "next, mean KB": statistics.mean(sizes[1:]) / 1024, "next, largest KB": max(sizes[1:]) / 1024,
    }  # fmt: skip


def main() -> int:
    portal, pagefind = Path(sys.argv[1]), sys.argv[2]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        shutil.copytree(portal, site)
        start = time.monotonic()
        subprocess.run([pagefind, "--site", site, "--quiet"], check=True)
        seconds = time.monotonic() - start
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=site))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])

        def new_page() -> Page:
            page = browser.new_page()
            page.goto(f"http://127.0.0.1:{server.server_port}/tim-kiem.html")
            return page

        scripts = sum(gzipped(file) for file in (site / "assets").glob("search*.js"))
        ours, theirs = ask(new_page, site, OURS), ask(new_page, site, THEIRS)
        ours["first query, KB"] += scripts / 1024
        ours["files"] = sum(1 for _ in (site / "assets" / "search").iterdir())
        theirs["files"] = sum(1 for file in (site / "pagefind").rglob("*") if file.is_file())
        browser.close()
        server.shutdown()
    print(f"{'':20}{'VungXanh':>10}{'Pagefind':>10}")
    for name in ours:
        print(f"{name:20}{ours[name]:10.1f}{theirs[name]:10.1f}")
    print(f"Pagefind took {seconds:.1f} s and {memory:.0f} MB; VungXanh's index is part of its build.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
