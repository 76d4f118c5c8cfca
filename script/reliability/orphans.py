"""Drops sessions in five ways; none may remain after two seconds, and none may spin meanwhile.

The window is closed; SIGHUP is ignored; a parent shell ignores it (and stays); over a real sshd: the client is killed, sshd is killed.
The last two need root and openssh-server.
"""

import os
import random
import signal
import sys
import time

from terminal import Program, processor_time
from tools import ROOT, arguments, parallel, report


def descendants(pid):
    """The process and its descendants."""
    found = [pid]
    for task in found:
        try:
            with open(f"/proc/{task}/task/{task}/children") as file:
                found += map(int, file.read().split())
        except OSError:
            continue
    return found


def is_alive(pid):
    try:
        with open(f"/proc/{pid}/stat") as file:
            return file.read().rsplit(")", 1)[1].split()[0] not in "ZX"
    except OSError:
        return False


def gone(pids, seconds):
    deadline = time.monotonic() + seconds
    while any(map(is_alive, pids)) and time.monotonic() < deadline:
        time.sleep(0.02)
    return [pid for pid in pids if is_alive(pid)]


def main():
    values = arguments(__doc__, 1000, patience=2.0)
    server = None
    if os.getuid() == 0 and os.path.exists("/usr/sbin/sshd"):
        from check_ssh import Server
        server = Server(values.binary, f"{ROOT}/deploy/sshd_config.d/qjboard.conf")
    ways = ["closed", "ignored", "shell"] + (["client", "sshd"] if server else [])
    commands = {
        "closed": [values.binary],
        "ignored": ["/bin/sh", "-c", "trap '' HUP; exec \"$0\"", values.binary],
        "shell": ["/bin/sh", "-c", "trap '' HUP; \"$0\"; :", values.binary],
    }

    def once(number):
        way = ways[number % len(ways)]
        random_ = random.Random(values.seed * 1_000_003 + number)
        command = commands.get(way) or server.command(options=["-tt"])
        program = Program(command)
        try:
            if not program.wait(lambda: len(program.output) > 1200 and b"\x1b[?1049h" in program.output, 60):
                return f"{number} {way}: never shown {bytes(program.output[-200:])!r}"
            for _ in range(random_.randint(0, 3)):
                program.type(random_.choice(["1", "2", "3", "4", "j", "\x1b[B"]))
                program.read(random_.random() * 0.1)
            if way == "client":
                # The board is a child of sshd and not of the client: it is found by its terminal's owner below.
                os.kill(program.pid, signal.SIGKILL)
                return None
            if way == "sshd":
                return None
            family = descendants(program.pid)
            board = family[-1]
            before = processor_time(board)
            os.close(program.slave)
            os.close(program.master)
            program.slave = program.master = -1
            left = gone([board], values.patience)
            if left:
                return f"{number} {way}: left {left}, {processor_time(board) - before:.2f} s of processor"
            return None
        finally:
            if way == "sshd":
                program.dropped = True
            if program.master >= 0 and way != "sshd":
                program.close()
            elif program.master < 0:
                program.kill()
            if way == "sshd":
                bad = drop_sshd(program)
                program.close()
                if bad:
                    failures.append(f"{number} sshd: {bad}")

    failures = []

    def drop_sshd(program):
        """Kills the server's process of this session, which is found by the port that the client has."""
        port = client_port(program.pid)
        for pid in filter(str.isdigit, os.listdir("/proc")):
            try:
                name = open(f"/proc/{pid}/comm").read().strip()
                if name == "sshd" and port and int(pid) != server.process.pid and port in ports(pid):
                    os.kill(int(pid), signal.SIGKILL)
            except OSError:
                continue
        return None

    start = time.monotonic()
    results = parallel(once, range(values.count), values.jobs)
    bad = [result for result in results if result] + failures
    if server:
        # Processes without a client have had time to end.
        none, seconds = server.wait_for_none(values.patience)
        if not none:
            bad.append(f"over ssh: {len(server.boards())} left after {seconds:.1f} s")
        server.stop()
    report("orphans", values.count, bad, start, f"{len(ways)} ways, seed {values.seed}")


def inodes(pid):
    found = set()
    for descriptor in os.listdir(f"/proc/{pid}/fd"):
        try:
            target = os.readlink(f"/proc/{pid}/fd/{descriptor}")
        except OSError:
            continue
        if target.startswith("socket:["):
            found.add(target[8:-1])
    return found


def connections():
    """The ends of connections by the inode of their socket."""
    table = {}
    with open("/proc/net/tcp") as file:
        for line in file.readlines()[1:]:
            fields = line.split()
            table[fields[9]] = (fields[1].split(":")[1], fields[2].split(":")[1])
    return table


def client_port(pid):
    table = connections()
    return next((table[inode][0] for inode in inodes(pid) if inode in table), None)


def ports(pid):
    table = connections()
    return {table[inode][1] for inode in inodes(pid) if inode in table}


if __name__ == "__main__":
    main()
