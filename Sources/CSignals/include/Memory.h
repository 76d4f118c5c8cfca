#ifndef QJ_MEMORY_H
#define QJ_MEMORY_H

/// Gives memory that was used and is not any more back to the system. Here because Swift's Glibc module leaves <malloc.h>
/// out.
void qj_memory_trim(void);

#endif
