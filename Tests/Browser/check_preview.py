"""The preview in a real Chromium: edit, see it change, break it, see the message, mend it, see it gone.

    check_preview.py

Prints each failure and a closing line; exit status 1 when there is one.
"""

import http.client
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from chromium import AXE, CHROMIUM, ROOT, Checker, close
from playwright.sync_api import Browser, Page, sync_playwright

GUIDE = "content/huong-dan/mat-khau.md"
ADDRESS = "ba-dinh/huong-dan/mat-khau.html"
DRAFT = "content/huong-dan/ban-nhap-xem-thu.md"
PAINTED = "() => performance.getEntriesByName('vungxanh-painted').map((mark) => performance.timeOrigin + mark.startTime)"


@contextmanager
def previewing(project: Path, before: list[str] = []) -> Iterator[tuple[str, int]]:
    """Yields the address of a preview of the project, and its port.

    - before: a command that starts it."""
    command = [*before, ROOT / "vungxanh", "preview", "--project", project, "--date", "2026-11-24", "--port", "4100"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            line = process.stdout.readline()
            address = line.split()[-1]
            yield address, int(address.rstrip("/").rpartition(":")[2])
        finally:
            process.terminate()


def alert(page: Page):
    return page.locator("vungxanh-panel .vx-alert")


def shows(checker: Checker, page: Page, what: str, text: str, selector: str = "main", within: float = 5000) -> None:
    try:
        page.locator(selector).get_by_text(text).first.wait_for(timeout=within)
        checker.expect(True, what, "")
    except Exception:  # Playwright's own timeout, whose message is a page long
        checker.expect(False, what, f"no “{text}” within {within / 1000} s")


def accessible(checker: Checker, page: Page, what: str, console: list[str]) -> None:
    said = list(console)
    found = checker.axe.run(page, options=AXE).response["violations"]
    console[:] = said  # axe itself tries a style that the pages' policy refuses
    lines = [f"{v['id']} ({v['help']}): {n['html'][:160]}" for v in found for n in v["nodes"][:3]]
    checker.expect(not found, what, "axe\n    " + "\n    ".join(lines))


def follows_what_is_saved(checker: Checker, page: Page, project: Path, address: str, console: list[str]) -> None:
    guide = project / GUIDE
    text = guide.read_text("utf-8")
    page.goto(address + ADDRESS)
    page.wait_for_load_state("networkidle")
    page.evaluate("() => { scrollTo(0, document.body.scrollHeight / 2); window.stays = true; }")
    place = page.evaluate("() => scrollY")
    saved = time.time()
    guide.write_text(text + "\nĐoạn này vừa được thêm vào.\n", "utf-8")
    shows(checker, page, "an edit shows", "Đoạn này vừa được thêm vào.")
    page.wait_for_function(f"({PAINTED})().length > 0")
    took = page.evaluate(PAINTED)[-1] - saved * 1000
    print(f"saved to painted: {took:.0f} ms")
    checker.expect(page.evaluate("() => window.stays === true"), "no reload", "the page was loaded anew")
    checker.expect(abs(page.evaluate("() => scrollY") - place) < 3, "the reader's place", "the page moved")

    guide.write_text(text.replace("---\n", "---\ntitel: Sai\n", 1), "utf-8")
    shows(checker, page, "a broken page says so", "“titel”", "vungxanh-panel .vx-alert")
    checker.expect("titel: Sai" in alert(page).inner_text(), "the excerpt", alert(page).inner_text())
    checker.expect("cách sửa" in alert(page).inner_text().lower(), "the remedy", alert(page).inner_text())
    accessible(checker, page, "the message", console)
    guide.write_text("---\ntitle: [\n---\n", "utf-8")
    shows(checker, page, "front matter that cannot be read", ":2:", "vungxanh-panel .vx-alert")
    checker.expect(page.locator("main h1").count() == 1, "what could be read last stays", "it went")
    guide.write_text(text, "utf-8")
    alert(page).wait_for(state="hidden", timeout=5000)
    checker.expect(True, "mended, the message is gone", "")
    link = text + "\nMột [liên kết hỏng](khong-co-trang-nay.md).\n"
    guide.write_text(link, "utf-8")
    shows(checker, page, "a broken link says so", "khong-co-trang-nay.md", "vungxanh-panel .vx-alert .vx-message")
    page.keyboard.press("Escape")
    checker.expect(alert(page).is_hidden(), "Escape puts it aside", "it stayed")
    guide.write_text(text, "utf-8")


def swaps_a_style(checker: Checker, page: Page, project: Path) -> None:
    page.evaluate("() => { window.stays = true; }")
    style = project / "themes/vung-xanh/assets/style.css"
    old = style.read_text("utf-8")
    style.write_text(old + "\nmain h1 { letter-spacing: 7px; }\n", "utf-8")
    page.wait_for_function("() => getComputedStyle(document.querySelector('main h1')).letterSpacing === '7px'")
    checker.expect(page.evaluate("() => window.stays === true"), "a style is swapped without a reload", "reloaded")
    style.write_text(old, "utf-8")
    layout = project / "themes/vung-xanh/layouts/page.mustache"
    template = layout.read_text("utf-8")
    layout.write_text(template + "{{khong_co_truong}}", "utf-8")
    shows(checker, page, "a broken template says so", "khong_co_truong", "vungxanh-panel .vx-alert .vx-message")
    layout.write_text(template, "utf-8")
    alert(page).wait_for(state="hidden", timeout=5000)


def marks_what_readers_cannot_see(checker: Checker, page: Page, project: Path, address: str) -> None:
    page.goto(address + "ba-dinh/huong-dan.html")
    page.wait_for_load_state("networkidle")
    draft = project / DRAFT
    draft.write_text("---\ntitle: Bài đang viết dở\ndraft: true\n---\n\n## Một đề mục\n\nChưa xong.\n", "utf-8")
    shows(checker, page, "a new file is listed", "Bài đang viết dở")
    page.wait_for_selector("a[data-vx]", timeout=5000)
    checker.expect("Bài đang viết dở" in page.locator("a[data-vx]").first.inner_text(), "a draft is marked", "another is")
    page.goto(address + "ba-dinh/huong-dan/ban-nhap-xem-thu.html")
    shows(checker, page, "the draft's page says what it is", "Bản nháp", "vungxanh-panel .vx-strip")
    page.wait_for_function("() => document.querySelector('main h2 a')")
    checker.expect(page.locator("main h2 a[data-vx]").count() == 0, "the draft's own headings are not marked", "they are")
    draft.write_text("---\ntitle: {\n---\n", "utf-8")
    page.goto(address + "ba-dinh/huong-dan.html")
    draft.unlink()
    page.wait_for_function("() => document.querySelector('main')?.innerText.includes('Bài đang viết dở') === false")
    draft.write_text("---\ntitle: {\n---\n", "utf-8")
    time.sleep(0.3)
    page.goto(address + "ba-dinh/huong-dan/ban-nhap-xem-thu.html")
    shows(checker, page, "a page that never could be read", "ban-nhap-xem-thu.md:2", "body")
    draft.write_text("---\ntitle: Nay đọc được\n---\n\nRồi.\n", "utf-8")
    shows(checker, page, "it appears once mended", "Nay đọc được", "h1")
    draft.unlink()


def tells_about_a_page(checker: Checker, page: Page, address: str, console: list[str]) -> None:
    page.goto(address + ADDRESS)
    bar = page.locator("vungxanh-panel .vx-bar")
    bar.get_by_role("button", name="Thông tin trang").click()
    text = bar.inner_text()
    for wanted in (GUIDE, "Phụ trách", "Xem lại trước", "phút đọc", "Được dẫn từ", "Vùng xanh phường Cống Vị"):
        checker.expect(wanted in text, f"the panel has “{wanted}”", text)
    accessible(checker, page, "the panel", console)
    bar.locator("select").select_option("cong-vi")
    page.wait_for_url("**/cong-vi/huong-dan/mat-khau.html")
    checker.expect("Cống Vị" in page.title(), "the switcher leads to the same page", page.title())
    page.goto(address + "cong-vi/tim-kiem.html?q=tre%20em")
    page.locator(".search-results li").first.wait_for(timeout=10000)
    checker.expect(True, "search works", "")
    for name in ("ba-dinh/khong-co", "khong-co/"):
        page.goto(address + name)
        checker.expect(bool(page.title()), f"{name} has an answer", "an empty page")


def refuses_what_no_page_asks(checker: Checker, port: int) -> None:
    def status(method: str, path: str, host: str | None = None) -> int:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        connection.putrequest(method, path, skip_host=True)
        connection.putheader("Host", host or f"127.0.0.1:{port}")
        connection.endheaders()
        return connection.getresponse().status

    checker.expect(status("GET", "/ba-dinh/") == 200, "GET", "refused")
    checker.expect(status("HEAD", "/ba-dinh/") == 200, "HEAD", "refused")
    checker.expect(status("GET", "/ba-dinh/", f"localhost:{port}") == 200, "localhost", "refused")
    for method in ("POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"):
        checker.expect(status(method, "/ba-dinh/") == 405, method, "not refused")
    for host in ("evil.example", f"evil.example:{port}", "127.0.0.1.evil.example", f"127.0.0.1:{port + 1}", ""):
        checker.expect(status("GET", "/ba-dinh/", host or " ") == 421, f"Host: {host}", "not refused")
    for path in ("/ba-dinh/../../etc/passwd", "/ba-dinh/%2e%2e/%2e%2e/etc/passwd", "/ba-dinh/..%2f..%2fetc/passwd",
                 "/ba-dinh/%00", "/ba-dinh/..%5c..%5cx", "/..", "/ba-dinh//etc/passwd", "/content/site.yaml"):
        told = status("GET", path)
        checker.expect(told in (302, 400, 404), path, f"answered {told}")
    listening = [line.split()[1] for line in Path("/proc/net/tcp").read_text().splitlines()[1:]
                 if line.split()[3] == "0A" and line.split()[1].endswith(f":{port:04X}")]
    checker.expect(listening == [f"0100007F:{port:04X}"], "only this machine is answered", str(listening))


def answers_many_tabs(checker: Checker, browser: Browser, project: Path, address: str) -> None:
    """A browser opens six connections to a host: more pages than that may be open, and each follows."""
    context = browser.new_context(locale="vi-VN")
    context.set_default_timeout(5000)
    pages = [context.new_page() for _ in range(9)]
    for number, page in enumerate(pages):
        page.goto(address + ADDRESS)
        page.wait_for_load_state("networkidle")
        checker.expect(bool(page.title()), f"tab {number + 1}", "an empty page")
    for number, page in enumerate(pages):
        page.locator("nav a[href]").first.click()
        page.wait_for_load_state()
        checker.expect(not page.url.endswith(ADDRESS), f"a click in tab {number + 1}", page.url)
        page.goto(address + ADDRESS)
        page.wait_for_load_state("networkidle")
    guide = project / GUIDE
    text = guide.read_text("utf-8")
    for line in ("Câu này mọi thẻ đều thấy.", "Câu này thấy được cả khi thẻ đầu đã đóng."):
        guide.write_text(f"{text}\n{line}\n", "utf-8")
        for number, page in enumerate(pages):
            shows(checker, page, f"{len(pages)} tabs, the {number + 1}. follows", line)
        pages.pop(0).close()  # which listened for the others
        time.sleep(0.5)
    guide.write_text(text, "utf-8")
    context.close()


def outlives_what_holds_connections(checker: Checker, project: Path) -> None:
    """Connections that ask nothing are closed in time, and running out of descriptors is not the end."""
    with previewing(project, ["prlimit", "--nofile=64:64"]) as (address, port):
        def good(within: float) -> bool:
            until = time.monotonic() + within
            while time.monotonic() < until:
                try:
                    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
                    connection.request("GET", "/ba-dinh/")
                    if connection.getresponse().status == 200:
                        return True
                except OSError:
                    time.sleep(0.2)
                except http.client.HTTPException:
                    time.sleep(0.2)
            return False

        checker.expect(good(5), "an answer at first", "none")
        held: list[socket.socket] = []
        for _ in range(150):
            try:
                held.append(socket.create_connection(("127.0.0.1", port), 2))
            except OSError:
                break
        checker.expect(good(20), "an answer after descriptors ran out", "none in 20 s")
        for one in held:
            one.close()
        idle, slow, fast = (socket.create_connection(("127.0.0.1", port), 2) for _ in range(3))
        idle.settimeout(20)
        for what, endless, piece, pause, bound in (("fast", fast, 65536, 0, 8), ("slowly", slow, 512, 0.05, 15)):
            started = time.monotonic()
            try:
                endless.sendall(b"GET / HTTP/1.1\r\nX-Endless: ")
                while time.monotonic() - started < bound:
                    endless.sendall(b"a" * piece)
                    time.sleep(pause)
            except OSError:  # it was cut off, or nobody read it any more
                pass
            took = time.monotonic() - started
            checker.expect(took < bound, f"a header line without an end, {what} sent, is cut off", f"not within {took:.0f} s")
            checker.expect(good(2), f"an answer after that, {what}", "none")
        checker.expect(idle.recv(1) == b"", "a connection that asks nothing is closed", "open")
        checker.expect(good(2), "an answer in the end", "none")
        for one in (idle, slow, fast):
            one.close()


def main() -> int:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        project = Path(folder) / "dự án"
        for name in ("content", "themes"):
            shutil.copytree(ROOT / name, project / name)
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        checker = Checker(browser, project)
        with previewing(project) as (address, port), previewing(project) as (_, second):
            checker.expect(second != port, "a taken port is passed over", f"both have {port}")
            page = browser.new_page(viewport={"width": 1280, "height": 800}, locale="vi-VN")
            console: list[str] = []
            page.on("pageerror", lambda error: console.append(str(error)))
            page.on("console", lambda line: console.append(line.text) if line.type == "error" else None)
            follows_what_is_saved(checker, page, project, address, console)
            swaps_a_style(checker, page, project)
            marks_what_readers_cannot_see(checker, page, project, address)
            tells_about_a_page(checker, page, address, console)
            refuses_what_no_page_asks(checker, port)
            answers_many_tabs(checker, browser, project, address)
            said = [line for line in console if "404" not in line]
            checker.expect(not said, "the console", str(said))
        outlives_what_holds_connections(checker, project)
        return close()


if __name__ == "__main__":
    sys.exit(main())
