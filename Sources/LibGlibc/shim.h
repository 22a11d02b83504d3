#include <malloc.h>

// Behind _GNU_SOURCE, which would have to be set for all that Swift's own module of glibc includes.
int renameat2(int, const char *, int, const char *, unsigned int);
int syncfs(int);
