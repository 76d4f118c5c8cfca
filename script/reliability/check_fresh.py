"""Tests the packages on minimal systems. Called by script/check-fresh, in a mount namespace of its own."""

import argparse
import codecs
import glob
import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

import pyte

from terminal import Program, is_screen_restored, private_memory

ARCHIVE = "http://deb.debian.org/debian"
DEBIAN = {"buster": "Debian 10", "bullseye": "Debian 11", "bookworm": "Debian 12", "trixie": "Debian 13"}
VIEWS = ["overview", "clusters", "targets", "projects", "tasks", "park", "sources", "policies"]
LOCALES = [
    ("C", "ascii"), ("C.UTF-8", "utf-8"), ("zh_CN.UTF-8", "utf-8"), ("zh_CN.GB18030", "gb18030"), ("zh_CN.GBK", "gbk"),
    ("xx_YY.UTF-8", "utf-8"),
]
TABLE = "项目名称,集群,总投资（万元）,签约日期,园区\n电池壳体项目,machinery,\"12,000\",2023.05,north-group\n面包厂,,5000万元,,\n"
# The directory of the scratch files, here and in every system.
SCRATCH = f"/tmp/qjboard-fresh-{os.getpid()}"


class Place:
    """This machine, or the root of another system."""

    def __init__(self, name, root=None):
        self.name = name
        self.root = root
        self.results = {}

    def command(self, arguments):
        return (["/usr/sbin/chroot", self.root] if self.root else []) + arguments

    def path(self, path):
        return (self.root or "") + path

    def run(self, arguments, seconds=60, environment=None, **options):
        values = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/root", "TZ": "UTC0"}
        values.update(environment or {})
        return subprocess.run(
            self.command(arguments), capture_output=True, timeout=seconds, check=False, env=values, stdin=subprocess.DEVNULL,
            **options)

    def program(self, arguments, size=(120, 36), environment=None):
        return Program(self.command(arguments), size, environment)

    def note(self, what, good, seen=""):
        """Keeps a result; good is true, false, or a word."""
        text = good if isinstance(good, str) else "yes" if good else "no"
        self.results[what] = text
        print(f"{self.name}: {what}: {text}" + (f": {seen!r}"[:600] if good is False else ""), flush=True)


def start(place, program, arguments, locale="C.UTF-8"):
    """A program on a terminal, ready once its first frame is complete."""
    shown = place.program(program + arguments, environment={"LC_ALL": locale})
    shown.wait(lambda: b"\x1b[?1049h" in shown.output and len(shown.output) > 1000, 60)
    shown.quiet(0.4, 20)
    return shown


def screen(output, encoding, errors="strict"):
    """The output as a terminal of this charset shows it; raises if it is not valid in the charset."""
    text = codecs.decode(bytes(output), encoding, errors)
    # The emulator has no REP, which some descriptions of terminals use.
    text = re.sub(r"(.)\x1b\[(\d+)b", lambda found: found[1] * (1 + int(found[2])), text)
    shown = pyte.Screen(120, 36)
    pyte.Stream(shown).feed(text)
    return [line.rstrip() for line in shown.display]


def some(reference):
    """The frames that show whether an installed package is the same program as the unpacked one."""
    return {key: lines for key, lines in reference.items() if key[2] in ("C.UTF-8", "zh_CN.GB18030")}


def frames(place, program, locales):
    """The first frame of every view, by view, language and locale; a word if there is none."""
    found = {}
    for locale, encoding in LOCALES:
        if locale not in locales:
            continue
        for language in ("zh", "en"):
            for view in VIEWS:
                shown = start(place, program, ["--lang", language, "--view", view], locale)
                try:
                    found[view, language, locale] = screen(shown.output, encoding)
                except UnicodeError as error:
                    found[view, language, locale] = str(error)
                shown.type("q")
                if not shown.end(10) or os.waitstatus_to_exitcode(shown.status) != 0:
                    found[view, language, locale] = f"q does not end it: {shown.status} {bytes(shown.output[-200:])}"
                shown.close()
    return found


def check_frames(place, program, reference):
    locales = list(dict.fromkeys(key[2] for key in reference))
    seen = frames(place, program, locales)
    for locale in locales:
        keys = [key for key in reference if key[2] == locale]
        other = [key for key in keys if seen[key] != reference[key]]
        place.note(f"first frames, {locale}", f"{len(keys) - len(other)} of {len(keys)}")
        for key in other[:1]:
            lines = [pair for pair in zip(seen[key], reference[key]) if pair[0] != pair[1]][:3] if isinstance(seen[key], list) else seen[key]
            print(f"  {key}: {lines}", flush=True)


