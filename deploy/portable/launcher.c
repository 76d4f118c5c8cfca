// Starts the program of the portable form with the loader and the C library beside it: the kernel looks for a loader only at
// an absolute path, and the directory can be anywhere. Linked statically, so that it has no dependencies itself.

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <unistd.h>

#define PROGRAM "lib/qjboard"
#define LOADER "lib/loader"
#define LIBRARIES "lib"

/// System libraries would be loaded into a C library for which they were not built.
static const char *const dropped[] = {"LD_PRELOAD", "LD_LIBRARY_PATH", "LD_AUDIT"};

/// Writes the directory of this file, without links and with its closing slash, into `place`, which has room for PATH_MAX bytes.
/// Returns its length, 0 when it is unknown.
static size_t find_place(char *place) {
  ssize_t length = readlink("/proc/self/exe", place, PATH_MAX - 1);
  if (length > 0) {
    place[length] = '\0';
  } else {
    // Without /proc, the kernel provides the name of the started file.
    const char *name = (const char *)getauxval(AT_EXECFN);
    if (name == NULL || realpath(name, place) == NULL) return 0;
  }
  char *slash = strrchr(place, '/');
  if (slash == NULL) return 0;
  slash[1] = '\0';
  return (size_t)(slash + 1 - place);
}

int main(int count, char **arguments) {
  static char place[PATH_MAX], loader[PATH_MAX + 16], program[PATH_MAX + 16], libraries[PATH_MAX + 16];
  if (find_place(place) == 0) {
    fputs("qjboard: the directory of the program cannot be found\n", stderr);
    return 70;
  }
  if (strpbrk(place, ":;") != NULL) {
    fputs("qjboard: the path of its directory must not contain ':' or ';'\n", stderr);
    return 70;
  }
  snprintf(loader, sizeof loader, "%s" LOADER, place);
  snprintf(program, sizeof program, "%s" PROGRAM, place);
  snprintf(libraries, sizeof libraries, "%s" LIBRARIES, place);
  for (size_t i = 0; i < sizeof dropped / sizeof *dropped; i++) unsetenv(dropped[i]);

  char **passed = calloc((size_t)count + 8, sizeof *passed);
  if (passed == NULL) return 70;
  char *name = count > 0 ? arguments[0] : "qjboard";
  char *const options[] = {name, "--inhibit-cache", "--library-path", libraries, "--argv0", name, program};
  size_t filled = sizeof options / sizeof *options;
  memcpy(passed, options, sizeof options);
  for (int i = 1; i < count; i++) passed[filled++] = arguments[i];
  execv(loader, passed);
  fprintf(stderr, "qjboard: %s: %s\n", loader, strerror(errno));
  return 70;
}
