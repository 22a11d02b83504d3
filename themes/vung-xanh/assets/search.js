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
  function Packed(text) {
    this.text = text;
    this.at = 0;
  }

  Packed.prototype.digit = function () {
    var code = this.text.charCodeAt(this.at++);
    return code - (code > 92 ? 34 : code > 34 ? 33 : 32);
  };

  Packed.prototype.next = function () {
    var digit = this.digit(), value = digit;
    for (var unit = 32; digit >= 61; unit *= 32) {
      digit = this.digit();
      value += digit * unit;
    }
    return value;
  };

  Packed.prototype.isAtEnd = function () { return this.at >= this.text.length; };

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
    var ranks = new Packed(core.commonness);
    this.commonness = this.words.map(function () { return ranks.next(); });
    this.facetOf = new Uint16Array(core.count);
    var runs = new Packed(core.facetRuns);
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

  /* Level + 1 by document, 0 where the word is not: see Sources/Search/TermIndex.swift. */
  Index.prototype.levels = function (variant) {
    if (variant.levels) return variant.levels;
    var count = this.core.count;
    var levels = variant.levels = new Uint8Array(count);
    var numbers = new Packed(variant.postings);
    if (numbers.next() === 1) {
      for (var start = 0; start < count; start += 6) {
        for (var bits = numbers.digit(), at = start; bits > 0; bits >>= 1, at++) if (bits & 1) levels[at] = 1;
      }
    }
    for (var doc = -1; !numbers.isAtEnd();) {
      var value = numbers.next();
      doc += (value >> 3) + 1;
      levels[doc] = (value & 7) + 1;
    }
    return levels;
  };

  Index.prototype.pairFile = function (hash) {
    return "p" + Math.floor(hash * this.core.pairFiles / 0x10000000);
  };

  /* Calls visit with both ranks and a document for each place where two terms stand side by side. */
  Index.prototype.forEachPair = function (hash, visit) {
    var numbers = new Packed(data[this.pairFile(hash)] || "");
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

  /* What each typed word is taken for, with how it came to that: typed, keys, prefix, slip, marks or nothing. */
  Index.prototype.understand = function (query, isTyping, done) {
    var self = this;
    var typed = words(query);
    var tokens = typed.map(function (word) { return { typed: word, folded: fold(word), parts: parts(word), by: "typed" }; });
    var files = tokens.map(function (token) { return self.fileOf(token.folded); });
    this.load(files, function (isBroken) {
      var unknown = tokens.filter(function (token) { return !self.term(token.folded); });
      unknown.forEach(function (token) {
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
        /* Marks that no page has on this word are taken for a slip too: mật khẫu. */
        tokens.forEach(function (token) {
          var variants = token.by === "typed" && self.term(token.folded);
          if (!variants || variants.some(function (variant) { return fit(token.parts, variant.parts) > 0; })) return;
          token.by = "marks";
          token.parts = parts(token.folded);
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
        var levels = self.levels(variant);
        var found = 0;
        for (var doc = 0; doc < count; doc++) {
          if (levels[doc] === 0) continue;
          found++;
          var value = WEIGHTS[levels[doc] - 1] * factor;
          if (value > best[doc]) best[doc] = value;
          if (how > fits[doc]) fits[doc] = how;
        }
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
    var found = { count: 0, docs: new Int32Array(count), keys: new Float64Array(count), phrases: new Uint8Array(count) };
    for (doc = 0; doc < count; doc++) {
      if (isPartial ? weight[doc] === 0 || weight[doc] < most * 0.6 : wanted === 0 || matched[doc] < wanted) continue;
      var key = scores[doc] + (isPartial ? 1e4 * weight[doc] : 0);
      if (pairCount > 0 && beside[doc] === pairCount) key = key * 1.5 + 1e6;
      else if (pairCount > 1 && beside[doc] > 0) key += 1e6;
      if (fitting[doc] === matched[doc]) key += 1e7;
      found.docs[found.count] = doc;
      found.phrases[found.count] = pairCount > 0 && beside[doc] === pairCount ? 1 : 0;
      found.keys[found.count++] = key;
    }
    return { tokens: tokens, found: found, isPartial: isPartial && found.count > 0 };
  };

  /* The best of an answer that pass the filter, and how many pages each facet would leave. */
  Index.prototype.select = function (answer, filter, limit) {
    var facetOf = this.facetOf, found = answer.found;
    var tally = this.core.facets.map(function () { return 0; });
    var passes = this.core.facets.map(function (facet) {
      return {
        section: filter.section === "" || facet[0] === +filter.section,
        audience: filter.audience === "" || facet[1].indexOf(+filter.audience) >= 0,
        portal: filter.portal === "" || facet[2] === +filter.portal
      };
    });
    var isIn = passes.map(function (pass) { return pass.section && pass.audience && pass.portal; });
    var best = [];
    var least = -1, total = 0, phrases = 0;
    for (var index = 0; index < found.count; index++) {
      var facet = facetOf[found.docs[index]];
      tally[facet]++;
      if (!isIn[facet]) continue;
      total++;
      phrases += found.phrases[index];
      var key = found.keys[index];
      if (key <= least) continue;
      var place = best.length;
      while (place > 0 && best[place - 1].key < key) place--;
      best.splice(place, 0, { doc: found.docs[index], key: key });
      if (best.length > limit) best.pop();
      if (best.length === limit) least = best[limit - 1].key;
    }
    return { hits: best, total: total, phrases: phrases, counts: this.counts(tally, passes) };
  };

  Index.prototype.counts = function (tally, passes) {
    var counts = { section: {}, audience: {}, portal: {} };
    this.core.facets.forEach(function (facet, index) {
      var pass = passes[index];
      function add(kind, name) { counts[kind][name] = (counts[kind][name] || 0) + tally[index]; }
      if (pass.audience && pass.portal) add("section", facet[0]);
      if (pass.section && pass.portal) facet[1].forEach(function (audience) { add("audience", audience); });
      if (pass.section && pass.audience) add("portal", facet[2]);
    });
    return counts;
  };

  /* The id of a heading is the plain slug of its words where none is given. */
  function headings(list) {
    return list.map(function (item, at) {
      return item === 0 ? fold(list[at - 1]).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") : item;
    });
  }

  /* Calls done with a card for each hit: title, address, description, date, headings, names of section and portal. */
  Index.prototype.cards = function (hits, done) {
    var self = this, perFile = this.core.perFile;
    var files = hits.map(function (hit) { return "d" + Math.floor(hit.doc / perFile); });
    this.load(files, function (isBroken) {
      done(hits.map(function (hit, index) {
        var card = (data[files[index]] || [])[hit.doc % perFile];
        var facet = self.core.facets[self.facetOf[hit.doc]];
        return card && {
          title: card[0], href: card[1], description: card[2], date: card[3], headings: headings(card[4]),
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
