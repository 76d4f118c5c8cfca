#ifndef QJ_CONFINEMENT_H
#define QJ_CONFINEMENT_H

// What a session gives up for good that serves somebody who must not reach the machine behind it.

/// Removes every variable from the environment but those of `kept`, a list of at most 16 that ends with NULL. Their values
/// are cut before the first byte that is in no name of a terminal or a locale, such as a slash, and after 128 bytes.
void qj_environment_keep(const char *_Nullable const *_Nonnull kept);

/// Makes the process unable to start a program, to make or open a file for writing, to open a connection, and to look
/// into or signal another process: these calls fail with EPERM from now on. No core is written. Threads can still be started.
/// To be called before the first of them. Returns 0; -1 when the system has no such filter, and then only the
/// core and the privileges are given up.
int qj_confine(void);

/// The same for a service, which may still send datagrams to its manager on this machine.
int qj_confine_service(void);

#endif
