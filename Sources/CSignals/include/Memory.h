#ifndef QJ_MEMORY_H
#define QJ_MEMORY_H

#include <stdbool.h>

/// Lets large blocks go back to the system when they are freed, and all threads share one heap: what reading took for a
/// moment leaves no holes behind. To be called before anything is read.
void qj_memory_settle(void);

/// Makes room for a stack that was limited to little, as far as that may be raised. Returns whether there is enough: a
/// program that goes on without would end by SIGSEGV.
bool qj_stack_settle(void);

/// The least stack that is enough, in bytes.
enum { QJ_LEAST_STACK = 256 << 10 };

/// Gives memory that was used and is not any more back to the system, on the main thread also that of the stack. Here because Swift's Glibc module leaves <malloc.h>
/// out.
void qj_memory_trim(void);

#endif
