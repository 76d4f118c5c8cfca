#ifndef QJ_PORTABLE_H
#define QJ_PORTABLE_H

// The portable build: the program with its own C library, and matching charsets, locales and terminal descriptions.

/// Makes the C library use the charsets and locales in the directories beside it, if they exist, and names the process
/// after the program instead of the loader. Does nothing if the C library is the system's. Call it after the
/// environment is reduced, and before the locale is set or text is converted.
void qj_portable_settle(void);

/// Returns the directory of the terminal descriptions of the portable build; NULL if there is none.
const char *_Nullable qj_portable_terminals(void);

/// Returns an argument that the program was started with, its name at 0; NULL out of range. Swift reads the arguments
/// from /proc/self/cmdline, which contains those of the loader, and nothing where /proc is missing.
const char *_Nullable qj_argument(int index);

#endif
