"""Real file systems that fail: one that is full, one that cannot be written, and one that stops answering under a running board.

As root: mounts a tmpfs of a few pages, a read-only bind mount, and by bindfs a file system in user space whose server is stopped.
No half-written file may remain, and the reason must be reported. While the data does not answer, the last good data stays with a
notice, keys work, and SIGTERM ends the program within two seconds.
"""

import os
import re
import shutil
import signal
import subprocess
import tempfile
import time

from terminal import Program, is_screen_restored, processor_time
from tools import arguments, dataset, report

TABLE = "项目名称,集群,签约日期\n电池壳体项目,machinery,2023.05\n"
bad = []
tried = 0


def check(name, good, seen=""):
    global tried
    tried += 1
    if not good:
        bad.append(f"{name}: {seen!r}"[:600])


def contents(place):
    """Every file below a directory with its bytes."""
    found = {}
    for directory, _, names in os.walk(place):
        for name in names:
            with open(os.path.join(directory, name), "rb") as file:
                found[os.path.join(directory, name)] = file.read()
    return found


def mount(*command):
    subprocess.run(["mount", *command], check=True)


def fill(place):
    """Fills the file system."""
    with open(f"{place}/filler", "wb", buffering=0) as file:
        size = 65536
        while size:
            try:
                file.write(b"x" * size)
            except OSError:
                size //= 2


def check_unwritable(values, place, what, words):
    """A command that writes, a report and an export, each into a place where nothing can be written."""
    before = contents(place)
    table = f"{os.path.dirname(place)}/table.csv"
    with open(table, "w", encoding="utf-8") as file:
        file.write(TABLE)
    environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent", "TMPDIR": place}
    data = f"{place}/data"
    commands = {
        "import --write": ["import", "projects", table, "--into", data, "--source", "briefing", "--write"],
        "report -o, a new file": ["report", "--data", data, "--format", "html", "-o", f"{place}/report.html"],
        "report -o, a file that is there": ["report", "--data", data, "--format", "html", "-o", f"{place}/old.html"],
    }
    for name, command in commands.items():
        result = subprocess.run(
            [values.binary, *command, "--lang", "en"], capture_output=True, env=environment, timeout=60, check=False, cwd=place)
        said = result.stderr.decode()
        check(f"{what}: {name} exits with 74", result.returncode == 74, (result.returncode, said))
        check(f"{what}: {name} reports the reason in one line, and the consequence in another at most",
              words[0] in said.splitlines()[0] and len(said.splitlines()) <= 2, said)
        check(f"{what}: {name} leaves everything as it was", contents(place) == before, sorted(set(contents(place)) ^ set(before)))
    os.chdir(place)
    program = Program([values.binary, "--lang", "en", "--data", data], screen=True, size=(100, 24))
    os.chdir("/")
    try:
        check(f"{what}: the board opens", program.wait(lambda: "Overview" in program.screen.display[0] + program.screen.display[1], 20),
            program.screen.display)
        program.type("e")
        program.wait(lambda: any("Markdown" in line for line in program.screen.display), 5)
        program.type("\r")
        seen = program.wait(lambda: any(words[1] in line for line in program.screen.display), 5)
        check(f"{what}: the export reports the reason", seen, program.screen.display)
        check(f"{what}: the export leaves nothing behind", contents(place) == before, sorted(set(contents(place)) ^ set(before)))
        program.type("\x1b\x1bq")
        check(f"{what}: the board goes on and ends by q", program.end(5) and program.status == 0, program.status)
    finally:
        program.close()


def prepare(place):
    dataset(f"{place}/data")
    with open(f"{place}/old.html", "w", encoding="utf-8") as file:
        file.write("old\n")


def check_full(values, root):
    place = f"{root}/full"
    os.mkdir(place)
    mount("-t", "tmpfs", "-o", "size=1m", "tmpfs", place)
    try:
        prepare(place)
        fill(place)
        check_unwritable(values, place, "full", ("No space left", "the disk is full"))
    finally:
        subprocess.run(["umount", place], check=False)


