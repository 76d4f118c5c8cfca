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

// Crashes, and the others that end a program by default and that nothing here has a use for. SIGXFSZ is not among them:
// a file that grows too large is an error of the write.
static const int deadly[] = {SIGSEGV, SIGILL,  SIGBUS,  SIGFPE,  SIGABRT,   SIGTRAP, SIGSYS,  SIGQUIT, SIGXCPU,
                             SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGPOLL, SIGPWR};

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

static atomic_bool is_dying;

static void die(int number) {
  // Another thread gives the terminal back, and ends the program afterwards.
  if (atomic_exchange(&is_dying, true)) {
    for (;;) pause();
  }
  qj_restore_now();
  sigset_t open;
  sigemptyset(&open);
  sigaddset(&open, number);
  signal(number, SIG_DFL);
  raise(number);
  pthread_sigmask(SIG_UNBLOCK, &open, NULL);
}

static void install_handlers(void) {
  stack_t stack = {.ss_sp = crash_stack, .ss_size = sizeof crash_stack};
  sigaltstack(&stack, NULL);
  // Not SA_RESETHAND: the system puts the default action back before it blocks the signal, and a second one of its kind that
  // comes in between would end the program at once.
  struct sigaction action = {.sa_handler = die, .sa_flags = SA_ONSTACK};
  // A stop must not come in between, and other signals wait until the terminal is back. A crash does not wait: while it is
  // blocked the system ends the program for it.
  sigemptyset(&action.sa_mask);
  sigaddset(&action.sa_mask, SIGTTOU);
  sigaddset(&action.sa_mask, SIGTSTP);
  for (size_t i = 0; i < sizeof deadly / sizeof deadly[0]; i++) sigaddset(&action.sa_mask, deadly[i]);
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
