#define _GNU_SOURCE

#include "Memory.h"

#include <malloc.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

void qj_memory_settle(void) {
  // Set by hand they stay; else the first large block that is freed makes all later ones part of the heap.
  mallopt(M_MMAP_THRESHOLD, 64 << 10);
  mallopt(M_TRIM_THRESHOLD, 128 << 10);
  mallopt(M_ARENA_MAX, 1);
}

// What programs have where nobody limits it.
#define USUAL_STACK (8UL << 20)

bool qj_stack_settle(void) {
  struct rlimit limit;
  if (getrlimit(RLIMIT_STACK, &limit) != 0 || limit.rlim_cur >= USUAL_STACK) return true;
  // The stack grows into the room that is left for it, so that this holds at once.
  limit.rlim_cur = limit.rlim_max < USUAL_STACK ? limit.rlim_max : USUAL_STACK;
  setrlimit(RLIMIT_STACK, &limit);
  return getrlimit(RLIMIT_STACK, &limit) != 0 || limit.rlim_cur >= QJ_LEAST_STACK;
}

// What is left of the stack below the running function, in bytes, and how far of that the handlers of signals may reach.
#define DEEPEST (256UL << 10)
#define RESERVED (16UL << 10)

/// Reading and parsing go deep; nothing below the running function is ever looked at again.
static void trim_stack(void) {
  char here;
  if (gettid() != getpid()) return;
  uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
  uintptr_t end = ((uintptr_t)&here - RESERVED) & ~(page - 1);
  // Where the stack never reached nothing is mapped, which does no harm.
  madvise((void *)(end - DEEPEST), DEEPEST, MADV_DONTNEED);
}

void qj_memory_trim(void) {
  malloc_trim(0);
  trim_stack();
}
