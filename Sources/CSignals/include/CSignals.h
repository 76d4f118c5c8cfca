#ifndef QJ_CSIGNALS_H
#define QJ_CSIGNALS_H

#include <stdbool.h>
#include <stddef.h>

#include "Charset.h"
#include "Confinement.h"
#include "Memory.h"
#include "Portable.h"

// Signals of a full-screen program, and restoring the terminal when the program can no longer do it. A program has one
// terminal, so there is one state for all of this. Only qj_restore_now may be called from any thread.

/// Starts a thread that receives HUP, INT, TERM, WINCH and CONT and writes the number of each as one byte into a pipe.
/// TSTP is written too, or ignored permanently if `restricted`. PIPE is ignored.
/// Call it on the thread that draws, before other threads are started. A program that is still running a second after
/// HUP, INT or TERM is ended with the status 128 + number, after its terminal is restored.
/// Returns the non-blocking read end of the pipe; -1 with errno set on failure. Later calls return the same descriptor.
int qj_signals_start(bool restricted);

/// The byte in the pipe for a session that received no key for too long.
enum { QJ_IDLE = 127 };

/// Ends a program that receives no key for `seconds`, as a signal would: writes QJ_IDLE into the pipe and, a second
/// later, ends a program that is still running with the status 0. This includes a program that is blocked because
/// nobody reads its output. 0 means never. Call it before qj_signals_start.
void qj_idle_limit(unsigned seconds);

/// Restarts the idle time. Call it after each key.
void qj_idle_restart(void);

/// Stops the whole job as Ctrl-Z does, and returns when it continues. Returns at once if restricted, or if nobody could
/// continue the job. Restore the terminal first.
void qj_signals_suspend(void);

/// Saves what restores the terminal behind `fd`: its current line discipline, and `length` bytes of output (at most
/// 512). Call it before the screen is switched. Installs handlers on their own stack for crashes and all other signals
/// that would end the program at once. They restore the terminal and then let the signal take effect. exit() restores
/// the terminal as well.
/// Returns 0; -1 if `fd` is not a terminal or `length` is too large.
int qj_restore_prepare(int fd, const void *_Nonnull bytes, size_t length);

/// Sets whether there is something to restore: true from before the screen is switched until it is restored.
void qj_restore_arm(bool armed);

/// Restores the terminal if armed, without ever waiting for it. Safe in a signal handler.
void qj_restore_now(void);

/// Writes a line without a line end to standard error after `milliseconds` (at most 999), and then every second with
/// the elapsed seconds, until stopped. Only the first 512 bytes are used. SIGALRM is in use meanwhile.
void qj_notice_start(const void *_Nonnull text, size_t length, long milliseconds);

/// Stops the notice, and clears `columns` columns of the line if it was shown.
void qj_notice_stop(size_t columns);

#endif
