#define _GNU_SOURCE

#include "CSignals.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <time.h>
#include <unistd.h>

// Time for the program to end by itself after a request to end.
enum { GRACE_MILLISECONDS = 1000 };

static int pipe_ends[2] = {-1, -1};
static bool is_restricted;
static atomic_bool is_suspending;
static pthread_t program;
// In milliseconds; 0 means no limit.
static int64_t idle_limit;
static _Atomic int64_t last_key;

// Called if no thread of ours takes the signal. The handler exists only so that the signal is not ignored, even if it
// was at the start, as under nohup.
static void ignore(int number) { (void)number; }

static void report(int number) {
  int saved = errno;
  unsigned char byte = (unsigned char)number;
  // A full pipe already contains enough to wake the reader.
  (void)!write(pipe_ends[1], &byte, 1);
  errno = saved;
}

static void handle(int number, void (*handler)(int)) {
  struct sigaction action = {.sa_handler = handler, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, NULL);
}

static int64_t milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void fill_received(sigset_t *set) {
  sigemptyset(set);
  sigaddset(set, SIGHUP);
  sigaddset(set, SIGINT);
  sigaddset(set, SIGTERM);
  sigaddset(set, SIGWINCH);
  sigaddset(set, SIGCONT);
}

static void park(int number) {
  (void)number;
  for (;;) pause();
}

/// Ends a program that does not end by itself. Such a program is probably waiting for output that nobody reads. While
/// it waits, it holds the terminal and nobody else can write, so the wait is interrupted first.
static void end(int number) {
  struct sigaction action = {.sa_handler = park};
  sigfillset(&action.sa_mask);
  sigaction(SIGUSR1, &action, NULL);
  pthread_kill(program, SIGUSR1);
  struct timespec moment = {.tv_nsec = 20000000};
  nanosleep(&moment, NULL);
  qj_restore_now();
  _exit(number == QJ_IDLE ? 0 : 128 + number);
}

static bool asks_to_end(int number) { return number == SIGHUP || number == SIGINT || number == SIGTERM; }

void qj_idle_limit(unsigned seconds) {
  idle_limit = (int64_t)seconds * 1000;
  qj_idle_restart();
}

void qj_idle_restart(void) { atomic_store(&last_key, milliseconds()); }

/// Returns the milliseconds until the program must have ended or, without such a deadline, until the idle limit; -1 if
/// there is neither.
static int64_t time_left(int64_t deadline) {
  if (deadline >= 0) return deadline - milliseconds();
  return idle_limit == 0 ? -1 : atomic_load(&last_key) + idle_limit - milliseconds();
}

static void *receive(void *unused) {
  (void)unused;
  sigset_t set;
  fill_received(&set);
  int64_t deadline = -1;
  int first = 0;
  for (;;) {
    bool is_timed = deadline >= 0 || idle_limit != 0;
    int64_t left = time_left(deadline);
    if (is_timed && left <= 0) {
      if (deadline >= 0) end(first);
      report(QJ_IDLE);
      deadline = milliseconds() + GRACE_MILLISECONDS;
      first = QJ_IDLE;
      continue;
    }
    struct timespec rest = {.tv_sec = left / 1000, .tv_nsec = left % 1000 * 1000000};
    int number = sigtimedwait(&set, NULL, is_timed ? &rest : NULL);
    if (number < 0) continue;
    // The code that suspended the program redraws the screen when it continues.
    if (number == SIGCONT && atomic_exchange(&is_suspending, false)) continue;
    report(number);
    if (asks_to_end(number) && deadline < 0) {
      deadline = milliseconds() + GRACE_MILLISECONDS;
      first = number;
    }
  }
}

int qj_signals_start(bool restricted) {
  if (pipe_ends[0] >= 0) return pipe_ends[0];
  if (pipe2(pipe_ends, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  is_restricted = restricted;
  program = pthread_self();
  handle(SIGPIPE, SIG_IGN);
  handle(SIGTSTP, restricted ? SIG_IGN : report);
  sigset_t set, all, before;
  fill_received(&set);
  for (int number = 1; number < NSIG; number++) {
    if (sigismember(&set, number) == 1) handle(number, ignore);
  }
  // The thread takes only the signals it waits for. The others need the program's stack or position.
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pthread_t thread;
  int error = pthread_create(&thread, NULL, receive, NULL);
  if (error == 0) pthread_detach(thread);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  if (error != 0) {
    close(pipe_ends[0]);
    close(pipe_ends[1]);
    pipe_ends[0] = pipe_ends[1] = -1;
    errno = error;
    return -1;
  }
  pthread_sigmask(SIG_BLOCK, &set, NULL);
  // If the parent process blocked these signals, the program would not receive them.
  sigset_t open;
  sigemptyset(&open);
  sigaddset(&open, SIGTSTP);
  sigaddset(&open, SIGQUIT);
  sigaddset(&open, SIGUSR1);
  pthread_sigmask(SIG_UNBLOCK, &open, NULL);
  return pipe_ends[0];
}

void qj_signals_suspend(void) {
  if (is_restricted || pipe_ends[0] < 0) return;
  atomic_store(&is_suspending, true);
  handle(SIGTSTP, SIG_DFL);
  // Stops the whole group, as the terminal does, because a shell script around the program has to stop as well. No
  // other thread takes this signal, so the program has stopped and continued when kill returns.
  kill(0, SIGTSTP);
  handle(SIGTSTP, report);
  // If nobody can continue the program, it was not stopped and receives no SIGCONT.
  struct timespec pause = {.tv_nsec = 2000000};
  for (int tries = 0; tries < 10 && atomic_load(&is_suspending); tries++) nanosleep(&pause, NULL);
  atomic_store(&is_suspending, false);
}
