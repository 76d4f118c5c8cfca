#define _GNU_SOURCE

#include "CSignals.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

// Only the thread that starts and stops the notice changes these, while the signal is off.
static char line[512];
static size_t line_length;
static volatile sig_atomic_t seconds;
static volatile sig_atomic_t is_shown;

static void show(int number) {
  (void)number;
  int saved = errno;
  char text[sizeof line + 16];
  memcpy(text, line, line_length);
  size_t length = line_length;
  char digits[12];
  size_t count = 0;
  for (int rest = seconds; rest > 0; rest /= 10) digits[count++] = (char)('0' + rest % 10);
  while (count > 0) text[length++] = digits[--count];
  if (seconds > 0) text[length++] = 's';
  text[length++] = '\r';
  if (write(STDERR_FILENO, text, length) < 0) { /* The notice is optional. */ }
  is_shown = 1;
  seconds++;
  errno = saved;
}

void qj_notice_start(const void *text, size_t length, long milliseconds) {
  line_length = length < sizeof line ? length : sizeof line;
  memcpy(line, text, line_length);
  seconds = 0;
  is_shown = 0;
  struct sigaction action = {.sa_handler = show, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  sigaction(SIGALRM, &action, NULL);
  struct itimerval timer = {.it_interval = {.tv_sec = 1}, .it_value = {.tv_usec = milliseconds * 1000}};
  setitimer(ITIMER_REAL, &timer, NULL);
}

void qj_notice_stop(size_t columns) {
  struct itimerval timer = {0};
  setitimer(ITIMER_REAL, &timer, NULL);
  signal(SIGALRM, SIG_DFL);
  if (!is_shown) return;
  char blanks[256];
  size_t count = columns < sizeof blanks - 2 ? columns : sizeof blanks - 2;
  memset(blanks, ' ', sizeof blanks);
  blanks[count] = '\r';
  if (write(STDERR_FILENO, blanks, count + 1) < 0) { /* As above. */ }
  is_shown = 0;
}
