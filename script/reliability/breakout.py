"""Types random keys and the known recipes of pagers and editors into a restricted session that strace watches.

No program may be started and no file opened for writing; neither may even be attempted.
"""

import os
import random
import re
import tempfile
import time

from terminal import Program
from tools import arguments, parallel, report

RECIPES = [
    "!sh\r", "!/bin/sh\r", ":!sh\r", ":shell\r", ":set shell=/bin/sh\r", "|sh\r", "v", "ev", "E/etc/passwd\r", ":e /etc/passwd\r",
    "s/tmp/qj-out\r", "o/tmp/qj-out\r", ":w /tmp/qj-out\r", ":w! /tmp/qj-out\r", ":r !id\r", ":!id\r", ":py3 import os\r",
    "\x18\x05", "\x12\x18/etc/passwd\r", "\x0f/tmp/qj-out\r", "\x14", "\x1bx shell\r", "\x1a", "\x1c", "\x03\x03", "~.", "~^Z",
    "H", "h!sh\r", "\x0b", ":ter\r", "&", "#!/bin/sh\r", "`id`", "$(id)", "; id\r", "\x1b[200~!sh\r\x1b[201~", "gf", "ZZ", "ZQ",
    "+\r", "-o\r", "r!id\r", "\x01d", "\x02c", "\x1b]50;sh\x07", "\x1bP$q\x1b\\", "S", "L", "O", "x", "X", "e", "E", "y", "Y",
]
ALPHABET = (
    [chr(code) for code in range(1, 127) if code not in (3, 17, 113)] + ["\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[5~",
    "\x1b[6~", "\x1bOP", "\x1bOQ", "\x1b[15~", "\x1b[17~", "\x1b[18~", "\x1b[19~", "\x1b[21~", "\x1b[M !!", "\x1b[<0;5;5M", "中",
    "\xff", "？", "\x1b"]
)
# A recipe that asks for a shell or a file.
BAD_CALL = re.compile(
    r"(execve|execveat|fork|vfork|creat|unlink|rename|mkdir|link|symlink|truncate|socket|connect|ptrace)\w*\("
    r"|open(at)?\(.*O_(WRONLY|RDWR|CREAT|TRUNC|APPEND)|clone3?\((?!.*CLONE_THREAD)")


def main():
    values = arguments(__doc__, 100000, burst=2000)
    trace = (
        "execve,execveat,fork,vfork,clone,clone3,open,openat,creat,unlink,unlinkat,rename,renameat,renameat2,mkdir,mkdirat,link,"
        "linkat,symlink,symlinkat,truncate,ftruncate,socket,connect,ptrace")
    place = tempfile.mkdtemp(prefix="qjboard-breakout-")

    def session(random_, log, keys):
        """One session; returns the number of keys until it ended."""
        program = Program(
            ["strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=" + trace, "-e", "signal=none", "-o", log, values.binary,
             "--restricted"], environment={"LC_ALL": random_.choice(["C.UTF-8", "C", "zh_CN.GBK"])})
        typed = 0
        try:
            if not program.wait(lambda: len(program.output) > 1200, 60):
                raise RuntimeError(f"never shown {bytes(program.output[-200:])!r}")
            for index in range(0, len(keys), 40):
                program.type("".join(keys[index:index + 40]).encode("utf-8", "surrogateescape"))
                typed += len(keys[index:index + 40])
                program.read(0.02)
                program.quiet(0.01, 2)
                if program.has_ended():
                    return typed
            program.type("\x1b\x1b\x1b\x03")
            program.end(10)
            return typed
        finally:
            program.close()

    def once(number):
        random_ = random.Random(values.seed * 1_000_003 + number)
        typed = 0
        bad = []
        sessions = 0
        while typed < values.burst:
            # A key that leaves the program is also a finding.
            keys = [random_.choice(RECIPES) if random_.random() < 0.01 else random_.choice(ALPHABET) for _ in range(1000)]
            if number % 4 == 0 and sessions < len(RECIPES):
                keys[:2] = [RECIPES[sessions], "\x1b"]
            log = f"{place}/{number}-{sessions}"
            typed += session(random_, log, keys)
            sessions += 1
            with open(log, errors="replace") as file:
                # The first is the start of the built-in one.
                lines = file.read().splitlines()[1:]
            bad += [f"{number}: {line}" for line in lines if BAD_CALL.search(line) and "+++" not in line]
            os.unlink(log)
        return bad, typed, sessions

    start = time.monotonic()
    results = parallel(once, range(-(-values.count // values.burst)), values.jobs)
    bad = [line for lines, _, _ in results for line in lines]
    if os.path.exists("/tmp/qj-out"):
        bad.append("/tmp/qj-out was written")
    report("break-out", sum(typed for _, typed, _ in results), bad, start,
        f"{sum(sessions for _, _, sessions in results)} sessions, {len(RECIPES)} recipes, seed {values.seed}")


if __name__ == "__main__":
    main()
