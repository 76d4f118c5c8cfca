#ifndef QJ_CONFINEMENT_H
#define QJ_CONFINEMENT_H

// Permissions that a session drops for good when its user must not reach the machine behind it.

/// Removes every variable from the environment except those in `kept`, a list of at most 16 that ends with NULL. Their
/// values are cut before the first byte that is not valid in the name of a terminal or a locale, such as a slash, and
/// after 128 bytes.
void qj_environment_keep(const char *_Nullable const *_Nonnull kept);

/// Prevents the process from starting programs, making files or opening them for writing, opening connections, and
/// inspecting or signalling other processes: these calls fail with EPERM from now on. No core is written. Threads can
/// still be started. Call it before the first thread. Returns 0; -1 if the system has no such filter, and then only the
/// core and the privileges are dropped.
int qj_confine(void);

/// Does the same for a service, which may still send datagrams to its manager on this machine.
int qj_confine_service(void);

#endif
