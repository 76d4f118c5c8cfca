#ifndef QJ_CNCURSES_H
#define QJ_CNCURSES_H

#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
// Macros of these names would hide nothing from Swift, but get in the way of the functions below.
#define NCURSES_NOMACROS 1

#include <ncursesw/curses.h>
#include <ncursesw/term.h>
#include <stdio.h>
#include <wchar.h>

// What Swift cannot see, because it is a cast, or may not touch, because it is a global variable.

static inline SCREEN *_Nullable qj_newterm(const char *_Nonnull type) { return newterm((char *)type, stdout, stdin); }
static inline WINDOW *_Nullable qj_screen(void) { return stdscr; }
static inline WINDOW *_Nullable qj_current(void) { return curscr; }
static inline int qj_colours(void) { return COLORS; }
static inline int qj_pairs(void) { return COLOR_PAIRS; }
static inline attr_t qj_bold(void) { return A_BOLD; }
static inline attr_t qj_dim(void) { return A_DIM; }
static inline attr_t qj_reverse(void) { return A_REVERSE; }
static inline attr_t qj_underline(void) { return A_UNDERLINE; }

/// Looks the terminal type up. 1 when it can be used; 0 when it is unknown or too simple; -1 without a database.
static inline int qj_setupterm(const char *_Nonnull type, int fd) {
  int status = 0;
  if (setupterm(type, fd, &status) == OK) return 1;
  return status < 0 ? -1 : 0;
}

/// A capability of the terminal that was looked up last; NULL when it has none.
static inline const char *_Nullable qj_capability(const char *_Nonnull name) {
  const char *value = tigetstr((char *)name);
  return value == (const char *)-1 ? NULL : value;
}

/// A number about the terminal that was looked up last; negative when it has none.
static inline int qj_number(const char *_Nonnull name) { return tigetnum((char *)name); }

#endif
