"""Checks the sshd configuration and --restricted against a real sshd on loopback. Called by script/check-ssh."""

import os
import pwd
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

from terminal import Program, is_screen_restored

USER = "qjboard-check"
failures = 0


def check(name, good, seen=""):
    global failures
    failures += not good
    print(f"{'ok  ' if good else 'FAIL'} {name}" + (f": {seen!r}" if not good else ""), flush=True)


class Server:
    """An sshd with a key, a user and a port of its own."""

    def __init__(self, binary, configuration):
        self.place = tempfile.mkdtemp(prefix="qjboard-ssh-")
        os.chmod(self.place, 0o755)
        # In a directory that the user can read.
        if os.path.exists(f"{os.path.dirname(binary)}/lib/loader"):
            # The portable form is a directory.
            shutil.copytree(os.path.dirname(binary), f"{self.place}/program", symlinks=True)
            self.binary = f"{self.place}/program/qjboard"
        else:
            self.binary = f"{self.place}/qjboard"
            shutil.copy(binary, self.binary)
        os.chmod(self.binary, 0o755)
        home = f"{self.place}/home"
        os.mkdir(home, 0o755)
        self.clean_user()
        subprocess.run(["useradd", "--system", "--home-dir", home, "--no-create-home", "--shell", "/bin/sh", USER], check=True)
        # Without a password, but not locked.
        subprocess.run(["usermod", "-p", "*", USER], check=True)
        for key in ("host", "user"):
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", f"{self.place}/{key}"], check=True)
        shutil.copy(f"{self.place}/user.pub", f"{self.place}/keys")
        os.chmod(f"{self.place}/keys", 0o644)
        text = open(configuration, encoding="utf-8").read()
        text = text.replace("Match User qjboard", f"Match User {USER}").replace("/usr/bin/qjboard", self.binary)
        text = text.replace("/etc/ssh/qjboard_keys", f"{self.place}/keys")
        with open(f"{self.place}/board.conf", "w", encoding="utf-8") as file:
            file.write(text)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        with open(f"{self.place}/sshd_config", "w", encoding="utf-8") as file:
            file.write(
                f"Port {self.port}\nListenAddress 127.0.0.1\nHostKey {self.place}/host\nPidFile none\nUsePAM no\n"
                "PasswordAuthentication no\nKbdInteractiveAuthentication no\nStrictModes no\nMaxStartups 1000\n"
                "AcceptEnv LANG LC_*\nX11Forwarding yes\nSubsystem sftp /usr/lib/openssh/sftp-server\n"
                f"Include {self.place}/board.conf\n"
            )
        os.makedirs("/run/sshd", exist_ok=True)
        self.log = open(f"{self.place}/log", "wb")
        self.process = subprocess.Popen(
            ["/usr/sbin/sshd", "-D", "-e", "-f", f"{self.place}/sshd_config"], stderr=self.log, stdin=subprocess.DEVNULL)
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", self.port)).close()
                break
            except OSError:
                time.sleep(0.05)

    @staticmethod
    def clean_user():
        try:
            pwd.getpwnam(USER)
        except KeyError:
            return
        subprocess.run(["userdel", USER], stderr=subprocess.DEVNULL, check=False)

    def options(self):
        return [
            "-F", "none", "-i", f"{self.place}/user", "-o", f"Port={self.port}", "-o", "StrictHostKeyChecking=no",
            "-o", "UserKnownHostsFile=/dev/null", "-o", "LogLevel=ERROR", "-o", "BatchMode=yes", "-o", "ConnectTimeout=10",
        ]

    def command(self, *arguments, options=()):
        return ["ssh", *self.options(), *options, f"{USER}@127.0.0.1", *arguments]

    def run(self, *arguments, options=(), data=b""):
        return subprocess.run(
            self.command(*arguments, options=options), input=data, capture_output=True, timeout=20, check=False,
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"})

    def boards(self):
        """The processes of open sessions."""
        found = []
        for pid in filter(str.isdigit, os.listdir("/proc")):
            try:
                if os.readlink(f"/proc/{pid}/exe").startswith(self.place):
                    found.append(int(pid))
            except OSError:
                continue
        return found

    def wait_for_none(self, seconds):
        start = time.monotonic()
        while self.boards() and time.monotonic() - start < seconds:
            time.sleep(0.02)
        return not self.boards(), time.monotonic() - start

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()
        for pid in self.boards():
            os.kill(pid, signal.SIGKILL)
        self.log.close()
        self.clean_user()
        shutil.rmtree(self.place)


def login(server, *arguments, options=(), environment=None):
    program = Program(server.command(*arguments, options=["-tt", *options]), environment=environment, screen=True)
    shown = program.wait(lambda: any("1总览" in line or "1Overview" in line for line in program.screen.display), 15)
    return program, shown


def leave(program):
    program.type("q")
    return program.end(5) and os.waitstatus_to_exitcode(program.status) == 0


def check_screen(server):
    program, shown = login(server)
    check("a login shows the board", shown, program.screen.display)
    boards = server.boards()
    check("one process serves it", len(boards) == 1, boards)
    for pid in boards:
        writable = []
        for descriptor in os.listdir(f"/proc/{pid}/fd"):
            target = os.readlink(f"/proc/{pid}/fd/{descriptor}")
            flags = int(re.search(r"flags:\s*(\d+)", open(f"/proc/{pid}/fdinfo/{descriptor}").read())[1], 8)
            if flags & 3 and not re.match(r"/dev/pts/|pipe:", target):
                writable.append(target)
        check("no file is open for writing", not writable, writable)
        status = open(f"/proc/{pid}/status").read()
        check("calls are filtered by the system", "Seccomp:\t2" in status and "NoNewPrivs:\t1" in status, status)
        names = [item.split(b"=")[0] for item in open(f"/proc/{pid}/environ", "rb").read().split(b"\0") if item]
        check("the environment is what sshd gives", b"QJBOARD_DATA" not in names, names)
    for name, keys in [("Ctrl-Z", "\x1a"), ("Ctrl-\\", "\x1c"), ("!sh", "!sh\r"), (":!sh", ":!sh\r\x1b\x1b")]:
        program.type(keys)
        program.quiet(0.3)
        check(f"{name} starts nothing", len(server.boards()) == 1 and not program.has_ended(), server.boards())
    check("q ends the session with status 0", leave(program), program.status)
    check("the terminal is as it was", is_screen_restored(program.output) and program.is_line_discipline_restored())
    check("the board is gone", server.wait_for_none(2)[0])
    program.close()

    program, shown = login(server, "ls /; cat /etc/passwd")
    text = bytes(program.output)
    check("ssh -tt host COMMAND shows the board instead", shown and b"root:" not in text, text[:200])
    leave(program)
    program.close()


def check_refusals(server):
    for name, arguments, options in [
        ("ssh host ls", ["ls"], []), ("ssh -T host", [], ["-T"]), ("ssh -T host sh -i", ["sh", "-i"], ["-T"]),
        ("the sftp subsystem", ["sftp"], ["-s"]),
    ]:
        result = server.run(*arguments, options=options, data=b"echo broken out\nls\n")
        lines = result.stderr.decode().splitlines()
        check(
            f"{name} is refused with one line", result.returncode == 64 and not result.stdout and len(lines) <= 1,
            (result.returncode, result.stdout[:200], result.stderr[:300]))
    target = f"{USER}@127.0.0.1:"
    loot = f"{server.place}/loot"
    for name, command in [
        ("scp from it", ["scp", *server.options(), target + "/etc/hostname", loot]),
        ("scp -O from it", ["scp", "-O", *server.options(), target + "/etc/hostname", loot]),
        ("scp to it", ["scp", *server.options(), "/etc/hostname", target + "/tmp/qjboard-loot"]),
        ("scp -O to it", ["scp", "-O", *server.options(), "/etc/hostname", target + "/tmp/qjboard-loot"]),
        ("sftp", ["sftp", *server.options(), "-b", "/dev/null", target]),
    ]:
        result = subprocess.run(command, capture_output=True, timeout=20, check=False, stdin=subprocess.DEVNULL)
        stolen = os.path.exists(loot) or os.path.exists("/tmp/qjboard-loot")
        check(f"{name} is refused", result.returncode != 0 and not stolen, (result.returncode, result.stderr[:200]))


def check_forwarding(server):
    def port():
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            return free.getsockname()[1]

    with socket.socket() as goal:
        goal.bind(("127.0.0.1", 0))
        goal.listen()
        goal.settimeout(0.1)
        number = goal.getsockname()[1]
        result = server.run(options=["-W", f"127.0.0.1:{number}"])
        check("ssh -W is refused", result.returncode != 0 and b"forwarding failed" in result.stderr, result.stderr)
        local = port()
        program, _ = login(server, options=["-L", f"{local}:127.0.0.1:{number}"])
        try:
            with socket.create_connection(("127.0.0.1", local), 2) as connection:
                connection.settimeout(2)
                reached = connection.recv(1)
        except OSError:
            reached = b""
        try:
            goal.accept()
            reached = b"accepted"
        except socket.timeout:  # A separate error before Python 3.10.
            pass
        check("a local forwarding reaches nothing", reached == b"", reached)
        leave(program)
        program.close()
    result = server.run(options=["-N", "-R", f"{port()}:127.0.0.1:22", "-o", "ExitOnForwardFailure=yes"])
    check("a remote forwarding is refused", result.returncode != 0 and b"forwarding failed" in result.stderr, result.stderr)
    master = f"{server.place}/master"
    first = Program(server.command(options=["-tt", "-M", "-S", master]), screen=True)
    first.wait(lambda: any("1Overview" in line for line in first.screen.display), 15)
    result = subprocess.run(
        ["ssh", "-S", master, "-T", f"{USER}@127.0.0.1", "id"], capture_output=True, timeout=20, check=False,
        stdin=subprocess.DEVNULL)
    check(
        "a second session on one connection is refused", result.returncode != 0 and b"uid=" not in result.stdout,
        (result.returncode, result.stdout, result.stderr))
    leave(first)
    first.close()


def check_environment(server):
    hostile = {
        "LC_ALL": "zh_CN.UTF-8\x1b]0;evil\x07", "LANG": "../../../etc/passwd", "LC_CTYPE": "x" * 3000,
    }
    program, shown = login(server, options=["-o", "SendEnv=LC_* LANG"], environment=hostile)
    check("hostile locale names are harmless", shown and b"\x1b]0;" not in program.output, bytes(program.output[:200]))
    leave(program)
    program.close()
    program, shown = login(server, options=["-o", "SetEnv=LC_QJ=1 QJBOARD_DATA=/etc LD_PRELOAD=/tmp/x.so"])
    check("variables that are not the locale's do not arrive", shown)
    leave(program)
    program.close()
    for name in ("xterm\x1b[31mevil", "../../etc/passwd", "nonsense-terminal"):
        program = Program(server.command(options=["-tt"]), environment={"TERM": name}, screen=True)
        shown = program.wait(lambda: any("1Overview" in line for line in program.screen.display), 15)
        check(f"TERM={name!r} shows the board", shown and b"evil" not in program.output, bytes(program.output[:200]))
        leave(program)
        program.close()


def check_ends(server):
    program, _ = login(server)
    os.kill(program.pid, signal.SIGKILL)
    gone, seconds = server.wait_for_none(3)
    check(f"a killed client leaves nothing ({seconds:.2f} s)", gone and seconds < 2)
    program.close()
    program, _ = login(server)
    pid = server.boards()[0]
    parent = int(open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()[1])
    os.kill(parent, signal.SIGKILL)
    gone, seconds = server.wait_for_none(3)
    check(f"a killed sshd session leaves nothing ({seconds:.2f} s)", gone and seconds < 2)
    program.close()


def main():
    server = Server(os.path.realpath(sys.argv[1]), sys.argv[2])
    try:
        for part in (check_screen, check_refusals, check_forwarding, check_environment, check_ends):
            part(server)
    finally:
        server.stop()
    print("all as it should be" if failures == 0 else f"{failures} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
