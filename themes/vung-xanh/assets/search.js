/* Vùng xanh: finds pages in the index that the generator writes (docs/search.md). No page element is touched here; what
   a reader sees is in search-page.js. Data come as scripts, since a page opened from disk may not fetch. */
(function () {
  "use strict";

  var FORMAT = 1;
  /* What a word counts at each level: 0 to 2 in the text, 3 description and tags, 4 and 5 headings, 6 and 7 title. */
  var WEIGHTS = [1, 1.4, 1.8, 3, 4, 4.5, 7, 8];
  var TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
  var MARKS = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;
  /* Letters that Unicode does not take apart, each before what it is folded to. */
  var PLAIN = {};
  ("đd ðd øo łl ıi ħh ĸk ŀl ŉn ŋn ŧt ſs ƀb ǝe ƒf ɨi ƚl ƶz ǥg ȷj ⱥa ȼc ⱦt ɇe ɉj ɍr ɏy ẜs ẝs æae œoe ßss þth ĳij " +
    "ǆdz ǉlj ǌnj ǳdz ﬀff ﬁfi ﬂfl ﬃffi ﬄffl ﬅst ﬆst").split(" ").forEach(function (pair) { PLAIN[pair[0]] = pair.slice(1); });

  /* Text */

  function fold(text) {
    return text.normalize("NFD").replace(MARKS, "").toLowerCase().replace(MARKS, "")
      .replace(/[^\u0000-\u007f]/g, function (letter) { return PLAIN[letter] || letter; }).normalize("NFC");
  }

  /* Cuts where the generator does: see Sources/Search/Tokens.swift. */
  function words(text) {
    return text.normalize("NFC").toLowerCase()
      .match(/[0-9a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2c00-\u2fff\u3040-\ud7ff]+/g) || [];
  }

  /* A word's letters with their marks, and its tone apart: hòa and hoà are the same. */
  function parts(word) {
    var tone = "";
    var letters = [];
    word.toLowerCase().normalize("NFD").replace(TONES, function (mark) { tone += mark; return ""; })
      .replace(/[^\u0300-\u036f][\u0300-\u036f]*/g, function (letter) { letters.push(letter); return ""; });
    return { letters: letters, tone: tone };
  }

  /* How a word of the index fits a word that was typed: 2 the same, 1 the same but for marks that were not typed, 0
     other marks. A plain d may be đ; a typed đ is never d. */
  function fit(typed, found) {
    if (typed.letters.length !== found.letters.length) return 0;
    var isSame = typed.tone === found.tone;
    if (typed.tone && !isSame) return 0;
    for (var index = 0; index < typed.letters.length; index++) {
      var letter = typed.letters[index];
      if (letter === found.letters[index]) continue;
      if (fold(letter) !== letter || fold(found.letters[index]) !== letter) return 0;
      isSame = false;
    }
    return isSame ? 2 : 1;
  }

  /* Packing (Sources/Search/Packing.swift): the first 61 digits end a number, the other 32 go on. */
  function unpack(text) {
    var index = 0;
    return {
      next: function () {
        var value = 0;
        for (var unit = 1; ; unit *= 32) {
          var code = text.charCodeAt(index++);
          var digit = code - (code > 92 ? 34 : code > 34 ? 33 : 32);
          value += digit * unit;
          if (digit < 61) return value;
        }
      },
      isAtEnd: function () { return index >= text.length; }
    };
  }

  function utf8Hash(text) {
    var bytes = unescape(encodeURIComponent(text));
    var hash = 0x811c9dc5;
    for (var index = 0; index < bytes.length; index++) hash = Math.imul(hash ^ bytes.charCodeAt(index), 0x01000193);
    return hash;
  }

  function pairHash(first, second) {
    var hash = Math.imul(utf8Hash(first), 0x9e3779b1) + utf8Hash(second) | 0;
    hash ^= hash >>> 16;
    hash = Math.imul(hash, 0x85ebca6b);
    hash ^= hash >>> 13;
    hash = Math.imul(hash, 0xc2b2ae35);
    hash ^= hash >>> 16;
    return hash >>> 4;
  }

  /* What was meant where the keyboard's Telex or VNI was off: “dduwowngf”, “du7o7ng2”. Null where nothing changes. */

  var TELEX_TONES = { f: "\u0300", s: "\u0301", x: "\u0303", r: "\u0309", j: "\u0323" };
  var VNI_TONES = { 1: "\u0301", 2: "\u0300", 3: "\u0309", 4: "\u0303", 5: "\u0323" };
  var VNI_MARKS = { 6: ["aeo", "\u0302"], 7: ["uo", "\u031b"], 8: ["a", "\u0306"] };

  function decodeTyping(word) {
    if (!/^[a-z][a-z0-9]+$/.test(word)) return null;
    var isVNI = /[0-9]/.test(word);
    var letters = [];
    var tone = "";

    function last(set) {
      for (var index = letters.length - 1; index >= 0; index--) {
        if (set.indexOf(letters[index]) >= 0) return index;
      }
      return -1;
    }

    function mark(set, sign) {
      var index = last(set);
      if (index < 0) return false;
      /* One key for both letters of ươ. */
      if (sign === "\u031b" && letters[index] === "o" && letters[index - 1] === "u") letters[index - 1] += sign;
      letters[index] += sign;
      return true;
    }

    function hasVowel() { return letters.some(function (letter) { return /[aeiouy]/.test(letter); }); }

    function isKey(key) {
      if (isVNI) {
        if (VNI_TONES[key] && hasVowel()) { tone = VNI_TONES[key]; return true; }
        if (VNI_MARKS[key]) return mark(VNI_MARKS[key][0], VNI_MARKS[key][1]);
        if (key === "9" && letters[0] === "d") { letters[0] = "đ"; return true; }
        return false;
      }
      if (TELEX_TONES[key] && hasVowel()) { tone = TELEX_TONES[key]; return true; }
      if (key === "w") return mark("a", "\u0306") || mark("uo", "\u031b") || !!letters.push("u\u031b");
      if (/[aeo]/.test(key) && last(key) >= 0) return mark(key, "\u0302");
      if (key === "d" && letters[0] === "d") { letters[0] = "đ"; return true; }
      return false;
    }

    word.split("").forEach(function (key) { if (!isKey(key)) letters.push(key); });
    var decoded = letters.join("");
    if (decoded === word && !tone) return null;
    return { letters: letters, tone: tone, folded: fold(decoded) };
  }

  /* Whether two words differ by one letter more, less, other, or by two that changed places. */
  function isOneSlip(a, b) {
    if (a === b || Math.abs(a.length - b.length) > 1) return false;
    var start = 0;
    while (start < a.length && a[start] === b[start]) start++;
    var endA = a.length, endB = b.length;
    while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) { endA--; endB--; }
    if (endA - start <= 1 && endB - start <= 1) return true;
    return endA - start === 2 && endB - start === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
  }

  /* Data */

  var data = {};
  var waiting = {};

  window.vungXanhSearch = function (name, value) { data[name] = value; };

  function Index(folder, version) {
    this.folder = folder;
    this.version = version;
    this.terms = {};
  }

  /* Calls done when all are there, with whether one could not be loaded. */
  Index.prototype.load = function (names, done) {
    var self = this;
    var missing = names.filter(function (name, index) { return !(name in data) && names.indexOf(name) === index; });
    var left = missing.length;
    var isBroken = false;
    if (!left) return done(false);
    function end(name) {
      isBroken = isBroken || !(name in data);
      left--;
      if (!left) done(isBroken);
    }
    missing.forEach(function (name) {
      if (waiting[name]) return waiting[name].push(end);
      waiting[name] = [end];
      var script = document.createElement("script");
      script.src = self.folder + name + ".js?v=" + self.version;
      script.onload = script.onerror = function () {
        var all = waiting[name];
        delete waiting[name];
        script.remove();
        all.forEach(function (end) { end(name); });
      };
      document.head.appendChild(script);
    });
  };

  Index.prototype.prepare = function () {
    if (this.core) return;
    var core = this.core = data.core;
    if (core.format !== FORMAT) throw new Error("search index of format " + core.format);
    var last = "";
    this.words = core.words ? core.words.split(" ").map(function (word) {
      last = last.slice(0, +word[0]) + word.slice(1);
      return last;
    }) : [];
    var ranks = unpack(core.commonness);
    this.commonness = this.words.map(function () { return ranks.next(); });
    this.facetOf = new Uint16Array(core.count);
    var runs = unpack(core.facetRuns);
    for (var start = 0; !runs.isAtEnd();) {
      var facet = runs.next(), end = start + runs.next();
      while (start < end) this.facetOf[start++] = facet;
    }
  };

  /* The file that a term would be in. */
  Index.prototype.fileOf = function (folded) {
    var bounds = this.core.bounds;
    var low = 0, high = bounds.length;
    while (high - low > 1) {
      var middle = (low + high) >> 1;
      if (bounds[middle] <= folded) low = middle; else high = middle;
    }
    return "t" + low;
  };

  /* The variants of a term whose file is loaded, or null. */
  Index.prototype.term = function (folded) {
    if (this.terms.hasOwnProperty(folded)) return this.terms[folded];
    var file = data[this.fileOf(folded)] || [];
    var found = null;
    for (var index = 0; index < file.length && !found; index += 2) if (file[index] === folded) found = file[index + 1];
    var variants = found && [];
    for (var at = 0; found && at < found.length; at += 3) {
      variants.push({ rank: found[at], spelling: found[at + 1], parts: parts(found[at + 1]), postings: found[at + 2] });
    }
    this.terms[folded] = variants;
    return variants;
  };

  function forEachPosting(variant, visit) {
    var numbers = unpack(variant.postings);
    var doc = -1;
    while (!numbers.isAtEnd()) {
      var value = numbers.next();
      doc += (value >> 3) + 1;
      visit(doc, value & 7);
    }
  }

  Index.prototype.pairFile = function (hash) {
    return "p" + Math.floor(hash * this.core.pairFiles / 0x10000000);
  };

  /* Calls visit with both ranks and a document for each place where two terms stand side by side. */
  Index.prototype.forEachPair = function (hash, visit) {
    var numbers = unpack(data[this.pairFile(hash)] || "");
    var at = 0;
    while (!numbers.isAtEnd()) {
      at += numbers.next();
      for (var variants = numbers.next(); variants > 0; variants--) {
        var first = numbers.next(), second = numbers.next(), doc = -1;
        for (var count = numbers.next(); count > 0; count--) {
          doc += numbers.next() + 1;
          if (at === hash) visit(first, second, doc);
        }
      }
      if (at >= hash) return;
    }
  };

  /* Queries */

  /* What each typed word is taken for, with how it came to that: typed, keys, prefix, slip or nothing. */
  Index.prototype.understand = function (query, isTyping, done) {
    var self = this;
    var typed = words(query);
    var tokens = typed.map(function (word) { return { typed: word, folded: fold(word), parts: parts(word), by: "typed" }; });
    var files = tokens.map(function (token) { return self.fileOf(token.folded); });
    this.load(files, function (isBroken) {
      var unknown = tokens.filter(function (token) { return !self.term(token.folded); });
      unknown.forEach(function (token, index) {
        token.choices = self.choices(token, isTyping && token === tokens[tokens.length - 1]);
      });
      var more = [];
      unknown.forEach(function (token) {
        token.choices.forEach(function (choice) { more.push(self.fileOf(choice.folded)); });
      });
      self.load(more, function (isBrokenToo) {
        unknown.forEach(function (token) {
          var choice = token.choices.filter(function (choice) { return self.term(choice.folded); })[0];
          token.by = choice ? choice.by : "nothing";
          if (choice) { token.folded = choice.folded; token.parts = choice.parts; }
        });
        done(tokens, isBroken || isBrokenToo);
      });
    });
  };

  /* What an unknown word may have been meant to be, the likeliest first. */
  Index.prototype.choices = function (token, isUnfinished) {
    var self = this;
    var choices = [];
    var decoded = decodeTyping(token.folded === token.typed ? token.typed : "");
    if (decoded) choices.push({ folded: decoded.folded, parts: decoded, by: "keys" });
    function best(by, isMeant) {
      var found = -1;
      self.words.forEach(function (word, index) {
        if (isMeant(word) && (found < 0 || self.commonness[index] > self.commonness[found])) found = index;
      });
      if (found >= 0) choices.push({ folded: self.words[found], parts: parts(self.words[found]), by: by });
    }
    if (isUnfinished) best("prefix", function (word) { return word.slice(0, token.folded.length) === token.folded; });
    if (!/[0-9]/.test(token.folded) && token.folded.length > 1) {
      best("slip", function (word) { return !/[0-9]/.test(word) && isOneSlip(word, token.folded); });
    }
    return choices;
  };

  /* Finds pages; done gets the answer that `rank` makes. */
  Index.prototype.find = function (query, options, done) {
    var self = this;
    this.load(["core"], function (isBroken) {
      if (isBroken) return done({ isBroken: true });
      self.prepare();
      self.understand(query, options.isTyping, function (tokens, isBroken) {
        var hashes = [];
        tokens.forEach(function (token, index) {
          var next = tokens[index + 1];
          hashes.push(next && token.by !== "nothing" && next.by !== "nothing" ? pairHash(token.folded, next.folded) : -1);
        });
        var files = hashes.filter(function (hash) { return hash >= 0; }).map(function (hash) { return self.pairFile(hash); });
        self.load(files, function (isBrokenToo) {
          var answer = self.rank(tokens, hashes);
          answer.isBroken = isBroken || isBrokenToo;
          done(answer);
        });
      });
    });
  };

  Index.prototype.rank = function (tokens, hashes) {
    var self = this;
    var count = this.core.count;
    var scores = new Float32Array(count);
    var matched = new Uint8Array(count);
    var weight = new Float32Array(count);
    var fitting = new Uint8Array(count);
    var known = tokens.filter(function (token) { return token.by !== "nothing"; });
    var hasMarks = known.some(function (token) { return token.parts.letters.join("") + token.parts.tone !== token.folded; });

    known.forEach(function (token) {
      var best = new Float32Array(count);
      var fits = new Uint8Array(count);
      token.fits = {};
      self.term(token.folded).forEach(function (variant) {
        var how = fit(token.parts, variant.parts);
        token.fits[variant.rank] = how;
        variant.how = how;
        var factor = how === 2 && hasMarks ? 1.25 : how > 0 ? 1 : 0.2;
        var found = 0;
        forEachPosting(variant, function (doc, level) {
          found++;
          best[doc] = Math.max(best[doc], WEIGHTS[level] * factor);
          if (how > fits[doc]) fits[doc] = how;
        });
        var claim = how === 2 && token.by !== "slip" ? Infinity : found;
        if (how > 0 && (!token.shown || claim > token.shownIn)) { token.shown = variant.spelling; token.shownIn = claim; }
      });
      token.shown = token.shown || token.folded;
      var frequency = 0;
      for (var doc = 0; doc < count; doc++) if (best[doc] > 0) frequency++;
      token.rarity = Math.log(1 + count / Math.max(1, frequency));
      for (doc = 0; doc < count; doc++) {
        if (best[doc] === 0) continue;
        scores[doc] += best[doc] * token.rarity;
        weight[doc] += token.rarity;
        matched[doc]++;
        if (fits[doc] > 0) fitting[doc]++;
      }
    });

    /* Words side by side: what tells trẻ em from tre … em. */
    var beside = new Uint8Array(count);
    var pairCount = 0;
    tokens.forEach(function (token, index) {
      if (hashes[index] < 0) return;
      var next = tokens[index + 1];
      var best = new Float32Array(count);
      pairCount++;
      self.forEachPair(hashes[index], function (first, second, doc) {
        var how = Math.min(token.fits[first] || 0, next.fits[second] || 0);
        best[doc] = Math.max(best[doc], how > 0 ? 1 : 0.1);
      });
      for (var doc = 0; doc < count; doc++) {
        if (best[doc] === 0) continue;
        scores[doc] += best[doc] * 4 * (token.rarity + next.rarity);
        if (best[doc] === 1) beside[doc]++;
      }
    });

    var wanted = known.length;
    var isPartial = true;
    for (var doc = 0; doc < count && isPartial; doc++) if (wanted > 0 && matched[doc] === wanted) isPartial = false;
    var most = 0;
    if (isPartial) for (doc = 0; doc < count; doc++) most = Math.max(most, weight[doc]);
    var found = [];
    for (doc = 0; doc < count; doc++) {
      if (isPartial ? weight[doc] === 0 || weight[doc] < most * 0.6 : matched[doc] < wanted) continue;
      var key = scores[doc] + (isPartial ? 1e4 * weight[doc] : 0);
      if (pairCount > 0 && beside[doc] === pairCount) key = key * 1.5 + 1e6;
      else if (pairCount > 1 && beside[doc] > 0) key += 1e6;
      if (fitting[doc] === matched[doc]) key += 1e7;
      found.push({ doc: doc, key: key, isPhrase: pairCount > 0 && beside[doc] === pairCount });
    }
    return { tokens: tokens, found: found, isPartial: isPartial && found.length > 0 };
  };

  /* The best of an answer that pass the filter, and how many pages each facet would leave. */
  Index.prototype.select = function (answer, filter, limit) {
    var core = this.core, facetOf = this.facetOf;
    var best = [];
    var total = 0, phrases = 0;
    var counts = { section: {}, audience: {}, portal: {} };
    function add(counts, name) { counts[name] = (counts[name] || 0) + 1; }
    answer.found.forEach(function (hit) {
      var facet = core.facets[facetOf[hit.doc]];
      var isIn = {
        section: filter.section === "" || facet[0] === +filter.section,
        audience: filter.audience === "" || facet[1].indexOf(+filter.audience) >= 0,
        portal: filter.portal === "" || facet[2] === +filter.portal
      };
      if (isIn.audience && isIn.portal) add(counts.section, facet[0]);
      if (isIn.section && isIn.portal) facet[1].forEach(function (audience) { add(counts.audience, audience); });
      if (isIn.section && isIn.audience) add(counts.portal, facet[2]);
      if (!isIn.section || !isIn.audience || !isIn.portal) return;
      total++;
      if (hit.isPhrase) phrases++;
      if (best.length === limit && hit.key <= best[limit - 1].key) return;
      var place = best.length;
      while (place > 0 && best[place - 1].key < hit.key) place--;
      best.splice(place, 0, hit);
      if (best.length > limit) best.pop();
    });
    return { hits: best, total: total, phrases: phrases, counts: counts };
  };

  /* Calls done with a card for each hit: title, address, description, date, headings, names of section and portal. */
  Index.prototype.cards = function (hits, done) {
    var self = this, perFile = this.core.perFile;
    var files = hits.map(function (hit) { return "d" + Math.floor(hit.doc / perFile); });
    this.load(files, function (isBroken) {
      done(hits.map(function (hit, index) {
        var card = (data[files[index]] || [])[hit.doc % perFile];
        var facet = self.core.facets[self.facetOf[hit.doc]];
        return card && {
          title: card[0], href: card[1], description: card[2], date: card[3], headings: card[4],
          section: self.core.sections[facet[0]] || "", portal: facet[2] > 0 ? self.core.portals[facet[2]] : ""
        };
      }), isBroken);
    });
  };

  /* Where in a text the words of a query stand: start, end, start, end … */
  Index.prototype.marks = function (text, tokens) {
    var found = [];
    var pattern = /[0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2c00-\u2fff\u3040-\ud7ff]+/g;
    for (var match; (match = pattern.exec(text));) {
      var folded = fold(match[0]), own = parts(match[0]);
      var isMeant = tokens.some(function (token) {
        return token.by !== "nothing" && token.folded === folded && fit(token.parts, own) > 0;
      });
      if (isMeant) found.push(match.index, match.index + match[0].length);
    }
    return found;
  };

  window.VungXanhIndex = Index;
  Index.text = { fold: fold, words: words, parts: parts, fit: fit, decodeTyping: decodeTyping, isOneSlip: isOneSlip, pairHash: pairHash };
})();
