// Made cldr-syllables.txt, cldr-titles.txt and cldr-differences.tsv, once, with ICU 72 (CLDR 42), so that tests need no
// ICU:
//
//   cc cldr-order.c -o cldr-order $(pkg-config --cflags --libs icu-i18n icu-uc)
//   ./cldr-order whole    < words  > cldr-syllables.txt     CLDR vi as it is
//   ./cldr-order syllable < titles > cldr-titles.txt        CLDR vi, one syllable after the other
//   ./cldr-order pairs    < pairs  > cldr-differences.tsv   adds CLDR's answer (< or >) to “a TAB b TAB reason”
//
// “syllable” is a dictionary's order put together from CLDR's weights: syllables are compared one by one by letters
// and tones (secondary strength, numeric), and only then are whole titles compared for case.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ucol.h>
#include <unicode/ustring.h>

static UCollator *tones, *cases;

static int compare(UCollator *collator, const char *a, int m, const char *b, int n) {
  UErrorCode error = U_ZERO_ERROR;
  UCharIterator one, two;
  uiter_setUTF8(&one, a, m);
  uiter_setUTF8(&two, b, n);
  return ucol_strcollIter(collator, &one, &two, &error);
}

static int whole(const void *a, const void *b) {
  return compare(cases, *(char **)a, -1, *(char **)b, -1);
}

static int syllable(const void *a, const void *b) {
  const char *one = *(char **)a, *two = *(char **)b;
  while (*one && *two) {
    int m = strcspn(one, " "), n = strcspn(two, " ");
    int result = compare(tones, one, m, two, n);
    if (result) return result;
    one += m + (one[m] == ' ');
    two += n + (two[n] == ' ');
  }
  return *one ? 1 : *two ? -1 : whole(a, b);
}

int main(int count, char **arguments) {
  UErrorCode error = U_ZERO_ERROR;
  const char *mode = count > 1 ? arguments[1] : "whole";
  tones = ucol_open("vi", &error);
  cases = ucol_open("vi", &error);
  ucol_setStrength(tones, UCOL_SECONDARY);
  if (!strcmp(mode, "syllable")) {
    ucol_setAttribute(tones, UCOL_NUMERIC_COLLATION, UCOL_ON, &error);
    ucol_setAttribute(cases, UCOL_NUMERIC_COLLATION, UCOL_ON, &error);
  }
  static char *lines[100000];
  static char line[4096];
  int n = 0;
  while (fgets(line, sizeof line, stdin)) {
    line[strcspn(line, "\n")] = 0;
    if (*line) lines[n++] = strdup(line);
  }
  if (!strcmp(mode, "pairs")) {
    for (int i = 0; i < n; i++) {
      char *a = strtok(lines[i], "\t"), *b = strtok(NULL, "\t"), *reason = strtok(NULL, "\t");
      printf("%s\t%s\t%s\t%s\n", a, whole(&a, &b) < 0 ? "<" : whole(&a, &b) > 0 ? ">" : "=", b, reason);
    }
    return U_FAILURE(error);
  }
  qsort(lines, n, sizeof *lines, strcmp(mode, "whole") ? syllable : whole);
  for (int i = 0; i < n; i++) puts(lines[i]);
  return U_FAILURE(error);
}
