// Keeps a previewed page as its files are now, and shows beside it what an editor wants to know. Published pages
// have nothing of this.
"use strict";
(() => {
  const script = document.currentScript;
  const folder = "/_vungxanh/";
  let version = script.dataset.version;
  let last = null;

  // MARK: Saved files

  // One page listens for all: a browser opens six connections to a host, and each that listens holds one. When it is
  // closed, another takes the lock and so its place.
  const news = new BroadcastChannel("vungxanh");
  news.onmessage = (event) => hear(event.data);
  navigator.locks.request("vungxanh-events", () => new Promise(() => {
    new EventSource(folder + "events").onmessage = (event) => {
      news.postMessage(event.data);
      hear(event.data);
    };
  }));
  // What is not being looked at need not follow; and a browser may have put the page that listens to sleep.
  document.addEventListener("visibilitychange", () => {
    // Where the server went away, its next event tells when it is back.
    if (!document.hidden) readFacts().then((facts) => hear(facts.version), () => {});
  });

  function hear(latest) {
    if (document.hidden || latest === version) return;
    version = latest;
    if (last) refresh();
  }

  let isBusy = false;
  let isStale = false;

  async function refresh() {
    isStale = true;
    if (isBusy) return;
    isBusy = true;
    while (isStale) {
      isStale = false;
      try {
        await takeIn();
      } catch {
        // The server went away in the middle; its next event tells when it is back.
      }
    }
    isBusy = false;
  }

  async function takeIn() {
    const facts = readFacts();
    const answer = await fetch(location.pathname + location.search);
    if (answer.redirected) return location.replace(answer.url);
    const fresh = parse(await answer.text());
    if (!hasSameScripts(fresh)) return location.reload();
    document.title = fresh.title;
    await swapStyles(fresh);
    if (!patch(document.body, last.body, fresh.body)) document.body.replaceChildren(...document.importNode(fresh.body, true).childNodes);
    last = fresh;
    requestAnimationFrame(() => setTimeout(() => performance.mark("vungxanh-painted")));
    VungXanhPanel.show(await facts);
  }

  function parse(text) {
    const page = new DOMParser().parseFromString(text, "text/html");
    // The client itself carries the version, which is another each time.
    for (const own of page.querySelectorAll(`script[src^="${folder}"]`)) own.remove();
    return page;
  }

  const sources = (page) => [...page.scripts].map((one) => one.getAttribute("src")).filter((one) => one && !one.startsWith(folder)).join();
  const hasSameScripts = (fresh) => sources(last) === sources(fresh);

  // A new style sheet takes the old one's place when it is there, so that the page is never without one.
  function swapStyles(fresh) {
    const find = (page) => [...page.querySelectorAll('link[rel="stylesheet"]')];
    const [old, now] = [find(document.head), find(fresh.head)];
    return Promise.all(now.map((link, index) => {
      const current = old[index];
      if (current && current.getAttribute("href") === link.getAttribute("href")) return null;
      const copy = document.importNode(link, true);
      return new Promise((done) => {
        copy.onload = copy.onerror = () => {
          current?.remove();
          done();
        };
        if (current) current.after(copy);
        else document.head.append(copy);
      });
    }));
  }

  // Makes of `live` what `fresh` is, where it differs from what was `sent` last: what scripts or the reader did to the
  // rest – opened, typed, scrolled – stays. False where the page is not as it was sent, and cannot be told apart.
  function patch(live, sent, fresh) {
    for (const name of new Set([...sent.getAttributeNames(), ...fresh.getAttributeNames()])) {
      const value = fresh.getAttribute(name);
      if (value === sent.getAttribute(name)) continue;
      if (value === null) live.removeAttribute(name);
      else live.setAttribute(name, value);
    }
    const [here, before, after] = [live, sent, fresh].map((node) => [...node.childNodes].filter((child) => !isOwn(child)));
    if (here.length !== before.length) return before.every((node, index) => after[index]?.isEqualNode(node)) && before.length === after.length;
    let start = 0;
    while (start < before.length && start < after.length && before[start].isEqualNode(after[start])) start += 1;
    let end = 0;
    while (end < before.length - start && end < after.length - start && before.at(-1 - end).isEqualNode(after.at(-1 - end))) end += 1;
    const olds = here.slice(start, here.length - end);
    const news = after.slice(start, after.length - end);
    const were = before.slice(start, before.length - end);
    const canPair = olds.length === news.length && news.every((node, index) => node.nodeName === were[index].nodeName && node.nodeName === olds[index].nodeName);
    if (canPair) {
      news.forEach((node, index) => {
        if (node.isEqualNode(were[index])) return;
        if (node.nodeType !== Node.ELEMENT_NODE) olds[index].nodeValue = node.nodeValue;
        else if (!patch(olds[index], were[index], node)) olds[index].replaceWith(document.importNode(node, true));
      });
      return true;
    }
    const place = here[here.length - end] ?? null;
    for (const node of olds) node.remove();
    for (const node of news) live.insertBefore(document.importNode(node, true), place);
    return true;
  }

  const isOwn = (node) => node === script || node.nodeName === "VUNGXANH-PANEL";

  // MARK: Facts

  async function readFacts() {
    const answer = await fetch(`${folder}facts?at=${encodeURIComponent(decodeURIComponent(location.pathname))}`);
    return answer.json();
  }

  async function start() {
    const shown = version;
    const [page, facts] = await Promise.all([fetch(location.pathname + location.search).then((answer) => answer.text()), readFacts()]);
    // Something was saved while the page was on its way: what is shown is not what was just fetched.
    if (facts.version !== shown || version !== shown) return location.reload();
    last = parse(page);
    VungXanhPanel.show(facts);
  }
  VungXanhPanel.start(script.dataset.language);
  start();
})();
