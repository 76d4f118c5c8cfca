"""Lets every system call that the program makes fail, with each plausible errno, at the n-th time (strace injects it).

The program may continue or end with a message; it must not crash, spin, hang, or leave the terminal raw.
"""

import collections
import os
import random
import re
import signal
import subprocess
import tempfile
import time

from terminal import Program, is_screen_restored, processor_time
from tools import arguments, dataset, parallel, report

ERRORS = ["EINTR", "EIO", "ENOMEM", "EAGAIN", "EACCES", "EPERM", "EMFILE", "EINVAL", "ENOSPC", "ENOSYS", "EBADF"]
# Calls that no program can start or continue without, or that do not fail.
LEFT_OUT = {
    "execve", "exit_group", "exit", "rt_sigreturn", "arch_prctl", "brk", "set_tid_address", "set_robust_list", "rseq", "restart_syscall",
    "getpid", "getpgrp", "gettid", "getuid", "geteuid", "getgid", "getegid",
    # Fails only for bad arguments.
    "setitimer"}
# The C library or the runtime ends the program on these; the terminal must still be restored.
EARLY = {"mmap", "mprotect", "munmap", "futex"}


def main():
    values = arguments(__doc__, 4)  # the count is that of n
    place = tempfile.mkdtemp(prefix="qjboard-calls-")
    data = dataset(f"{place}/data")
    command = [values.binary, "--data", data]

    def drive(program, change):
        program.wait(lambda: len(program.output) > 1200, 5)
        for key in ("2", "j", "\r", "\x1b[B"):
            program.type(key)
            program.read(0.05)
        if change:
            os.utime(f"{data}/dataset.json")
        program.resize(90, 28)
        program.read(0.3)

    def finish(program):
        program.type("\x1b\x1b")
        program.read(0.1)
        program.type("q")

    log = f"{place}/log"
    program = Program(["strace", "-f", "-qq", "-o", log] + command)
    drive(program, True)
    finish(program)
    program.end(20)
    program.close()
    counts = collections.Counter(re.match(r"\d+\s+(\w+)\(", line)[1] for line in open(log, errors="replace") if re.match(r"\d+\s+(\w+)\(", line))
    calls = sorted(name for name in counts if name not in LEFT_OUT)
    jobs = []
    for name in calls:
        for error in ERRORS:
            for step in range(values.count):
                # The first ones, then spread over all.
                number = step + 1 if step < 2 else max(1, counts[name] * step // values.count)
                jobs.append((name, error, f"{number}"))
            # An interrupted call is not interrupted for ever.
            if error != "EINTR":
                jobs.append((name, error, f"{max(1, counts[name] // 2)}+"))
    jobs = list(dict.fromkeys(jobs))
    random.Random(values.seed).shuffle(jobs)

    def once(job):
        name, error, when = job
        mark = f"{name} {error} {when}"
        program = Program(
            ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={name}", "-e", f"inject={name}:error={error}:when={when}"] + command)
        try:
            drive(program, False)
            inner = children(program.pid)
            spent = sum(map(processor_time, inner)) if inner else 0
            begin = time.monotonic()
            while time.monotonic() - begin < 0.5:
                program.read(0.1)
            inner = [pid for pid in inner if os.path.exists(f"/proc/{pid}")]
            spent = sum(map(safe_time, inner)) - spent if inner else 0
            if spent > 0.5 * (time.monotonic() - begin):
                return f"{mark}: spins, {spent:.2f} s"
            finish(program)
            if not program.end(6):
                for pid in children(program.pid):
                    os.kill(pid, signal.SIGTERM)
                if not program.end(6):
                    return f"{mark}: does not end"
            status = os.waitstatus_to_exitcode(program.status)
            if status < 0 and not (name in EARLY):
                return f"{mark}: killed by {-status}: {bytes(program.output[-150:])!r}"
            if not program.is_line_discipline_restored() and name != "ioctl":
                return f"{mark}: left raw, status {status}"
            if name not in ("write", "ioctl") and not is_screen_restored(program.output):
                return f"{mark}: screen not restored, status {status}"
            if b"rashed" in program.output:
                return f"{mark}: a backtrace"
            return None
        finally:
            for pid in children(program.pid):
                try:
                    os.kill(pid, signal.SIGKILL)
                except OSError:
                    pass
            program.close()

    start = time.monotonic()
    results = parallel(once, jobs, values.jobs)
    report(
        "system calls", len(jobs), [result for result in results if result], start,
        f"{len(calls)} calls, {len(ERRORS)} errors, seed {values.seed}")


def children(pid):
    try:
        with open(f"/proc/{pid}/task/{pid}/children") as file:
            return list(map(int, file.read().split()))
    except OSError:
        return []


def safe_time(pid):
    try:
        return processor_time(pid)
    except OSError:
        return 0


if __name__ == "__main__":
    main()
