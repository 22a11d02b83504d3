"""What the checks in a real Chromium share, and the way to the modules of those that need none."""

import sys
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

sys.path.append(str(Path(__file__).resolve().parents[1] / "EndToEnd"))
from checks import ROOT, close, expect  # also for those who import this

CHROMIUM = "/usr/bin/chromium"
AXE = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}, "resultTypes": ["violations"]}
TOO_WIDE = """() => {
  const width = document.documentElement.clientWidth;
  if (document.scrollingElement.scrollWidth <= width) return null;
  // The first element that sticks out and has no ancestor that scrolls on its own says where to look.
  for (const e of document.body.querySelectorAll("*")) {
    if (e.getBoundingClientRect().right <= width + 1) continue;
    let inner = false;
    for (let p = e.parentElement; p && p !== document.body; p = p.parentElement)
      inner ||= getComputedStyle(p).overflowX !== "visible";
    if (!inner) return `<${e.tagName.toLowerCase()} class="${e.getAttribute("class") ?? ""}">`;
  }
  return "an element";
}"""
SHIFT = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => { for (const one of list.getEntries()) sum += one.value; })
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(sum), 300);
})"""


class Checker:
    def __init__(self, browser: Browser, portal: Path):
        self.browser, self.portal = browser, portal.resolve()
        self.axe = Axe()

    def expect(self, good: bool, where: str, message: str) -> None:
        expect(good, where, message)

    def open(
        self, file: Path, where: str, width: int = 1280, scheme: str = "light", scripts: bool = True, script: str = "",
    ) -> Page:  # fmt: skip
        """`script` runs before the page's own."""
        # Reduced motion, so that no colour is measured half-way through a transition.
        context = self.browser.new_context(
            viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce",
            java_script_enabled=scripts,
        )  # fmt: skip
        context.add_init_script(script)
        page = context.new_page()
        inside = self.portal.as_uri() + "/"
        outside: list[str] = []
        errors: list[str] = []
        page.on("request", lambda r: None if r.url.startswith(inside) else outside.append(r.url))
        page.on("requestfailed", lambda r: errors.append(f"{r.url} could not be loaded"))
        page.on("console", lambda m: errors.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda e: errors.append(str(e)))
        page.goto(file.resolve().as_uri(), wait_until="load")
        self.expect(not outside, where, f"requests outside the portal's folder: {outside}")
        self.expect(not errors, where, f"console: {errors}")
        return page
