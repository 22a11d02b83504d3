"""A server that sends a portal's own headers, and a Chromium that tells all that a page tried to do."""

import asyncio
import mimetypes
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from chromium import CHROMIUM
from playwright.async_api import BrowserContext, Error, async_playwright

WORKERS = 4
# Nothing is looked up but this machine, so that an escaped request is seen and goes nowhere.
ARGUMENTS = ["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--no-proxy-server"]
# Before the page's own scripts: headless Chromium prints silently, and the policy tells of what it stopped.
BEFORE = """
window.print = () => { window.vxPwned = "print"; };
window.vxReports = [];
document.addEventListener("securitypolicyviolation", (e) => vxReports.push(`${e.violatedDirective} ${e.blockedURI} ${e.sample}`));
"""
# What would run or ask only when somebody clicks, moves or prints, and what no page of ours has.
AFTER = r"""() => {
  const wrong = [...(window.vxReports ?? [])];
  if (window.vxPwned !== undefined) wrong.push(`vxPwned is ${window.vxPwned}`);
  const plain = new Set(["http:", "https:", "mailto:", "tel:", "sms:"]);
  const never = "iframe, object, embed, base, frame, applet, style, template, foreignObject, a[ping], "
    + "script:not([src]):not([type='application/ld+json'])";
  if (document.contentType === "text/html")
    for (const e of document.querySelectorAll(never)) wrong.push(`element ${e.outerHTML.slice(0, 90)}`);
  for (const e of document.querySelectorAll("*"))
    for (const a of e.attributes) {
      if (/^on/i.test(a.name)) wrong.push(`handler ${a.name}=${a.value}`);
      if (!/^(?:href|src|action|formaction|xlink:href|data|poster|to|values|background)$/i.test(a.name)) continue;
      let to;
      try { to = new URL(a.value, document.baseURI); } catch { wrong.push(`no address: ${a.name}=${a.value}`); continue; }
      if (!plain.has(to.protocol)) wrong.push(`address ${a.name}=${a.value}`);
      if (!["href", "xlink:href"].includes(a.name) && to.origin !== location.origin) wrong.push(`elsewhere: ${a.name}=${a.value}`);
    }
  return wrong;
}"""


def headers_of(portal: Path) -> dict[str, str]:
    """What the portal's rules for nginx send with a page."""
    text = (portal / "server" / "nginx.conf").read_text()
    return dict(re.findall(r'^  add_header ([A-Za-z-]+) "([^"]*)" always;$', text[: text.index("location =")], re.M))


class Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments, sent: dict[str, str], **how):
        self.sent = sent
        super().__init__(*arguments, **how)

    def end_headers(self) -> None:
        for name, value in self.sent.items():
            is_kept = name == "Cache-Control" and "/assets/" in self.path
            self.send_header(name, "max-age=31536000, immutable" if is_kept else value)
        super().end_headers()

    def do_GET(self) -> None:
        # Browsers ask for it wherever a document names no icon, as a text or a drawing.
        if self.path == "/favicon.ico":
            self.send_response(204)
            self.end_headers()
        else:
            super().do_GET()

    def guess_type(self, path) -> str:
        # As the rules do: a name that promises nothing is bytes, and texts say their letters. .xhtm is what Debian's Apache has.
        kind = {".webmanifest": "application/manifest+json", ".xhtm": "application/xhtml+xml"}.get(Path(path).suffix) or mimetypes.guess_type(path)[0]
        return f"{kind}; charset=utf-8" if kind and kind.startswith("text/") else kind or "application/octet-stream"

    def log_message(self, *_) -> None:
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_) -> None:
        """A browser that leaves in the middle of an answer is none."""


@contextmanager
def serving(root: Path, sent: dict[str, str]) -> Iterator[str]:
    with Server(("127.0.0.1", 0), partial(Handler, directory=str(root), sent=sent)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()


class Watch:
    """One tab, and what was found wrong on the page in it."""

    def __init__(self, origin: str):
        self.origin = origin
        self.found: list[str] = []

    async def start(self, context: BrowserContext) -> "Watch":
        self.page = page = await context.new_page()
        page.on("dialog", self.dialog)
        page.on("request", lambda r: None if r.url.startswith(self.origin + "/") else self.found.append(f"request {r.url}"))
        page.on("console", lambda m: self.found.append(f"console {m.text}") if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda e: self.found.append(f"error {e}"))
        page.on("popup", lambda p: self.found.append(f"window {p.url}"))
        page.on("download", lambda d: d.cancel())
        return self

    async def dialog(self, dialog) -> None:
        self.found.append(f"dialog {dialog.message}")
        await dialog.dismiss()

    async def look(self, address: str, after: str = "") -> list[str]:
        """Opens a page; `after` is an expression that holds when it is done."""
        self.found = []
        try:
            await self.page.goto(address, wait_until="load", timeout=15_000)
            if after:
                await self.page.wait_for_function(after, timeout=15_000)
            self.found += await self.page.evaluate(AFTER)
            if not self.page.url.startswith(self.origin + "/"):
                self.found.append(f"went to {self.page.url}")
        except Error as error:
            # A file that is no page is downloaded, and there is nothing to look at.
            if "Download is starting" not in str(error) and "ERR_ABORTED" not in str(error):
                self.found.append(f"not opened: {str(error).splitlines()[0]}")
        return self.found


Asked = tuple[str, str]  # an address, and what holds when it is done


def look_at(origin: str, asked: list[Asked], bypass: bool = False) -> dict[str, list[str]]:
    """What was found wrong at each address.

    - bypass: without the portal's policy, as from a USB stick."""
    return asyncio.run(_look_at(origin, asked, bypass))


async def _look_at(origin: str, asked: list[Asked], bypass: bool) -> dict[str, list[str]]:
    told: dict[str, list[str]] = {}
    waiting = list(reversed(asked))

    async def work(context: BrowserContext) -> None:
        watch = await Watch(origin).start(context)
        while waiting:
            address, after = waiting.pop()
            told[address] = await watch.look(address, after)

    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        context = await browser.new_context(bypass_csp=bypass, reduced_motion="reduce")
        await context.add_init_script(BEFORE)
        await asyncio.gather(*(work(context) for _ in range(WORKERS)))
        await browser.close()
    return told
