#ifndef QJ_CSIGNALS_H
#define QJ_CSIGNALS_H

#include <stdbool.h>
#include <stddef.h>

#include "Charset.h"
#include "Confinement.h"
#include "Memory.h"
#include "Portable.h"

// Signals of a full-screen program, and the restoring of the terminal when it cannot do that itself any more.
// One program has one terminal, so all of this is one state. Only qj_restore_now may be called from any thread.

/// Starts to receive HUP, INT, TERM, WINCH and CONT on a thread of its own, which writes the number of each as one
/// byte into a pipe; TSTP does the same, or is ignored for good when `restricted`. PIPE is ignored.
/// To be called on the thread that draws, before others are started. A program that is still there a second after HUP, INT or TERM is
/// ended with the status 128 + number, the terminal restored.
/// Returns the reading end of the pipe, non-blocking; -1 and errno when it cannot be had. Later calls give the same.
int qj_signals_start(bool restricted);

/// The number that stands in the pipe for a session in which no key came for too long.
enum { QJ_IDLE = 127 };

/// Ends a program in which no key comes for so many seconds, as a signal would: QJ_IDLE is written into the pipe, and
/// a second later, if that did not help, the program is ended with the status 0. Also when it cannot go on because nobody takes
/// its output. 0 means never. To be called before qj_signals_start.
void qj_idle_limit(unsigned seconds);

/// A key came.
void qj_idle_restart(void);

/// Stops the whole job as Ctrl-Z does, and returns when it goes on. Returns at once when restricted, or when nobody
/// could continue it. The terminal should have been restored before.
void qj_signals_suspend(void);

/// Keeps what gives the terminal behind `fd` back: its present line discipline, and `length` bytes of output (at
/// most 512). To be called before the screen is switched. Installs handlers on a stack of their own for crashes
/// and all other signals that would end the program at once: they restore the terminal and let the signal do it.
/// The terminal is restored by exit() as well.
/// Returns 0; -1 when `fd` is no terminal or `length` too large.
int qj_restore_prepare(int fd, const void *_Nonnull bytes, size_t length);

/// Says whether there is something to restore: true from before the screen is switched until it is back.
void qj_restore_arm(bool armed);

/// Gives the terminal back if that is armed, without ever waiting for it. Safe in a signal handler.
void qj_restore_now(void);

/// Writes a line without an end to standard error after so many milliseconds (at most 999), and from then on every second
/// with the seconds that have passed, until it is stopped. At most 512 bytes count. SIGALRM serves it meanwhile.
void qj_notice_start(const void *_Nonnull text, size_t length, long milliseconds);

/// Ends it, and takes the line away if it was shown.
void qj_notice_stop(size_t columns);

#endif
