/* Vùng xanh: what a query means and which pages answer it. No element is touched here; what a reader sees is in
   search-page.js. */
(function () {
  "use strict";

  /* What a word counts at each level: 0 to 2 in the text, 3 description and tags, 4 and 5 headings, 6 and 7 title. */
  var WEIGHTS = [1, 1.4, 1.8, 3, 4, 4.5, 7, 8];
  var Index = window.VungXanhIndex, pairHash = Index.pairHash;
  var read = window.VungXanhText;
  var fold = read.fold, parts = read.parts, fit = read.fit;

  /* What each typed word is taken for, with how it came to that: typed, keys, prefix, slip, marks or nothing. */
  Index.prototype.understand = function (query, isTyping, done) {
    var self = this;
    var typed = read.words(query);
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
          token.choices = token.choices.filter(function (choice) { return self.term(choice.folded); });
          take(token, token.choices[0] || { by: "nothing", folded: token.folded, parts: token.parts });
        });
        /* Marks that no page has on this word are taken for a slip too: mật khẫu. */
        tokens.forEach(function (token) {
          var variants = token.by === "typed" && self.term(token.folded);
          if (!variants || variants.some(function (variant) { return fit(token.parts, variant.parts) > 0; })) return;
          take(token, { by: "marks", folded: token.folded, parts: parts(token.folded) });
        });
        self.decide(tokens, function () { done(tokens, isBroken || isBrokenToo); });
      });
    });
  };

  function take(token, choice) {
    token.by = choice.by;
    token.folded = choice.folded;
    token.parts = choice.parts;
  }

  /* Of several words that a slip may have meant, takes the one that stands beside the words around it. */
  Index.prototype.decide = function (tokens, done) {
    var self = this;
    var open = tokens.filter(function (token) { return token.by === "slip" && token.choices.length > 1; });
    this.weighBeside(tokens, open, function (weights) {
      open.forEach(function (token, number) {
        var best = 0;
        token.choices.forEach(function (choice, at) { if (weights[number][at] > weights[number][best]) best = at; });
        take(token, token.choices[best]);
      });
      done();
    });
  };

  /* For each choice of some tokens, in how many pages it stands beside a neighbour. */
  Index.prototype.weighBeside = function (tokens, open, done) {
    var self = this;
    var hashes = open.map(function (token) {
      var at = tokens.indexOf(token);
      return token.choices.map(function (choice) {
        var beside = [];
        if (at > 0) beside.push(pairHash(tokens[at - 1].folded, choice.folded));
        if (at + 1 < tokens.length) beside.push(pairHash(choice.folded, tokens[at + 1].folded));
        return beside;
      });
    });
    var files = [];
    hashes.forEach(function (ofToken) {
      ofToken.forEach(function (beside) { beside.forEach(function (hash) { files.push(self.pairFile(hash)); }); });
    });
    this.load(files, function () {
      done(hashes.map(function (ofToken) {
        return ofToken.map(function (beside) {
          var count = 0;
          beside.forEach(function (hash) { self.forEachPair(hash, function () { count++; }); });
          return count;
        });
      }));
    });
  };

  /* What an unknown word may have been meant to be, the likeliest first. */
  Index.prototype.choices = function (token, isUnfinished) {
    var self = this;
    var choices = [];
    var decoded = read.decodeTyping(token.folded === token.typed ? token.typed : "");
    if (decoded) choices.push({ folded: decoded.folded, parts: decoded, by: "keys" });
    /* The most common words first. */
    function add(by, limit, worth) {
      var found = [];
      self.words.forEach(function (word, index) {
        var value = worth(word);
        if (value >= 0) found.push({ folded: word, parts: parts(word), by: by, worth: value + self.commonness[index] });
      });
      found.sort(function (a, b) { return b.worth - a.worth; });
      choices.push.apply(choices, found.slice(0, limit));
    }
    if (isUnfinished) {
      add("prefix", 1, function (word) { return word.slice(0, token.folded.length) === token.folded ? 0 : -1; });
    }
    if (!/[0-9]/.test(token.folded) && token.folded.length > 1) {
      var heard = read.sound(token.folded);
      add("slip", 3, function (word) {
        if (/[0-9]/.test(word)) return -1;
        return read.sound(word) === heard ? 64 : read.isOneSlip(word, token.folded) ? 0 : -1;
      });
    }
    return choices;
  };

  /* Finds pages; done gets the answer that `rank` makes. */
  Index.prototype.find = function (query, options, done) {
    var self = this;
    this.load(["core"], function (isBroken) {
      if (isBroken || !self.prepare()) return done({ isBroken: true });
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
          self.suggest(answer, done);
        });
      });
    });
  };

  /* Two words that exist but nowhere stand side by side: offers what sounds alike and does. */
  Index.prototype.suggest = function (answer, done) {
    var self = this;
    var tokens = answer.tokens;
    var isSound = tokens.length > 1 && tokens.length < 5 && !answer.hasPhrase && answer.found.count * 3 < this.core.count &&
      tokens.every(function (token) { return /typed|marks/.test(token.by); });
    if (!isSound) return done(answer);
    tokens.forEach(function (token) {
      var heard = read.sound(token.folded);
      token.choices = self.words.filter(function (word) { return word !== token.folded && read.sound(word) === heard; })
        .slice(0, 4).map(function (word) { return { folded: word }; });
    });
    this.weighBeside(tokens, tokens, function (weights) {
      var best = 0;
      weights.forEach(function (ofToken, number) {
        ofToken.forEach(function (weight, at) {
          if (weight <= best) return;
          best = weight;
          answer.suggestion = tokens.map(function (token, index) {
            return index === number ? token.choices[at].folded : token.folded;
          }).join(" ");
        });
      });
      done(answer);
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
        var claim = how === 2 && /typed|keys/.test(token.by) ? Infinity : found;
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
    var pairCount = 0, hasPhrase = false;
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
        if (best[doc] < 1) continue;
        beside[doc]++;
        hasPhrase = true;
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
    return { tokens: tokens, found: found, hasPhrase: hasPhrase, isPartial: isPartial && found.count > 0 };
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

  /* Where in a text the words of a query stand: start, end, start, end … */
  Index.prototype.marks = function (text, tokens) {
    var found = [];
    read.WORD.lastIndex = 0;
    for (var match; (match = read.WORD.exec(text));) {
      var folded = fold(match[0]), own = parts(match[0]);
      var isMeant = tokens.some(function (token) {
        return token.by !== "nothing" && token.folded === folded && fit(token.parts, own) > 0;
      });
      if (isMeant) found.push(match.index, match.index + match[0].length);
    }
    return found;
  };
})();
