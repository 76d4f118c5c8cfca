#ifndef QJ_CVTERM_H
#define QJ_CVTERM_H

#include <limits.h>
#include <pty.h>
#include <vterm.h>

// Opens a new terminal. `name` has room for PATH_MAX bytes. Here because Swift's Glibc module leaves <pty.h> out.
static inline int qj_openpty(int *_Nonnull master, int *_Nonnull slave, char *_Nonnull name) {
  return openpty(master, slave, name, NULL, NULL);
}

#endif