def check_work(place, program, reference):
    for name in ("import", "report"):
        result = place.run(program + reference[name][0])
        good = result.returncode == 0 and result.stdout == reference[name][1]
        place.note(f"{name}, same bytes", good, (result.returncode, result.stdout[-300:], result.stderr[-300:]))


def work(place, program):
    found = {}
    for name, arguments in [
        ("import", ["import", "projects", f"{SCRATCH}/table.csv", "--into", f"{SCRATCH}/data", "--source", "briefing", "--lang", "zh"]),
        ("report", ["report", "--format", "html"]),
    ]:
        result = place.run(program + arguments)
        if result.returncode != 0:
            sys.exit(f"{name} fails here: {result.stderr.decode()}")
        found[name] = (arguments, result.stdout)
    return found


def check_sessions(place, program):
    shown = start(place, program, ["--restricted"])
    if shown.has_ended():
        place.note("restricted: calls filtered, q ends", False, bytes(shown.output[-300:]))
        return
    status = open(f"/proc/{shown.pid}/status").read()
    name = open(f"/proc/{shown.pid}/comm").read().strip()
    shown.type("q")
    good = "Seccomp:\t2" in status and "NoNewPrivs:\t1" in status and shown.end(10) and shown.status == 0
    place.note("restricted: calls filtered, q ends", good, status[-900:])
    place.note("name of the process", name)
    shown.close()

    for number, word in [(signal.SIGSEGV, "crash"), (signal.SIGTERM, "SIGTERM")]:
        shown = start(place, program, [])
        os.kill(shown.pid, number)
        ended = shown.end(10)
        code = os.waitstatus_to_exitcode(shown.status) if ended else None
        good = code in (-number, 128 + number) and is_screen_restored(shown.output) and shown.is_line_discipline_restored()
        place.note(f"{word}: terminal restored", good, (code, bytes(shown.output[-200:])))
        shown.close()

    shown = start(place, program, ["--data", f"{SCRATCH}/data", "--lang", "zh"])
    file = place.path(f"{SCRATCH}/data/dataset.json")
    text = open(file, encoding="utf-8").read()
    write(file, text.replace("测试区", "试验区"))
    good = shown.wait(lambda: any("试验区" in line for line in screen(shown.output, "utf-8", "replace")), 15)
    write(file, text)
    place.note("watching: a changed file is shown", good, bytes(shown.output[-300:]))
    shown.close()

    shown = start(place, program, ["kiosk", "--interval", "3s"])
    seen, begin = set(), time.monotonic()
    while time.monotonic() - begin < 60 and not shown.has_ended():
        shown.read(0.5)
        seen.add("\n".join(screen(shown.output, "utf-8", "replace")[1:30]))
    alive = not shown.has_ended()
    os.kill(shown.pid, signal.SIGTERM)
    good = alive and len(seen) >= 10 and shown.end(10) and is_screen_restored(shown.output)
    place.note("kiosk for 60 s, at most 3 s a page", good, (alive, len(seen)))
    shown.close()


def write(path, text):
    with open(path + "~", "w", encoding="utf-8") as file:
        file.write(text)
    os.rename(path + "~", path)


def check_ssh(place, binary):
    wanted = ["openssh-server", "openssh-client", "python3-pexpect", "python3-pyte"]
    result = install(place, wanted)
    if result.returncode != 0:
        place.note("restricted over its sshd", "not tried", result.stderr[-300:])
        return
    result = place.run(
        ["/bin/sh", "-c", f"cd /qjboard && python3 -B script/reliability/check_ssh.py {binary} deploy/sshd_config.d/qjboard.conf"], 600)
    lines = result.stdout.decode().splitlines()
    good = sum(line.startswith("ok") for line in lines)
    bad = [line for line in lines if line.startswith("FAIL")]
    ended = lines[-1:] in (["all as it should be"], [f"{len(bad)} failed"])
    place.note("restricted over its sshd", f"{good} of {good + len(bad)}" if ended else f"broken off after {good}")
    for line in bad + ([] if ended else [result.stderr.decode()[-600:]]):
        print(f"  {line}", flush=True)


def install(place, packages):
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive", PATH="/usr/sbin:/usr/bin:/sbin:/bin", LC_ALL="C.UTF-8")
    place.run(["apt-get", "update", "-qq"], 300, environment)
    return place.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages], 900, environment)


