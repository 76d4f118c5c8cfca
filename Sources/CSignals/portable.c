#define _GNU_SOURCE

#include "Portable.h"

#include <dlfcn.h>
#include <gnu/libc-version.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

static char terminals[PATH_MAX];

/// Sets a variable to a directory beside the C library. Returns 1, or 0 if the directory is missing.
static int point(const char *variable, const char *place, const char *name) {
  char path[PATH_MAX];
  if (snprintf(path, sizeof path, "%s/%s", place, name) >= (int)sizeof path || access(path, X_OK) != 0) return 0;
  return setenv(variable, path, 1) == 0;
}

void qj_portable_settle(void) {
  Dl_info library;
  if (dladdr((const void *)gnu_get_libc_version, &library) == 0 || library.dli_fname == NULL) return;
  const char *slash = strrchr(library.dli_fname, '/');
  size_t length = slash == NULL ? 0 : (size_t)(slash - library.dli_fname);
  char place[PATH_MAX];
  if (length == 0 || length >= sizeof place) return;
  memcpy(place, library.dli_fname, length);
  place[length] = '\0';
  // The system's modules were built for the system's C library, so a variable that points to them must not remain.
  if (!point("GCONV_PATH", place, "charsets")) return;
  point("LOCPATH", place, "locales");
  if (snprintf(terminals, sizeof terminals, "%s/terminals", place) >= (int)sizeof terminals) terminals[0] = '\0';
  prctl(PR_SET_NAME, "qjboard", 0, 0, 0);
}

const char *qj_portable_terminals(void) { return terminals[0] == '\0' ? NULL : terminals; }

static int argument_count;
static char **arguments;

/// Runs before main, with the arguments of main.
__attribute__((constructor)) static void keep_arguments(int count, char **values) {
  argument_count = count;
  arguments = values;
}

const char *qj_argument(int index) {
  return index >= 0 && index < argument_count ? arguments[index] : NULL;
}
