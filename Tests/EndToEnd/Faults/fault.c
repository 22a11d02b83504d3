/* Makes one system call of a program fail: LD_PRELOAD it.
 *
 * FAULT_BELOW  only calls that concern a path below this folder count
 * FAULT_AT     the number of the call that fails, from 1; 0 for none
 * FAULT_WITH   the errno it fails with; 0 to kill the program before the call
 * FAULT_COUNT  a file that receives, for each call, its number and name
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static atomic_int calls;
static const char *below;
static int at, with, count = -1;

static int (*real_open)(const char *, int, ...);
static ssize_t (*real_write)(int, const void *, size_t);

__attribute__((constructor)) static void start(void) {
  real_open = dlsym(RTLD_NEXT, "open");
  real_write = dlsym(RTLD_NEXT, "write");
  below = getenv("FAULT_BELOW");
  at = getenv("FAULT_AT") ? atoi(getenv("FAULT_AT")) : 0;
  with = getenv("FAULT_WITH") ? atoi(getenv("FAULT_WITH")) : 0;
  if (getenv("FAULT_COUNT")) count = real_open(getenv("FAULT_COUNT"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
}

/* Whether this call is to fail; errno is set then. */
static int fails(const char *name, const char *path) {
  if (!below || !path || strncmp(path, below, strlen(below))) return 0;
  int number = atomic_fetch_add(&calls, 1) + 1;
  if (count >= 0) {
    char line[PATH_MAX + 64];
    int length = snprintf(line, sizeof line, "%d %s %s\n", number, name, path + strlen(below));
    if (length > 0) (void)!real_write(count, line, (size_t)length);
  }
  if (number != at) return 0;
  if (!with) raise(SIGKILL);
  errno = with;
  return 1;
}

static int fails_on(const char *name, int descriptor) {
  char link[64], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return fails(name, path);
}

#define REAL(type, name, ...) \
  static type (*real)(__VA_ARGS__); \
  if (!real) real = dlsym(RTLD_NEXT, name)

int open(const char *path, int flags, ...) {
  va_list list;
  va_start(list, flags);
  mode_t mode = flags & O_CREAT ? va_arg(list, mode_t) : 0;
  va_end(list);
  return fails("open", path) ? -1 : real_open(path, flags, mode);
}

DIR *opendir(const char *path) {
  REAL(DIR *, "opendir", const char *);
  return fails("opendir", path) ? NULL : real(path);
}

ssize_t write(int descriptor, const void *bytes, size_t size) {
  return fails_on("write", descriptor) ? -1 : real_write(descriptor, bytes, size);
}

ssize_t pwrite(int descriptor, const void *bytes, size_t size, off_t offset) {
  REAL(ssize_t, "pwrite", int, const void *, size_t, off_t);
  return fails_on("pwrite", descriptor) ? -1 : real(descriptor, bytes, size, offset);
}

int close(int descriptor) {
  REAL(int, "close", int);
  int failed = fails_on("close", descriptor), code = errno, result = real(descriptor);
  if (!failed) return result;
  errno = code;
  return -1;
}

int fsync(int descriptor) {
  REAL(int, "fsync", int);
  return fails_on("fsync", descriptor) ? -1 : real(descriptor);
}

int syncfs(int descriptor) {
  REAL(int, "syncfs", int);
  return fails_on("syncfs", descriptor) ? -1 : real(descriptor);
}

int rename(const char *old, const char *new) {
  REAL(int, "rename", const char *, const char *);
  return fails("rename", new) ? -1 : real(old, new);
}

int renameat2(int from, const char *old, int into, const char *new, unsigned int flags) {
  REAL(int, "renameat2", int, const char *, int, const char *, unsigned int);
  return fails("renameat2", new) ? -1 : real(from, old, into, new, flags);
}

int linkat(int from, const char *old, int into, const char *new, int flags) {
  REAL(int, "linkat", int, const char *, int, const char *, int);
  return fails("linkat", new) ? -1 : real(from, old, into, new, flags);
}

int mkdir(const char *path, mode_t mode) {
  REAL(int, "mkdir", const char *, mode_t);
  return fails("mkdir", path) ? -1 : real(path, mode);
}

int remove(const char *path) {
  REAL(int, "remove", const char *);
  return fails("remove", path) ? -1 : real(path);
}

int unlink(const char *path) {
  REAL(int, "unlink", const char *);
  return fails("unlink", path) ? -1 : real(path);
}

int rmdir(const char *path) {
  REAL(int, "rmdir", const char *);
  return fails("rmdir", path) ? -1 : real(path);
}