def files(place):
    """All files except those of the package manager."""
    kept = re.compile(r"^/(proc|sys|dev|run|tmp|qjboard|var/(lib/(dpkg|rpm|apt|systemd)|cache|log)|root/\.rpmdb)(/|$)|/\.cache/")
    found = set()
    for directory, names, entries in os.walk(place.root):
        inside = directory[len(place.root):]
        names[:] = [name for name in names if not kept.match(f"{inside}/{name}")]
        found.update(f"{inside}/{name}" for name in names + entries)
    return found


def check_package(place, previous, new, commands):
    """Installs, upgrades, removes and purges; leaves the new one installed."""
    before = files(place)
    steps = []
    result = place.run(commands["install"] + [new], 300)
    steps.append(("install", result.returncode == 0, result))
    result = place.run(["qjboard", "--version"])
    steps.append(("install: it runs", result.returncode == 0, result))
    place.run(commands["purge"], 300)
    result = place.run(commands["install"] + [previous], 300)
    result = result if result.returncode else place.run(commands["upgrade"] + [new], 300)
    steps.append(("upgrade from the previous version", result.returncode == 0 and place.run(["qjboard", "--version"]).returncode == 0, result))
    result = place.run(commands["remove"], 300)
    left = sorted(files(place) - before)
    steps.append(("remove", result.returncode == 0, result))
    for what, good, result in steps:
        place.note(f"{commands['kind']}: {what}", good, (result.stdout[-300:], result.stderr[-300:]))
    place.note(f"{commands['kind']}: left by remove", ", ".join(left) or "nothing")
    if commands["kind"] == ".deb":
        result = place.run(commands["purge"], 300)
        left = sorted(files(place) - before)
        place.note(".deb: left by purge", ", ".join(left) or "nothing")
    place.run(commands["install"] + [new], 300)


DPKG = {
    "kind": ".deb", "install": ["dpkg", "--install"], "upgrade": ["dpkg", "--install"], "remove": ["dpkg", "--remove", "qjboard"],
    "purge": ["dpkg", "--purge", "qjboard"],
}
# The rpm database of Debian is empty: not even the shell is installed for it.
RPM = {
    "kind": ".rpm", "install": ["rpm", "--install", "--nodeps"], "upgrade": ["rpm", "--upgrade", "--nodeps"],
    "remove": ["rpm", "--erase", "--nodeps", "qjboard"], "purge": ["rpm", "--erase", "--nodeps", "qjboard"],
}


def older_deb(new):
    """The same package with an older number."""
    tree = f"{SCRATCH}/older"
    shutil.rmtree(tree, ignore_errors=True)
    subprocess.run(["dpkg-deb", "-R", new, tree], check=True)
    control = open(f"{tree}/DEBIAN/control", encoding="utf-8").read()
    with open(f"{tree}/DEBIAN/control", "w", encoding="utf-8") as file:
        file.write(re.sub(r"(?m)^Version: .*", "Version: 0.0.1", control))
    subprocess.run(["dpkg-deb", "-b", "-Zgzip", tree, f"{SCRATCH}/older.deb"], check=True, stdout=subprocess.DEVNULL)
    return f"{SCRATCH}/older.deb"


def mount(source, target):
    os.makedirs(target, exist_ok=True)
    subprocess.run(["mount", "--bind", source, target], check=True)


def make(name, base):
    """The root of a fresh system; None if the archive does not have it."""
    kept = f"{base}/{name}"
    if name == "bare":
        os.makedirs(kept, exist_ok=True)
    elif not os.path.exists(f"{kept}.done"):
        shutil.rmtree(kept, ignore_errors=True)
        print(f"{name}: debootstrap", flush=True)
        result = subprocess.run(
            ["debootstrap", "--variant=minbase", name, kept, ARCHIVE], capture_output=True, check=False, stdin=subprocess.DEVNULL)
        if result.returncode != 0:
            print(f"{name}: not to be had: {(result.stdout + result.stderr).decode()[-300:]}", flush=True)
            return None
        open(f"{kept}.done", "w").close()
    root = f"{SCRATCH}/systems/{name}"
    shutil.rmtree(root, ignore_errors=True)
    subprocess.run(["cp", "-a", kept, root], check=True)
    for directory in ("proc", "dev", "tmp"):
        os.makedirs(f"{root}/{directory}", exist_ok=True)
    subprocess.run(["mount", "-t", "proc", "proc", f"{root}/proc"], check=True)
    mount("/dev", f"{root}/dev")
    mount("/dev/pts", f"{root}/dev/pts")
    if name != "bare":
        mount(os.getcwd(), f"{root}/qjboard")
        shutil.copy("/etc/resolv.conf", f"{root}/etc/resolv.conf")
    os.makedirs(root + SCRATCH)
    for item in ("table.csv", "data"):
        subprocess.run(["cp", "-a", f"{SCRATCH}/{item}", root + SCRATCH], check=True)
    return root


