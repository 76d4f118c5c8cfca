// Preloaded into the program under test: lets it crash for real at a chosen moment, and moves its wall clock.
//
//   QJ_SHIM_CRASH=KIND:N     at the N-th write to a terminal or poll: segv, stack, abort, trap, bus, fpe or memory
//   QJ_SHIM_CLOCK=FILE       a file with eight bytes, the seconds that are added to the wall clock (signed, native order)
//
//   cc -shared -fPIC -O1 -o shim.so shim.c -ldl
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static const char *crash = "";
static long crash_at = -1;
static volatile int64_t *offset;
static long calls;

__attribute__((constructor)) static void begin(void) {
  const char *wish = getenv("QJ_SHIM_CRASH");
  const char *colon = wish ? strchr(wish, ':') : NULL;
  if (colon) {
    crash = strndup(wish, (size_t)(colon - wish));
    crash_at = atol(colon + 1);
  }
  const char *file = getenv("QJ_SHIM_CLOCK");
  if (file) {
    int descriptor = open(file, O_RDONLY | O_CLOEXEC);
    void *page = mmap(NULL, 8, PROT_READ, MAP_SHARED, descriptor, 0);
    if (page != MAP_FAILED) offset = page;
    close(descriptor);
  }
}

static volatile int sink;

__attribute__((noinline)) static int deeper(int depth) {
  volatile char room[4096];
  room[depth % 4096] = (char)depth;
  return deeper(depth + 1) + room[(depth + 1) % 4096];
}

static void perhaps_crash(void) {
  if (crash_at < 0 || ++calls != crash_at) return;
  if (!strcmp(crash, "segv")) *(volatile int *)NULL = 1;
  if (!strcmp(crash, "stack")) sink = deeper(0);
  if (!strcmp(crash, "abort")) abort();
  if (!strcmp(crash, "trap")) __builtin_trap();
  if (!strcmp(crash, "fpe")) sink = 1 / (sink - sink);
  if (!strcmp(crash, "bus")) {
    int descriptor = memfd_create("gone", 0);
    volatile char *page = mmap(NULL, 4096, PROT_READ, MAP_SHARED, descriptor, 0);
    sink = page[0];
  }
  if (!strcmp(crash, "memory")) {
    struct rlimit none = {1, 1};
    setrlimit(RLIMIT_AS, &none);
    setrlimit(RLIMIT_DATA, &none);
    for (size_t size = 1 << 20; size >= 16; size /= 2)
      while (malloc(size)) {}
  }
}

#define REAL(name) __typeof__(name) *real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

ssize_t write(int descriptor, const void *bytes, size_t count) {
  REAL(write);
  if (isatty(descriptor)) perhaps_crash();
  return real(descriptor, bytes, count);
}

int poll(struct pollfd *descriptors, nfds_t count, int timeout) {
  REAL(poll);
  perhaps_crash();
  return real(descriptors, count, timeout);
}

int clock_gettime(clockid_t clock, struct timespec *result) {
  REAL(clock_gettime);
  int status = real(clock, result);
  if (status == 0 && offset && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) result->tv_sec += *offset;
  return status;
}

time_t time(time_t *result) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (result) *result = now.tv_sec;
  return now.tv_sec;
}

int gettimeofday(struct timeval *restrict result, void *restrict zone) {
  (void)zone;
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  result->tv_sec = now.tv_sec;
  result->tv_usec = now.tv_nsec / 1000;
  return 0;
}
