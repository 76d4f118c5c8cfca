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

// Crashes, and other signals that end a program by default and have no use here. SIGXFSZ is not included: a file that
// grows too large is a write error.
static const int deadly[] = {SIGSEGV, SIGILL,  SIGBUS,  SIGFPE,  SIGABRT,   SIGTRAP, SIGSYS,  SIGQUIT, SIGXCPU,
                             SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGPOLL, SIGPWR};

#define MAXIMUM_FLUSHES 100

static int terminal = -1;
static struct termios line_discipline;
static unsigned char restoring[512];
static size_t restoring_length;
static atomic_bool is_armed;
// Larger than MINSIGSTKSZ on every processor. The handlers need little.
static _Alignas(16) unsigned char crash_stack[65536];

/// Writes all of the bytes without blocking. Discards output that nobody reads to make room.
static void write_restoring(void) {
  int flags = fcntl(terminal, F_GETFL);
  // Only for these bytes: the flag is shared by every process that has this terminal open.
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
      // A thread that is blocked in the middle of a frame may fill the room again. The rest of the frame is finite.
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
  // In the background, the terminal belongs to another process group.
  pid_t foreground = tcgetpgrp(terminal);
  if (foreground < 0 || foreground == getpgrp()) {
    tcsetattr(terminal, TCSANOW, &line_discipline);
    write_restoring();
  }
  errno = saved;
}

static atomic_bool is_dying;

static void die(int number) {
  // Another thread is restoring the terminal and ends the program afterwards.
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
  // Not SA_RESETHAND: the system resets the action to the default before it blocks the signal. A second signal of the
  // same kind in between would end the program at once.
  struct sigaction action = {.sa_handler = die, .sa_flags = SA_ONSTACK};
  // Stops and other signals wait until the terminal is restored. A crash does not wait: if its signal is blocked, the
  // system ends the program.
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
