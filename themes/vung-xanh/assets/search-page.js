/* Vùng xanh: what a reader sees of a search. Words come from the page, so that every language has its own. */
(function () {
  "use strict";

  var page = document.querySelector(".search-page");
  if (!page || !window.VungXanhIndex) return;
  var index = new window.VungXanhIndex(page.getAttribute("data-folder"), page.getAttribute("data-version"));
  var form = page.querySelector(".search-form");
  var field = form.querySelector("input[name=q]");
  var status = page.querySelector(".search-status");
  var notes = page.querySelector(".search-notes");
  var list = page.querySelector(".search-results");
  var more = page.querySelector(".search-more");
  var filters = page.querySelector(".search-filters");
  var nothing = page.querySelector(".search-nothing");
  var letters = page.querySelector(".search-letters");
  var selects = filters.querySelectorAll("select");
  var STEP = 5;
  var current = 0;
  var limit = STEP;
  var answer = null;
  var patience = 0;

  /* The page's words: data-… attributes, with {name} where something is put in. */
  function say(name, values) {
    return page.getAttribute("data-" + name).replace(/\{(\w+)\}/g, function (all, key) { return values[key]; });
  }

  function element(name, text, className) {
    var made = document.createElement(name);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  function highlighted(made, text) {
    var marks = index.marks(text, answer.tokens);
    var start = 0;
    for (var at = 0; at < marks.length; at += 2) {
      made.appendChild(document.createTextNode(text.slice(start, marks[at])));
      made.appendChild(element("mark", text.slice(marks[at], marks[at + 1])));
      start = marks[at + 1];
    }
    made.appendChild(document.createTextNode(text.slice(start)));
    return made;
  }

  /* Answers */

  function search(isTyping) {
    var query = field.value.trim();
    var mine = ++current;
    limit = STEP;
    clearTimeout(patience);
    remember(query);
    letters.hidden = query !== "";
    if (!query) return clear();
    page.setAttribute("aria-busy", "true");
    /* On a slow line somebody must say that something is being done. */
    patience = setTimeout(function () { status.textContent = say("busy", {}); }, 600);
    index.find(query, { isTyping: isTyping }, function (found) {
      if (mine !== current) return;
      answer = found;
      if (found.tokens) draw(mine, 0); else fail();
    });
  }

  function fail() {
    clear();
    letters.hidden = false;
    status.textContent = say("broken", {});
  }

  function rest() {
    clearTimeout(patience);
    page.removeAttribute("aria-busy");
  }

  function clear() {
    answer = null;
    rest();
    [list, notes].forEach(function (part) { part.textContent = ""; });
    status.textContent = "";
    filters.hidden = more.hidden = true;
    nothing.classList.remove("shown");
  }

  function filter() {
    var chosen = {};
    Array.prototype.forEach.call(selects, function (select) { chosen[select.name] = select.value; });
    return chosen;
  }

  /* Draws what is found; the results from the one numbered `from` are new. */
  function draw(mine, from) {
    var selected = index.select(answer, filter(), limit);
    index.cards(selected.hits, function (cards, isBroken) {
      if (mine !== current) return;
      rest();
      list.textContent = "";
      cards.forEach(function (card) { if (card) list.appendChild(result(card)); });
      var left = selected.total - selected.hits.length;
      more.hidden = left <= 0;
      more.textContent = say("more", { count: Math.min(left, STEP * 2) });
      letters.hidden = answer.found.count > 0;
      nothing.classList.toggle("shown", !letters.hidden);
      filters.hidden = answer.found.count < 2;
      fill(selected.counts);
      explain();
      status.textContent = isBroken || answer.isBroken ? say("broken", {})
        : say(found(selected), { count: selected.total, phrases: selected.phrases, query: field.value.trim() });
      if (from > 0 && list.children[from]) list.children[from].querySelector("a").focus();
    });
  }

  function found(selected) {
    if (!selected.total) return "none";
    return selected.phrases > 0 && selected.phrases < selected.total ? "phrases" : "found";
  }

  function result(card) {
    var item = element("li");
    var title = item.appendChild(element("h2"));
    var link = title.appendChild(highlighted(element("a"), card.title));
    link.href = card.href;
    var where = [card.portal, card.section, card.date].filter(Boolean).join(" · ");
    if (where) item.appendChild(element("p", where, "search-where"));
    item.appendChild(highlighted(element("p"), card.description));
    var parts = [];
    for (var at = 0; at < card.headings.length; at += 2) {
      var marks = index.marks(card.headings[at], answer.tokens).length;
      if (marks > 0) parts.push({ text: card.headings[at], id: card.headings[at + 1], marks: marks });
    }
    parts.sort(function (a, b) { return b.marks - a.marks; });
    if (parts.length) {
      var inside = item.appendChild(element("p", "", "search-parts"));
      parts.slice(0, 2).forEach(function (part) {
        var link = inside.appendChild(highlighted(element("a"), part.text));
        link.href = card.href + "#" + part.id;
      });
    }
    return item;
  }

  /* What a typed word was taken for is never left unsaid. */
  function explain() {
    notes.textContent = "";
    var isChanged = answer.tokens.some(function (token) { return /keys|slip|marks/.test(token.by); });
    if (isChanged) {
      var shown = answer.tokens.map(function (token) { return token.by === "typed" ? token.typed : token.shown || token.typed; });
      note("shown", { query: shown.join(" ") });
    }
    answer.tokens.forEach(function (token) {
      if (token.by === "slip") note("slip", { word: token.typed, other: token.shown });
      if (token.by === "nothing") note("unknown", { word: token.typed });
    });
    if (answer.isPartial) note("partial", {});
    if (answer.suggestion) suggest(answer.suggestion);
  }

  function suggest(query) {
    var link = element("a", query);
    link.href = "?q=" + encodeURIComponent(query);
    var said = notes.appendChild(element("p", say("meant", {}) + " "));
    said.appendChild(link);
    said.appendChild(document.createTextNode("?"));
  }

  function note(name, values) {
    var text = say(name, values);
    var isSaid = Array.prototype.some.call(notes.children, function (said) { return said.textContent === text; });
    if (!isSaid) notes.appendChild(element("p", text));
  }

  function fill(counts) {
    var names = { section: index.core.sections, audience: index.core.audiences, portal: index.core.portals };
    Array.prototype.forEach.call(selects, function (select) {
      var kind = select.name, chosen = select.value;
      while (select.options.length > 1) select.remove(1);
      names[kind].forEach(function (name, number) {
        if (!counts[kind][number] && chosen !== String(number)) return;
        var option = new Option(name + " (" + (counts[kind][number] || 0) + ")", String(number));
        select.add(option);
      });
      select.value = chosen;
      select.parentNode.hidden = names[kind].length < 2 || select.options.length < 2;
    });
  }

  /* The address of a search can be kept and sent on. A page opened from disk may not change its own. */
  function remember(query) {
    try {
      history.replaceState(null, "", query ? "?q=" + encodeURIComponent(query) : location.pathname);
    } catch (refused) { /* The search works all the same. */ }
    document.title = (query ? query + " – " : "") + title;
  }

  var title = document.title;
  var timer = 0;
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    clearTimeout(timer);
    search(false);
  });
  field.addEventListener("input", function () {
    clearTimeout(timer);
    timer = setTimeout(function () { search(true); }, 150);
  });
  more.addEventListener("click", function () {
    var from = limit;
    limit += STEP * 2;
    draw(current, from);
  });
  Array.prototype.forEach.call(selects, function (select) {
    select.addEventListener("change", function () {
      limit = STEP;
      draw(++current, 0);
    });
  });

  var asked = /[?&]q=([^&]*)/.exec(location.search);
  if (asked) {
    try { field.value = decodeURIComponent(asked[1].replace(/\+/g, " ")); } catch (malformed) { field.value = asked[1]; }
    field.value = field.value.slice(0, field.maxLength);
    search(false);
  }
})();