def check_read_only(values, root):
    source, place = f"{root}/source", f"{root}/read-only"
    for path in (source, place):
        os.mkdir(path)
    prepare(source)
    mount("--bind", source, place)
    mount("-o", "remount,ro,bind", place)
    try:
        check_unwritable(values, place, "read-only", ("Read-only file system", "cannot be written"))
    finally:
        subprocess.run(["umount", place], check=False)


class Silent:
    """A file system in user space that can be made to stop answering."""

    def __init__(self, root, name):
        self.source, self.place = f"{root}/{name}-source", f"{root}/{name}"
        os.mkdir(self.source)
        os.mkdir(self.place)
        dataset(f"{self.source}/data")
        self.server = subprocess.Popen(
            ["bindfs", "-f", "-o", "attr_timeout=0,entry_timeout=0,direct_io", self.source, self.place],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + 10
        while not os.path.ismount(self.place) and time.monotonic() < deadline:
            time.sleep(0.05)

    def stop(self):
        self.server.send_signal(signal.SIGSTOP)

    def go_on(self):
        self.server.send_signal(signal.SIGCONT)

    def close(self):
        self.go_on()
        subprocess.run(["umount", "-l", self.place], check=False)
        self.server.terminate()
        self.server.wait(10)


def words(program):
    return "\n".join(program.screen.display)


def check_silent(values, root, name, command, banner_within):
    files = Silent(root, name)
    program = Program([values.binary, *command, "--lang", "en", "--data", f"{files.place}/data"], screen=True, size=(120, 36))
    notes = []
    try:
        shown = program.wait(lambda: "Testshire" in words(program), 20)
        check(f"{name}: shown", shown, words(program))
        program.quiet(0.5)
        files.stop()
        stopped = time.monotonic()
        seen = program.wait(lambda: "not answer" in words(program), banner_within + 5)
        notes.append(f"{name}: notice after {time.monotonic() - stopped:.1f} s")
        check(f"{name}: a notice within {banner_within} s", seen and time.monotonic() - stopped <= banner_within, words(program))
        filled = sum(bool(line.strip()) for line in program.screen.display)
        check(f"{name}: the last good data stays", "Testshire" in words(program) and filled > 10, words(program))
        for key in ("3", "4"):
            before = words(program)
            pressed = time.monotonic()
            program.type(key)
            changed = program.wait(lambda: words(program) != before, 3)
            check(f"{name}: key {key} goes on", changed and time.monotonic() - pressed < 1, time.monotonic() - pressed)
            program.quiet(0.2)
        spent = processor_time(program.pid)
        program.quiet(2, 2)
        check(f"{name}: does not spin", processor_time(program.pid) - spent < 0.5, processor_time(program.pid) - spent)
        files.go_on()
        back = time.monotonic()
        gone = program.wait(lambda: "not answer" not in words(program), 10)
        notes.append(f"gone {time.monotonic() - back:.1f} s after the server is back")
        check(f"{name}: the notice goes when the server is back", gone, words(program))
        files.stop()
        time.sleep(1)
        ending = time.monotonic()
        os.kill(program.pid, signal.SIGTERM)
        ended = program.end(10)
        took = time.monotonic() - ending
        notes.append(f"ended {took:.2f} s after SIGTERM")
        check(f"{name}: SIGTERM ends it within 2 s", ended and took < 2, took)
        check(f"{name}: the terminal is as it was", program.is_line_discipline_restored() and is_screen_restored(program.output))
    finally:
        program.close()
        files.close()
    return ", ".join(notes)


def main():
    values = arguments(__doc__, 1)
    start = time.monotonic()
    root = tempfile.mkdtemp(prefix="qjboard-files-")
    check_full(values, root)
    check_read_only(values, root)
    notes = [
        check_silent(values, root, "board", [], 11),
        check_silent(values, root, "kiosk", ["kiosk"], 11),
    ]
    shutil.rmtree(root, ignore_errors=True)
    report("file systems", tried, bad, start, "; ".join(notes))


if __name__ == "__main__":
    main()
