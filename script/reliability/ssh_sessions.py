"""Many logins at once through a real sshd on loopback: start, memory, idle cost, and the end of all after the clients are killed.

Run as root; it makes a user."""

import os
import time

from check_ssh import Server
from terminal import Program, private_memory, processor_time
from tools import ROOT, arguments, report


def main():
    values = arguments(__doc__, 200, memory=3072, gone=2.0, idle=5.0)
    server = Server(values.binary, f"{ROOT}/deploy/sshd_config.d/qjboard.conf")
    bad = []
    start = time.monotonic()
    programs = []
    try:
        for _ in range(values.count):
            programs.append(Program(server.command(options=["-tt"])))
            # Read the output, so that no client waits for its terminal.
            for program in programs[-20:]:
                program.read(0)
        for number, program in enumerate(programs):
            if not program.wait(lambda: len(program.output) > 1500, 120):
                bad.append(f"{number} never shown: {bytes(program.output[-200:])!r}")
        started = time.monotonic() - start
        time.sleep(1)
        boards = server.boards()
        if len(boards) != values.count:
            bad.append(f"{len(boards)} boards for {values.count} logins")
        memory = sorted(private_memory(pid)[0] for pid in boards)
        if memory and memory[-1] > values.memory:
            bad.append(f"{memory[-1]} KB of private memory, allowed are {values.memory}")
        before = sum(processor_time(pid) for pid in boards)
        time.sleep(values.idle)
        idle = sum(processor_time(pid) for pid in boards) - before
        for program in programs:
            program.kill()
        end = time.monotonic()
        server.wait_for_none(30)
        gone = time.monotonic() - end
        if gone > values.gone:
            bad.append(f"gone only {gone:.1f} s after the clients were killed")
    finally:
        for program in programs:
            program.close()
        server.stop()
    report(
        "ssh sessions", values.count, bad, start,
        f"load {os.getloadavg()[0]:.0f}, up in {started:.1f} s, private memory {memory[len(memory) // 2]} KB (median) {memory[-1]} KB (most), "
        f"idle {idle / values.idle * 100:.1f} % of a core, gone after {gone:.2f} s")


if __name__ == "__main__":
    main()