def measure(plain, portable):
    """Start and memory of both, alternating: medians of 40, and the ratios."""
    rows = []
    for what, arguments in [("--version", ["--version"]), ("show overview", ["show", "overview", "--size", "120x36"])]:
        times = {True: [], False: []}
        for number in range(80):
            begin = time.perf_counter()
            subprocess.run([portable if number % 2 else plain, *arguments], stdout=subprocess.DEVNULL, check=True)
            times[number % 2 == 1].append((time.perf_counter() - begin) * 1000)
        rows.append((f"`{what}`, ms", statistics.median(times[False]), statistics.median(times[True])))
    first, memory = {True: [], False: []}, {True: [], False: []}
    for number in range(40):
        begin = time.perf_counter()
        shown = Program([portable if number % 2 else plain], (120, 36))
        shown.wait(lambda: "总览".encode() in shown.output, 30)
        first[number % 2 == 1].append((time.perf_counter() - begin) * 1000)
        shown.quiet(0.3)
        memory[number % 2 == 1].append([value / 1024 for value in (private_memory(shown.pid)[0], resident(shown.pid))])
        shown.type("q")
        shown.end(5)
        shown.close()
    rows.append(("first frame of the board, ms", statistics.median(first[False]), statistics.median(first[True])))
    for index, what in enumerate(("its own memory, MB", "resident memory, MB")):
        rows.append((what, *(statistics.median(values[index] for values in memory[key]) for key in (False, True))))
    print(f"\n| | plain | portable | ratio |\n|---|---|---|---|")
    for what, one, other in rows:
        print(f"| {what} | {one:.1f} | {other:.1f} | {other / one:.2f} |")


def resident(pid):
    for line in open(f"/proc/{pid}/status"):
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    return 0


def quick_start(base):
    """Builds a clone in Debian 12; the toolchain of this machine is mounted, and what it needs is installed. Returns the exit code."""
    root = make("bookworm", base)
    place = Place("Debian 12, quick start", root)
    toolchain = os.path.dirname(os.path.dirname(os.path.realpath(shutil.which("swift"))))
    mount(toolchain, f"{root}/opt/swift/usr")
    mirrors = subprocess.run(["git", "config", "--get-regexp", r"^url\..*\.insteadof$"], capture_output=True, text=True, check=False)
    for line in mirrors.stdout.splitlines():
        directory = line.split(".", 1)[1].rsplit(".insteadof", 1)[0]
        if os.path.isdir(directory):
            mount(directory, root + directory)
    subprocess.run(["git", "clone", "-q", os.getcwd(), f"{root}/root/qjboard"], check=True)
    result = install(place, [
        "git", "ca-certificates", "libc6-dev", "libstdc++-12-dev", "libgcc-12-dev", "binutils-gold", "libcurl4", "libedit2", "libpython3.11",
        "libsqlite3-0", "libxml2", "libncurses6", "tzdata", "zlib1g-dev", "pkg-config"])
    if result.returncode != 0:
        sys.exit(f"what the toolchain needs cannot be installed: {result.stderr.decode()[-300:]}")
    environment = dict(os.environ, PATH="/opt/swift/usr/bin:/usr/sbin:/usr/bin:/sbin:/bin", HOME="/root", LC_ALL="C.UTF-8")
    for number, line in enumerate(mirrors.stdout.splitlines()):
        key, value = line.split(" ", 1)
        environment |= {f"GIT_CONFIG_KEY_{number}": key, f"GIT_CONFIG_VALUE_{number}": value, "GIT_CONFIG_COUNT": str(number + 1)}
    begin = time.monotonic()
    result = place.run(["/bin/sh", "-c", "cd /root/qjboard && script/run"], 3500, environment)
    minutes = (time.monotonic() - begin) / 60
    shown = result.returncode == 0 and "黔江" in result.stdout.decode(errors="replace")
    place.note("script/run shows the first view", f"yes, after {minutes:.0f} min" if shown else "no")
    if not shown:
        print(result.stdout.decode(errors="replace")[-800:], result.stderr.decode(errors="replace")[-1500:])
    return 0 if shown else 1


