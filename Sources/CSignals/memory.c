#define _GNU_SOURCE

#include "Memory.h"

#include <malloc.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

void qj_memory_settle(void) {
  // Explicit values stay fixed. Otherwise freeing the first large block would make all later ones part of the heap.
  mallopt(M_MMAP_THRESHOLD, 64 << 10);
  mallopt(M_TRIM_THRESHOLD, 128 << 10);
  mallopt(M_ARENA_MAX, 1);
}

// The usual stack limit of programs, in bytes.
#define USUAL_STACK (8UL << 20)

bool qj_stack_settle(void) {
  struct rlimit limit;
  if (getrlimit(RLIMIT_STACK, &limit) != 0 || limit.rlim_cur >= USUAL_STACK) return true;
  // The stack grows into the address space reserved for it, so a new limit takes effect at once.
  limit.rlim_cur = limit.rlim_max < USUAL_STACK ? limit.rlim_max : USUAL_STACK;
  setrlimit(RLIMIT_STACK, &limit);
  return getrlimit(RLIMIT_STACK, &limit) != 0 || limit.rlim_cur >= QJ_LEAST_STACK;
}

// The bytes of unused stack to release below the running function, and the bytes to keep for signal handlers.
#define DEEPEST (256UL << 10)
#define RESERVED (16UL << 10)

/// Releases the stack below the running function. Reading and parsing use a deep stack, which is not read again.
static void trim_stack(void) {
  char here;
  if (gettid() != getpid()) return;
  uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
  uintptr_t end = ((uintptr_t)&here - RESERVED) & ~(page - 1);
  // Addresses that the stack never reached are not mapped, which is harmless.
  madvise((void *)(end - DEEPEST), DEEPEST, MADV_DONTNEED);
}

void qj_memory_trim(void) {
  malloc_trim(0);
  trim_stack();
}
