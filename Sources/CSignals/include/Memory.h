#ifndef QJ_MEMORY_H
#define QJ_MEMORY_H

#include <stdbool.h>

/// Makes freed large blocks return to the system and all threads share one heap, so that memory used while reading
/// leaves no holes behind. Call it before reading anything.
void qj_memory_settle(void);

/// Raises a low stack limit as far as allowed. Returns whether the stack is large enough. A program that continues
/// without enough stack would end by SIGSEGV.
bool qj_stack_settle(void);

/// The minimum stack size, in bytes.
enum { QJ_LEAST_STACK = 256 << 10 };

/// Returns unused memory to the system, on the main thread also that of the stack. In C because Swift's Glibc module
/// does not export <malloc.h>.
void qj_memory_trim(void);

#endif
