// The bar at the foot of a previewed page, and what is wrong with the page above it. In a shadow root, so that the
// theme's styles and this one's leave each other alone.
"use strict";
const VungXanhPanel = (() => {
  const vietnamese = {
    panel: "Xem thử", portal: "Cổng", more: "Thông tin trang", less: "Thu gọn", all: "Toàn bộ lỗi",
    errors: "lỗi", warnings: "cảnh báo", fine: "Trang này ổn", built: "Dựng được", mend: "Cần sửa", remedy: "Cách sửa",
    hide: "Ẩn", source: "Tệp", state: "Trạng thái", owner: "Phụ trách", review: "Xem lại trước", length: "Độ dài",
    ease: "Dễ đọc", links: "Được dẫn từ", portals: "Hiện ở", notes: "Nên xem lại", none: "không có",
    noOwner: "chưa ghi (thêm owner)", noReview: "chưa ghi (thêm review_by)", overdue: "đã quá hạn",
    published: "Đã đăng", draft: "Bản nháp", future: "Chưa tới ngày đăng", expired: "Đã hết hạn",
    size: (r) => `${r.syllables} tiếng, khoảng ${r.minutes} phút đọc`,
    sentences: (r) => r.long_sentences ? `${r.long_sentences} trong ${r.sentences} câu dài quá 30 tiếng, dài nhất: “${r.longest}…”` : `${r.sentences} câu, không câu nào dài quá 30 tiếng`,
    others: (count) => ` và ${count} nơi khác`,
    generated: "Trang này do máy lập, không có tệp riêng",
  };
  const english = {
    panel: "Preview", portal: "Portal", more: "About this page", less: "Close", all: "All problems",
    errors: "errors", warnings: "warnings", fine: "This page is fine", built: "It builds", mend: "To mend", remedy: "Remedy",
    hide: "Hide", source: "File", state: "State", owner: "Owner", review: "Review by", length: "Length",
    ease: "Ease", links: "Linked from", portals: "Shown on", notes: "Worth a look", none: "none",
    noOwner: "not given (add owner)", noReview: "not given (add review_by)", overdue: "overdue",
    published: "Published", draft: "Draft", future: "Not published yet", expired: "Expired",
    size: (r) => `${r.syllables} syllables, about ${r.minutes} min to read`,
    sentences: (r) => r.long_sentences ? `${r.long_sentences} of ${r.sentences} sentences have over 30 syllables, the longest: “${r.longest}…”` : `${r.sentences} sentences, none over 30 syllables`,
    others: (count) => ` and ${count} more`,
    generated: "This page is made by the generator and has no file",
  };
  let words = vietnamese;
  let root, bar, alert, hidden = "";

  function make(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== null && value !== undefined) element.setAttribute(key, value);
    }
    element.append(...children.filter((child) => child !== null));
    return element;
  }

  function start(language) {
    words = language === "en" ? english : vietnamese;
    const host = make("vungxanh-panel");
    root = host.attachShadow({ mode: "open" });
    alert = make("section", { class: "vx-alert", role: "alert", lang: language });
    bar = make("aside", { class: "vx-bar", "aria-label": words.panel, lang: language });
    root.append(make("link", { rel: "stylesheet", href: "/_vungxanh/client.css" }), alert, bar);
    // Beside the body: whatever is done to the page leaves it alone.
    document.documentElement.append(host);
    const marks = new CSSStyleSheet();
    marks.replaceSync('a[data-vx]::before{content:attr(data-vx);font-size:.75rem;font-weight:400;margin-inline-end:.5em;padding:0 .4em;border:1px dashed currentColor;border-radius:.3em;text-decoration:none;display:inline-block}html{scroll-padding-bottom:3.5rem}body{padding-bottom:3.5rem}');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, marks];
    addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !alert.hidden) hide();
    });
  }

  function hide() {
    hidden = alert.dataset.key;
    alert.hidden = true;
  }

  function show(facts) {
    showAlert(facts.problems.filter((problem) => problem.severity === "error"));
    const focused = root.activeElement?.id;
    const body = make("div", { id: "vx-facts", class: "vx-facts", tabindex: "0" }, description(facts));
    bar.replaceChildren(body, strip(facts, body));
    if (focused) root.getElementById(focused)?.focus();
    mark(facts.page?.unpublished ?? []);
  }

  // MARK: What is wrong

  function showAlert(errors) {
    // What was put aside comes back only when something else is wrong.
    const key = JSON.stringify(errors);
    alert.dataset.key = key;
    alert.hidden = errors.length === 0 || key === hidden;
    const close = make("button", { type: "button" }, words.hide);
    close.onclick = hide;
    alert.replaceChildren(
      make("header", {}, make("h2", {}, `${words.mend}: ${errors.length}`), close), ...errors.map(problem));
  }

  function problem(one) {
    const place = one.line ? `${one.path}:${one.line}:${one.column}` : one.path;
    return make("article", { class: `vx-${one.severity}` },
      make("p", { class: "vx-message" }, one.message), make("p", { class: "vx-place" }, place),
      one.excerpt === undefined ? null : excerpt(one), make("p", {}, `${words.remedy}: ${one.remedy}`));
  }

  // The line with what is meant marked in it, cut where it is long.
  function excerpt(one) {
    const letters = [...new Intl.Segmenter().segment(one.excerpt)].map((part) => part.segment);
    const from = one.column - 1;
    const start = Math.max(0, from - 60);
    const end = from + one.length;
    return make("pre", {}, `${one.line} | ${start > 0 ? "…" : ""}${letters.slice(start, from).join("")}`,
      make("mark", {}, letters.slice(from, end).join("") || " "), letters.slice(end, end + 60).join(""));
  }

  // MARK: The bar

  function strip(facts, body) {
    const page = facts.page;
    const choice = make("select", { id: "vx-portal", "aria-label": words.portal });
    const current = decodeURIComponent(location.pathname).split("/")[1];
    for (const portal of facts.portals) {
      choice.append(make("option", { value: portal.id, selected: portal.id === current ? "" : null }, portal.title));
    }
    choice.onchange = () => {
      const same = page?.portals.find((link) => link.href.split("/")[1] === choice.value);
      location.href = same?.href ?? `/${choice.value}/`;
    };
    const here = facts.findings.length ? ` · ${words.notes}: ${facts.findings.length}` : "";
    const count = (facts.errors || facts.warnings
      ? `${facts.errors} ${words.errors}, ${facts.warnings} ${words.warnings}` : here ? words.built : words.fine) + here;
    return make("div", { class: "vx-strip" }, make("strong", {}, words.panel), opener(body), choice,
      page && page.standing && page.standing !== "published" ? make("span", { class: "vx-standing" }, words[page.standing]) : null,
      make("span", { class: "vx-source" }, page?.source || words.generated),
      make("a", { id: "vx-all", href: "/_vungxanh/problems", class: facts.errors ? "vx-has-errors" : null }, count));
  }

  // Open or closed as the reader left it, on every page of this tab.
  function opener(body) {
    const button = make("button", { type: "button", id: "vx-open", "aria-controls": "vx-facts" });
    const set = (isOpen) => {
      sessionStorage.setItem("vungxanh-panel", isOpen ? "open" : "closed");
      body.hidden = !isOpen;
      button.setAttribute("aria-expanded", isOpen);
      button.textContent = isOpen ? words.less : words.more;
    };
    button.onclick = () => set(body.hidden);
    set(sessionStorage.getItem("vungxanh-panel") === "open");
    return button;
  }

  function description(facts) {
    const page = facts.page;
    if (!page?.source) return make("p", {}, words.generated);
    const list = make("dl");
    const add = (name, ...values) => list.append(make("div", {}, make("dt", {}, name), make("dd", {}, ...values)));
    add(words.source, make("code", {}, page.source));
    if (page.standing) add(words.state, words[page.standing] + (page.date ? ` · ${page.date}` : ""));
    add(words.owner, page.owner ?? words.noOwner);
    add(words.review, page.review_by ? page.review_by + (page.is_review_overdue ? ` – ${words.overdue}` : "") : words.noReview);
    if (page.reading) {
      add(words.length, words.size(page.reading));
      add(words.ease, words.sentences(page.reading));
    }
    add(words.links, ...links(page.backlinks));
    add(words.portals, ...links(page.portals));
    const others = [...facts.problems.filter((one) => one.severity !== "error" && one.path === page.source), ...facts.findings];
    if (others.length) list.append(make("div", { class: "vx-wide" }, make("dt", {}, `${words.notes} (${others.length})`), make("dd", {}, ...others.map(problem))));
    return list;
  }

  function links(list) {
    if (!list.length) return [words.none];
    const shown = list.slice(0, 6).flatMap((link, index) => [index ? ", " : "", make("a", { href: link.href }, link.title)]);
    return list.length > 6 ? [...shown, words.others(list.length - 6)] : shown;
  }

  // Readers cannot see these pages yet, so a link to one says so.
  function mark(pages) {
    const portal = location.pathname.split("/")[1];
    const standings = new Map(pages.map((page) => [new URL(`/${portal}/${page.route}`, location.href).pathname, page.standing]));
    for (const link of document.links) {
      // A heading's link to itself leads to no other page.
      const isHere = link.pathname === location.pathname && link.hash !== "";
      const standing = isHere ? undefined : standings.get(link.pathname);
      if (standing) link.dataset.vx = words[standing];
      else delete link.dataset.vx;
    }
  }

  return { start, show };
})();
