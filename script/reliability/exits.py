"""Ends the program by random causes at random moments: the terminal must be restored, without a debugger prompt.

The causes include real crashes: a preloaded library writes to address 0, overflows the stack, divides by 0, runs out of memory.
"""

import os
import random
import signal
import time

from terminal import Program, is_screen_restored
from tools import arguments, parallel, report, shim

KEYS = ["q", "\x03", "Q\x1bq", "/sl\rq\x1bq", "2jj\rq", "?qq", "q"]
SIGNALS = [
    "TERM", "HUP", "INT", "SEGV", "ILL", "ABRT", "BUS", "FPE", "QUIT", "TRAP", "SYS", "USR1", "USR2", "ALRM", "XCPU",
    "XFSZ", "PIPE", "VTALRM", "PROF", "PWR", "TTOU",
]
CRASHES = ["segv", "stack", "abort", "trap", "bus", "fpe", "memory"]
WORDS = (b"crashed", b"Backtrace", b"interact", b"(gdb)", b"D to debug")


def main():
    values = arguments(__doc__, 10000)
    library = shim()

    def once(number):
        random_ = random.Random(values.seed * 1_000_003 + number)
        kind = random_.choice(["key", "signal", "signal", "crash", "crash", "race"])
        environment = {}
        command = [values.binary] + random_.choice([[], [], ["--restricted"], ["--lang", "en", "--view", "projects"]])
        if kind == "crash":
            cause = f"{random_.choice(CRASHES)}:{random_.randint(1, 12)}"
            environment = {"LD_PRELOAD": library, "QJ_SHIM_CRASH": cause}
        elif kind == "key":
            cause = random_.choice(KEYS)
        else:
            cause = random_.choice(SIGNALS)
        program = Program(command, environment=environment)
        try:
            if kind != "race":
                program.wait(lambda: b"\x1b[?1049h" in program.output, 20)
            delay = time.monotonic() + random_.random() * 0.15
            while time.monotonic() < delay:
                program.read(0.005)
            if kind == "key":
                program.type(cause)
            elif kind == "crash":
                for key in ("1", "2", "3", "4", "5", "6", "7", "j", "k", "\r", "\x1b", "q", "q"):
                    program.type(key)
                    program.read(0.01)
            else:
                for _ in range(random_.choice([1, 1, 3])):
                    try:
                        os.kill(program.pid, getattr(signal, "SIG" + cause))
                    except ProcessLookupError:
                        pass
            if cause in ("PIPE", "TTOU", "XFSZ"):  # These do not end it.
                program.quiet(0.1)
                program.type("q")
            if not program.end(20):
                program.type("qq\x1b\x1bqq")
                if not program.end(10):
                    return f"{number} {kind} {cause}: did not end"
            text = bytes(program.output)
            word = next((word for word in WORDS if word in text), None)
            if word:
                return f"{number} {kind} {cause}: says {word}"
            if not program.is_line_discipline_restored():
                return f"{number} {kind} {cause}: left raw, status {program.status}"
            if not is_screen_restored(text):
                return f"{number} {kind} {cause}: screen not restored, status {program.status}, {text[-80:]!r}"
            return None
        finally:
            program.close()

    start = time.monotonic()
    results = parallel(once, range(values.count), values.jobs)
    report("exits", values.count, [result for result in results if result], start, f"seed {values.seed}")


if __name__ == "__main__":
    main()
