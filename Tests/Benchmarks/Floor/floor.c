/* The floor: the least that a generator on libcmark-gfm can do. Reads every .md below a folder, leaves out the front
   matter, renders, and writes one .html a page between a constant header and footer, on two threads.

   usage: floor CONTENT OUTPUT */

#define _GNU_SOURCE
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <fcntl.h>
#include <ftw.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum { THREADS = 2, OPTIONS = CMARK_OPT_FOOTNOTES };

static const char *const extension_names[] = {"table", "strikethrough", "autolink", "tasklist"};
enum { EXTENSIONS = sizeof extension_names / sizeof *extension_names };

static cmark_syntax_extension *extensions[EXTENSIONS];
static char header[3 * 1024], footer[1 * 1024];
static const char *output;
static size_t content_length;
static char **pages;
static size_t count, capacity;
static atomic_size_t cursor;

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static char *joined(const char *folder, const char *name) {
  char *path;
  if (asprintf(&path, "%s%s", folder, name) < 0) fail("asprintf");
  return path;
}

/* Folders are made while walking, before the threads start. */
static int visit(const char *path, const struct stat *status, int kind, struct FTW *place) {
  (void)status, (void)place;
  if (kind == FTW_D) {
    char *folder = joined(output, path + content_length);
    mkdir(folder, 0777);
    free(folder);
  }
  size_t length = strlen(path);
  if (kind != FTW_F || length < 3 || strcmp(path + length - 3, ".md")) return 0;
  if (count == capacity) {
    capacity = capacity ? 2 * capacity : 1024;
    pages = realloc(pages, capacity * sizeof *pages);
    if (!pages) fail("realloc");
  }
  pages[count++] = joined(path, "");
  return 0;
}

/* Returns the length; *buffer grows as needed and is used again for the next file. */
static size_t read_file(const char *path, char **buffer, size_t *size) {
  int file = open(path, O_RDONLY);
  struct stat status;
  if (file < 0 || fstat(file, &status)) fail(path);
  size_t length = (size_t)status.st_size;
  if (length > *size) {
    *size = 2 * length;
    *buffer = realloc(*buffer, *size);
    if (!*buffer) fail("realloc");
  }
  if (read(file, *buffer, length) != (ssize_t)length) fail(path);
  close(file);
  return length;
}

static size_t front_matter_length(const char *text, size_t length) {
  if (length < 4 || memcmp(text, "---\n", 4)) return 0;
  const char *end = memmem(text + 4, length - 4, "\n---\n", 5);
  return end ? (size_t)(end + 5 - text) : 0;
}

static void write_page(const char *page, const char *html) {
  char *path = joined(output, page + content_length);
  size_t stem = strlen(path) - 3;
  path = realloc(path, stem + sizeof ".html");
  if (!path) fail("realloc");
  strcpy(path + stem, ".html");
  int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
  if (file < 0) fail(path);
  size_t length = strlen(html);
  struct iovec parts[] = {
      {header, sizeof header}, {(char *)html, length}, {footer, sizeof footer}};
  if (writev(file, parts, 3) != (ssize_t)(sizeof header + length + sizeof footer)) fail(path);
  close(file);
  free(path);
}

static void *work(void *unused) {
  (void)unused;
  char *buffer = NULL;
  size_t size = 0;
  for (size_t page; (page = atomic_fetch_add(&cursor, 1)) < count;) {
    size_t length = read_file(pages[page], &buffer, &size);
    size_t start = front_matter_length(buffer, length);
    cmark_parser *parser = cmark_parser_new(OPTIONS);
    for (int i = 0; i < EXTENSIONS; i++) cmark_parser_attach_syntax_extension(parser, extensions[i]);
    cmark_parser_feed(parser, buffer + start, length - start);
    cmark_node *document = cmark_parser_finish(parser);
    char *html = cmark_render_html(document, OPTIONS, cmark_parser_get_syntax_extensions(parser));
    write_page(pages[page], html);
    free(html);
    cmark_node_free(document);
    cmark_parser_free(parser);
  }
  free(buffer);
  return NULL;
}

/* About as much as a real theme puts around a page. */
static void fill(char *text, size_t size, const char *start) {
  static const char line[] = "<li><a href=\"../an-toan.html\">An to\303\240n</a></li>\n";
  size_t length = strlen(start);
  memcpy(text, start, length);
  for (size_t i = length; i < size; i++) text[i] = line[(i - length) % (sizeof line - 1)];
}

int main(int argc, char **argv) {
  if (argc != 3) {
    fputs("usage: floor CONTENT OUTPUT\n", stderr);
    return 2;
  }
  content_length = strlen(argv[1]);
  output = argv[2];
  fill(header, sizeof header, "<!doctype html>\n<html lang=\"vi\">\n<title>V\303\271ng xanh</title>\n");
  fill(footer, sizeof footer, "<footer>\n");
  cmark_gfm_core_extensions_ensure_registered();
  for (int i = 0; i < EXTENSIONS; i++) {
    extensions[i] = cmark_find_syntax_extension(extension_names[i]);
    if (!extensions[i]) fail(extension_names[i]);
  }
  if (nftw(argv[1], visit, 32, FTW_PHYS)) fail(argv[1]);
  pthread_t threads[THREADS];
  for (int i = 0; i < THREADS; i++)
    if (pthread_create(&threads[i], NULL, work, NULL)) fail("pthread_create");
  for (int i = 0; i < THREADS; i++) pthread_join(threads[i], NULL);
  return 0;
}
