"""A program in a pseudo-terminal, read by a terminal emulator; shared by the drivers in this directory."""

import errno
import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time

try:
    import pyte
except ImportError:  # Only drivers that read the screen need it.
    pyte = None

BASE = {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "TZ": "UTC0"}


class Program:
    """A program on its own terminal, which stays open after it. Root can set the user id."""

    def __init__(self, command, size=(80, 24), environment=None, screen=False, keep_environment=False, user=None):
        self.master, self.slave = pty.openpty()
        self.columns, self.rows = size
        self.resize(*size)
        self.before = termios.tcgetattr(self.slave)
        self.output = bytearray()
        self.screen = self.stream = None
        if screen:
            self.screen = pyte.Screen(*size)
            self.stream = pyte.ByteStream(self.screen)
        values = dict(os.environ) if keep_environment else {}
        values.update(BASE)
        values.update(environment or {})
        values = {name: value for name, value in values.items() if value is not None}
        name = os.ttyname(self.slave)
        self.pid = os.fork()
        if self.pid == 0:
            try:
                os.setsid()
                for number in range(1, signal.NSIG):
                    try:
                        signal.signal(number, signal.SIG_DFL)
                    except (OSError, ValueError):
                        pass
                descriptor = os.open(name, os.O_RDWR)
                for target in (0, 1, 2):
                    os.dup2(descriptor, target)
                os.closerange(3, 256)
                if user is not None:
                    os.setgroups([])
                    os.setresgid(user, user, user)
                    os.setresuid(user, user, user)
                os.execvpe(command[0], command, values)
            finally:
                os._exit(127)
        self.status = None
        os.set_blocking(self.master, False)

    def resize(self, columns, rows):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def type(self, text):
        data = text.encode() if isinstance(text, str) else text
        while data:
            try:
                data = data[os.write(self.master, data):]
            except BlockingIOError:
                self.read(0.01)
            except OSError:
                return

    def read(self, seconds=0.0):
        """Reads the pending output; returns the number of bytes."""
        taken = 0
        ready, _, _ = select.select([self.master], [], [], seconds)
        while ready:
            try:
                data = os.read(self.master, 65536)
            except BlockingIOError:
                break
            except OSError as error:
                if error.errno == errno.EIO:
                    break
                raise
            if not data:
                break
            taken += len(data)
            self.output += data
            if self.stream:
                self.stream.feed(data)
        return taken

    def wait(self, condition, seconds=10.0):
        """Reads until the condition holds; returns whether it did."""
        deadline = time.monotonic() + seconds
        while True:
            self.read(0.01)
            if condition():
                return True
            if time.monotonic() > deadline or self.has_ended():
                self.read(0.05)
                return bool(condition())

    def wait_for(self, text, seconds=10.0):
        data = text.encode()
        return self.wait(lambda: data in self.output, seconds)

    def quiet(self, seconds=0.15, limit=5.0):
        """Reads until there was no output for that time."""
        deadline = time.monotonic() + limit
        while self.read(seconds) and time.monotonic() < deadline:
            pass

    def has_ended(self):
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = status
        return self.status is not None

    def end(self, seconds=3.0, reading=True):
        deadline = time.monotonic() + seconds
        while not self.has_ended() and time.monotonic() < deadline:
            if reading:
                self.read(0.005)
            else:
                time.sleep(0.005)
        if reading:
            self.read(0)
        return self.has_ended()

    def is_line_discipline_restored(self):
        return termios.tcgetattr(self.slave) == self.before

    def kill(self):
        if not self.has_ended():
            for number in (signal.SIGKILL, signal.SIGCONT):
                try:
                    os.kill(self.pid, number)
                except ProcessLookupError:
                    pass
            os.waitpid(self.pid, 0)
            self.status = -1

    def close(self):
        self.kill()
        for descriptor in (self.master, self.slave):
            if descriptor >= 0:
                os.close(descriptor)
        self.master = self.slave = -1


def is_screen_restored(output):
    """Whether the last sequences for the alternate screen, the cursor and the mouse restore them."""
    text = bytes(output)

    def last(on, off):
        return text.rfind(off) >= text.rfind(on)

    return (
        last(b"\x1b[?1049h", b"\x1b[?1049l")
        and last(b"\x1b[?25l", b"\x1b[?25h")
        and all(last(b"\x1b[?%dh" % mode, b"\x1b[?%dl" % mode) for mode in (1000, 1002, 1003, 1006))
    )


def processor_time(pid):
    """Seconds of processor time of a process so far."""
    with open(f"/proc/{pid}/stat", "rb") as file:
        fields = file.read().rsplit(b")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def private_memory(pid):
    """Private and proportional memory of a process in kilobytes."""
    values = {}
    with open(f"/proc/{pid}/smaps_rollup") as file:
        for line in file:
            name, _, rest = line.partition(":")
            if rest.strip().endswith("kB"):
                values[name] = int(rest.split()[0])
    return values["Private_Clean"] + values["Private_Dirty"], values["Pss"]
