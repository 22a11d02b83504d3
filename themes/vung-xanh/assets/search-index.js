/* Vùng xanh: the files of the search index (docs/search.md), loaded as they are needed. They come as scripts, since a page
   opened from disk may not fetch. */
(function () {
  "use strict";

  var FORMAT = 1;
  var fold = window.VungXanhText.fold, parts = window.VungXanhText.parts;

  /* Numbers */

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

  /* Whether the index is one that this script can read. */
  Index.prototype.prepare = function () {
    if (this.core) return true;
    if (data.core.format !== FORMAT) return false;
    var core = this.core = data.core;
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
    return true;
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

  Index.pairHash = pairHash;
  window.VungXanhIndex = Index;
})();
