/* Vùng xanh. Loaded in the head, before anything is drawn: what a reader chose last time is there at once, and nothing
   moves. Every page can be read without it. */
(function () {
  "use strict";

  var root = document.documentElement;
  var sizes = ["small", "normal", "large", "larger", "largest"];

  function recall(name) {
    try { return localStorage.getItem("vung-xanh-" + name); } catch (refused) { return null; }
  }

  function remember(name, value) {
    try { localStorage.setItem("vung-xanh-" + name, value); } catch (refused) { /* Private windows keep nothing. */ }
  }

  var size = Math.max(0, sizes.indexOf(recall("size") || "normal"));
  var isContrast = recall("contrast") === "high";

  function show() {
    sizes.forEach(function (name, index) { root.classList.toggle("size-" + name, index === size); });
    root.classList.toggle("contrast", isContrast);
  }

  root.classList.add("js");
  show();
  /* The answer's place is kept free, so that nothing moves. */
  if (/[?&]q=[^&]/.test(location.search)) {
    root.classList.add("searching");
    window.addEventListener("load", function () { root.classList.remove("searching"); });
  }

  document.addEventListener("DOMContentLoaded", function () {
    var toolbar = document.querySelector(".toolbar");
    if (toolbar) prepareToolbar(toolbar);
    var menu = document.querySelector(".menu-button");
    if (menu) prepareMenu(menu);
    var exit = document.querySelector(".quick-exit");
    if (exit) prepareExit(exit);
    if (window.ResizeObserver) Array.prototype.forEach.call(document.querySelectorAll(".table-scroll"), prepareTable);
  });

  /* Menu: folded on a phone, where it would fill the first screen. */

  function prepareMenu(button) {
    function isOpen() { return button.getAttribute("aria-expanded") === "true"; }
    button.addEventListener("click", function () { button.setAttribute("aria-expanded", String(!isOpen())); });
    button.closest(".menu").addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || !isOpen()) return;
      button.setAttribute("aria-expanded", "false");
      button.focus();
    });
  }

  /* A table is a stop for the keyboard only where it scrolls. */

  function prepareTable(box) {
    var names = ["role", "tabindex", "aria-label"];
    var values = names.map(function (name) { return box.getAttribute(name); });
    new ResizeObserver(function () {
      var isScrolling = box.scrollWidth > box.clientWidth;
      names.forEach(function (name, at) {
        if (isScrolling) box.setAttribute(name, values[at]); else box.removeAttribute(name);
      });
    }).observe(box);
  }

  /* Toolbar */

  function prepareToolbar(toolbar) {
    var buttons = {};
    Array.prototype.forEach.call(toolbar.querySelectorAll("[data-action]"), function (button) {
      buttons[button.getAttribute("data-action")] = button;
    });

    function press() {
      buttons.smaller.setAttribute("aria-disabled", String(size === 0));
      buttons.larger.setAttribute("aria-disabled", String(size === sizes.length - 1));
      buttons.normal.setAttribute("aria-pressed", String(sizes[size] === "normal"));
      buttons.contrast.setAttribute("aria-pressed", String(isContrast));
    }

    var said = toolbar.querySelector("[data-size]");

    function resize(to) {
      size = Math.min(sizes.length - 1, Math.max(0, to));
      remember("size", sizes[size]);
      show();
      press();
      said.textContent = said.getAttribute("data-size").replace("{number}", size + 1).replace("{count}", sizes.length);
    }

    buttons.smaller.addEventListener("click", function () { resize(size - 1); });
    buttons.normal.addEventListener("click", function () { resize(sizes.indexOf("normal")); });
    buttons.larger.addEventListener("click", function () { resize(size + 1); });
    buttons.contrast.addEventListener("click", function () {
      isContrast = !isContrast;
      remember("contrast", isContrast ? "high" : "usual");
      show();
      press();
    });
    buttons.print.addEventListener("click", function () { window.print(); });
    prepareReading(buttons.read);
    press();
  }

  /* Reading aloud: only where the browser has a voice for the page's language. */

  function prepareReading(button) {
    var speech = window.speechSynthesis;
    if (!button || !speech || !window.SpeechSynthesisUtterance) return;
    var language = root.lang || "vi";
    var voice = null;
    var queue = [];
    var speaking = null;

    function findVoice() {
      voice = speech.getVoices().filter(function (one) {
        return one.lang.toLowerCase().replace("_", "-").split("-")[0] === language;
      })[0] || null;
      button.hidden = !voice;
    }

    function stop() {
      queue = [];
      speaking = null;
      speech.cancel();
      button.setAttribute("aria-pressed", "false");
    }

    function next() {
      var text = queue.shift();
      if (!text) return stop();
      var utterance = speaking = new SpeechSynthesisUtterance(text);
      utterance.voice = voice;
      utterance.lang = voice.lang;
      utterance.onend = function () { if (utterance === speaking) next(); };
      utterance.onerror = function () { if (utterance === speaking) stop(); };
      speech.speak(utterance);
    }

    button.addEventListener("click", function () {
      if (button.getAttribute("aria-pressed") === "true") return stop();
      queue = texts();
      button.setAttribute("aria-pressed", "true");
      next();
    });
    window.addEventListener("pagehide", stop);
    if (speech.addEventListener) speech.addEventListener("voiceschanged", findVoice);
    findVoice();
  }

  /* What is read, in pieces: some browsers fall silent in the middle of a long one. */
  function texts() {
    var blocks = "h1, .lead, .prose h2, .prose h3, .prose h4, .prose p, .prose li, .prose td, .prose th, .prose dd, .prose dt";
    var found = [];
    Array.prototype.forEach.call(document.querySelectorAll(blocks), function (block) {
      if (block.closest(".footnotes") || block.querySelector("p, li")) return;
      (block.textContent.match(/[^.!?…]+[.!?…]*/g) || []).forEach(function (sentence) {
        if (sentence.trim()) found.push(sentence.trim());
      });
    });
    return found;
  }

  /* Leaving quickly: the page goes from the screen at once, and from this tab's history. */

  function prepareExit(link) {
    var presses = [];

    function leave(event) {
      if (event) event.preventDefault();
      root.classList.add("leaving");
      document.title = link.hostname;
      location.replace(link.href);
    }

    link.addEventListener("click", leave);
    document.addEventListener("keyup", function (event) {
      if (event.key !== "Shift" || event.target.closest("input, textarea, select, [contenteditable]")) {
        if (event.key !== "Shift") presses = [];
        return;
      }
      var now = Date.now();
      presses = presses.filter(function (then) { return now - then < 2000; }).concat(now);
      if (presses.length >= 3) leave();
    });
    /* Coming back by the browser's own cache shows nothing of the page that was left. */
    window.addEventListener("pageshow", function (event) {
      if (event.persisted && root.classList.contains("leaving")) location.replace(link.href);
    });
  }
})();
