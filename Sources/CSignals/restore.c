#define _GNU_SOURCE

#include "CSignals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

// Crashes first; the others end a program by default as well, and nothing here has a use for them.
static const int deadly[] = {SIGSEGV, SIGILL,  SIGBUS,  SIGFPE,  SIGABRT,   SIGTRAP, SIGSYS,  SIGQUIT, SIGXCPU,
                             SIGXFSZ, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGPOLL, SIGPWR};

enum { CRASHES = 7 };

#define MAXIMUM_FLUSHES 100

static int terminal = -1;
static struct termios line_discipline;
static unsigned char restoring[512];
static size_t restoring_length;
static atomic_bool is_armed;
// Larger than MINSIGSTKSZ on every processor; the handlers need little.
static _Alignas(16) unsigned char crash_stack[65536];

/// Writes all of the bytes without waiting. Output that nobody reads is thrown away to make room.
static void write_restoring(void) {
  int flags = fcntl(terminal, F_GETFL);
  // For these bytes only: the flag belongs to everybody who has this terminal open.
  if (flags >= 0) fcntl(terminal, F_SETFL, flags | O_NONBLOCK);
  size_t done = 0;
  int flushes = 0;
  while (done < restoring_length) {
    ssize_t count = write(terminal, restoring + done, restoring_length - done);
    if (count > 0) {
      done += (size_t)count;
    } else if (count < 0 && errno == EINTR) {
      continue;
    } else if (flushes < MAXIMUM_FLUSHES) {
      // A thread that is blocked in the middle of a frame may fill the room again; what is left of the frame is finite.
      flushes++;
      tcflow(terminal, TCOON);
      tcflush(terminal, TCOFLUSH);
      done = 0;
    } else {
      break;
    }
  }
  if (flags >= 0) fcntl(terminal, F_SETFL, flags);
}

void qj_restore_now(void) {
  if (terminal < 0 || !atomic_exchange(&is_armed, false)) return;
  int saved = errno;
  // In the background the terminal is somebody else's.
  pid_t foreground = tcgetpgrp(terminal);
  if (foreground < 0 || foreground == getpgrp()) {
    tcsetattr(terminal, TCSANOW, &line_discipline);
    write_restoring();
  }
  errno = saved;
}

static void die(int number) {
  qj_restore_now();
  // The default action was put back when this handler was entered.
  raise(number);
}

static void install_handlers(void) {
  stack_t stack = {.ss_sp = crash_stack, .ss_size = sizeof crash_stack};
  sigaltstack(&stack, NULL);
  struct sigaction action = {.sa_handler = die, .sa_flags = SA_ONSTACK | SA_RESETHAND | SA_NODEFER};
  // A second crash while the first is handled has to end the program; a stop must not come in between.
  sigemptyset(&action.sa_mask);
  sigaddset(&action.sa_mask, SIGTTOU);
  sigaddset(&action.sa_mask, SIGTSTP);
  // Those that come from elsewhere wait until the terminal is back: a second one would end the program before.
  for (size_t i = CRASHES; i < sizeof deadly / sizeof deadly[0]; i++) sigaddset(&action.sa_mask, deadly[i]);
  for (size_t i = 0; i < sizeof deadly / sizeof deadly[0]; i++) sigaction(deadly[i], &action, NULL);
}

int qj_restore_prepare(int fd, const void *bytes, size_t length) {
  if (length > sizeof restoring || tcgetattr(fd, &line_discipline) != 0) return -1;
  if (terminal < 0) atexit(qj_restore_now);
  memcpy(restoring, bytes, length);
  restoring_length = length;
  terminal = fd;
  install_handlers();
  return 0;
}

void qj_restore_arm(bool armed) { atomic_store(&is_armed, armed); }