def table(places):
    rows = []
    for place in places:
        rows += [what for what in place.results if what not in rows]
    print("\n| | " + " | ".join(place.name for place in places) + " |")
    print("|---" * (len(places) + 1) + "|")
    for what in rows:
        print(f"| {what} | " + " | ".join(place.results.get(what, "–") for place in places) + " |")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--base")
    parser.add_argument("--systems", default="bare,buster,bullseye,bookworm,trixie")
    parser.add_argument("--previous")
    parser.add_argument("--plain", default=".build/release/qjboard")
    parser.add_argument("--quick-start", action="store_true")
    options = parser.parse_args()
    os.makedirs(f"{SCRATCH}/systems")
    base = os.path.realpath(options.base or tempfile.mkdtemp(dir=SCRATCH))
    os.makedirs(base, exist_ok=True)
    shutil.copytree("fixtures/small", f"{SCRATCH}/data")
    with open(f"{SCRATCH}/table.csv", "wb") as file:
        file.write(TABLE.encode("gb18030"))
    if options.quick_start:
        return quick_start(base)
    tarball = glob.glob(".build/package/qjboard-*-linux-*.tar.gz")
    debs, rpms = glob.glob(".build/package/*.deb"), glob.glob(".build/package/*.rpm")
    if not tarball:
        sys.exit("script/check-fresh: no tarball; run script/package first")

    plain = os.path.realpath(options.plain)
    here = Place("here")
    print("the plain program, for comparison", flush=True)
    reference, results = frames(here, [plain], [locale for locale, _ in LOCALES]), work(here, [plain])
    for key, lines in reference.items():
        if not isinstance(lines, list) or sum(map(bool, lines)) < 15:
            sys.exit(f"the plain program shows nothing at {key}: {lines}")

    places = []
    for name in options.systems.split(","):
        root = make(name, base)
        forms = ["portable"] if name == "bare" else ["portable", ".deb"] if debs else ["portable"]
        for form in forms:
            place = Place(f"{DEBIAN.get(name, 'nothing')}, {form}", root)
            places.append(place)
            if root is None:
                place.note("the system", "not to be had")
                continue
            if form == "portable":
                os.makedirs(f"{root}/opt", exist_ok=True)
                subprocess.run(["tar", "-xzf", tarball[0], "-C", f"{root}/opt", "--no-same-owner"], check=True)
                program = "/opt/" + os.path.basename(tarball[0]).removesuffix(".tar.gz") + "/qjboard"
            else:
                for file, target in [(debs[0], "new.deb"), (options.previous or older_deb(debs[0]), "old.deb")]:
                    shutil.copy(file, f"{root}{SCRATCH}/{target}")
                check_package(place, f"{SCRATCH}/old.deb", f"{SCRATCH}/new.deb", DPKG)
                program = "/usr/bin/qjboard"
            result = place.run([program, "--version"])
            place.note("it starts", result.returncode == 0, result.stderr)
            if result.returncode != 0:
                continue
            check_frames(place, [program], reference if form == "portable" else some(reference))
            check_work(place, [program], results)
            check_sessions(place, [program])
            if name != "bare":
                check_ssh(place, program)
        if name == "bookworm" and root and rpms:
            place = Place("Debian 12, .rpm", root)
            places.append(place)
            place.run(["dpkg", "--purge", "qjboard"])
            if install(place, ["rpm"]).returncode == 0:
                shutil.copy(rpms[0], f"{root}{SCRATCH}/new.rpm")
                check_package(place, f"{SCRATCH}/new.rpm", f"{SCRATCH}/new.rpm", RPM | {"upgrade": ["rpm", "--upgrade", "--nodeps", "--replacepkgs"]})
                place.note("it starts", place.run(["qjboard", "--version"]).returncode == 0)
    portable = f"{SCRATCH}/portable"
    os.makedirs(portable)
    subprocess.run(["tar", "-xzf", tarball[0], "-C", portable, "--strip-components=1"], check=True)
    table(places)
    measure(plain, f"{portable}/qjboard")
    return 0


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        sys.exit(main())
    finally:
        for line in reversed(open("/proc/self/mounts").read().splitlines()):
            if line.split()[1].startswith(SCRATCH):
                subprocess.run(["umount", "-l", line.split()[1]], check=False)
        shutil.rmtree(SCRATCH, ignore_errors=True)
