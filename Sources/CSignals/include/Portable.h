#ifndef QJ_PORTABLE_H
#define QJ_PORTABLE_H

// The portable form: the program with a C library of its own, and the charsets, locales and descriptions of terminals that fit it.

/// Makes the C library take charsets and locales from the directories beside it, if they are there, and names the
/// process after the program instead of the loader. Does nothing where the C library is the system's. To be called
/// after the environment was cut down, and before the locale is set or a text is converted.
void qj_portable_settle(void);

/// The directory of the descriptions of terminals that came along; NULL where there are none.
const char *_Nullable qj_portable_terminals(void);

/// An argument that the program was started with, its name at 0; NULL behind the last one. Swift reads them from /proc/self/cmdline,
/// which has those of the loader, and nothing where there is no /proc.
const char *_Nullable qj_argument(int index);

#endif
