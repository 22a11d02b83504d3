/* Vùng xanh: how search reads words, as the generator does (docs/search.md), and what may have been meant by those that no
   page has. */
(function () {
  "use strict";

  var TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
  var WORD = /[0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2c00-\u2fff\u3040-\ud7ff]+/g;
  var MARKS = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;
  /* Letters that Unicode does not take apart, each before what it is folded to. */
  var PLAIN = {};
  ("đd ðd øo łl ıi ħh ĸk ŀl ŉn ŋn ŧt ſs ƀb ǝe ƒf ɨi ƚl ƶz ǥg ȷj ⱥa ȼc ⱦt ɇe ɉj ɍr ɏy ẜs ẝs æae œoe ßss þth ĳij " +
    "ǆdz ǉlj ǌnj ǳdz ﬀff ﬁfi ﬂfl ﬃffi ﬄffl ﬅst ﬆst").split(" ").forEach(function (pair) { PLAIN[pair[0]] = pair.slice(1); });

  function fold(text) {
    return text.normalize("NFD").replace(MARKS, "").toLowerCase().replace(MARKS, "")
      .replace(/[^\u0000-\u007f]/g, function (letter) { return PLAIN[letter] || letter; }).normalize("NFC");
  }

  /* Cuts where the generator does: see Sources/Search/Tokens.swift. */
  function words(text) {
    return text.normalize("NFC").toLowerCase()
      .match(WORD) || [];
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

  /* What ears and regions do not tell apart: tr and ch, s and x, d, gi, r and v, l and n, c and t or ng and n at the end. */
  function sound(folded) {
    return folded.replace(/^tr/, "ch").replace(/^(gi|r|v)(?=[aeiouy])/, "d").replace(/^s/, "x").replace(/^ngh/, "ng")
      .replace(/^gh/, "g").replace(/^qu/, "cu").replace(/^k/, "c").replace(/^n(?=[aeiouy])/, "l")
      .replace(/y/g, "i").replace(/(ng|nh)$/, "n").replace(/(ch|c)$/, "t");
  }

  window.VungXanhText = {
    WORD: WORD, fold: fold, words: words, parts: parts, fit: fit, decodeTyping: decodeTyping, isOneSlip: isOneSlip, sound: sound
  };
})();
