"""Many sessions at once on one directory of data: start, memory, an edit on all screens, and the end of all.

As root the sessions belong to --users users, as those of sshd do; the 129th of a user gets no inotify instance.
"""

import os
import re
import resource
import select
import shutil
import signal
import subprocess
import tempfile
import time

from terminal import Program, private_memory, processor_time
from tools import arguments, dataset, report


def wait_for_all(programs, word, limit):
    """When the word had come from all, and those from which it never came. The driver sleeps until something comes, so that it takes no
    processor from those it waits for."""
    poll = select.epoll()
    waiting = {program.master: program for program in programs}
    for descriptor in waiting:
        poll.register(descriptor, select.EPOLLIN)
    while waiting and time.monotonic() < limit:
        for descriptor, _ in poll.poll(0.1):
            program = waiting[descriptor]
            program.output += os.read(descriptor, 65536)
            if word in program.output:
                poll.unregister(descriptor)
                del waiting[descriptor]
    poll.close()
    return time.monotonic(), list(waiting.values())


def main():
    values = arguments(__doc__, 200, users=1, within=2.0, start=10.0, memory=3072, idle=10.0, dataset="qianjiang")
    resource.setrlimit(resource.RLIMIT_NOFILE, (8192, 8192))
    root = tempfile.mkdtemp(prefix="qjboard-sessions-")
    os.chmod(root, 0o755)
    data = dataset(f"{root}/data", values.dataset)
    # Older data: recently written files are not treated as known.
    time.sleep(3)
    binary = shutil.copy(values.binary, f"{root}/qjboard")
    os.chmod(binary, 0o755)
    bad = []
    start = time.monotonic()
    programs = []
    for number in range(values.count):
        user = 61000 + number % values.users if os.getuid() == 0 else None
        programs.append(Program([binary, "--lang", "zh", "--data", data], user=user))
    for program in programs:
        if not program.wait(lambda: "1总览".encode() in bytes(program.output).replace(b"\x1b", b"") or len(program.output) > 1500, 120):
            bad.append(f"never shown: {bytes(program.output[-200:])!r}")
    started = time.monotonic() - start
    if started > values.start:
        bad.append(f"all up only after {started:.1f} s")
    for program in programs:
        program.quiet(0.01)
    time.sleep(1)
    memory = sorted(private_memory(program.pid)[0] for program in programs)
    share = sum(private_memory(program.pid)[1] for program in programs)
    if memory[-1] > values.memory:
        bad.append(f"{memory[-1]} KB of private memory, allowed are {values.memory}")
    before = sum(processor_time(program.pid) for program in programs)
    time.sleep(values.idle)
    idle = sum(processor_time(program.pid) for program in programs) - before
    for program in programs:
        program.read(0)
        program.output.clear()

    path = f"{data}/dataset.json"
    text = open(path, encoding="utf-8").read()
    text = re.sub(r'("short": \{"zh": ")[^"]*(", "en": ")[^"]*', r"\1Edited\2Edited", text)
    open(path + ".new", "w", encoding="utf-8").write(text)
    os.rename(path + ".new", path)
    edit = time.monotonic()
    shown, waiting = wait_for_all(programs, b"Edited", edit + 30)
    shown -= edit
    if shown > values.within:
        bad.append(f"the edit was on all screens only after {shown:.2f} s, {len(waiting)} never")

    for program in programs:
        program.quiet(0.01)
    after = sorted(private_memory(program.pid)[0] for program in programs)

    for program in programs:
        os.kill(program.pid, signal.SIGHUP)
    end = time.monotonic()
    left = [program for program in programs if not program.end(max(0.01, 2 - (time.monotonic() - end)))]
    gone = time.monotonic() - end
    if left or gone > 2:
        bad.append(f"{len(left)} left, {gone:.1f} s after the end")
    for program in programs:
        program.close()
    shutil.rmtree(root)
    report(
        "sessions", values.count, bad, start,
        f"{values.users} users, load {os.getloadavg()[0]:.0f}, up in {started:.1f} s, private memory {memory[len(memory) // 2]} KB (median) {memory[-1]} KB (most), "
        f"{after[len(after) // 2]} KB and {after[-1]} KB after the edit, all together {share // 1024} MB, idle {idle / values.idle * 100:.1f} % of a core, edit on all after {shown:.2f} s, "
        f"gone after {gone:.2f} s")


if __name__ == "__main__":
    main()
