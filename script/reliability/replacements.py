"""Replaces the data of an open board in six ways of writing: the last version must be on screen within a second after it was complete.

Two files carry the version, in the short names of the district and of a cluster, so that a mixture of two versions is visible. A blank
screen is bad as well. If the writer itself was delayed between two steps, so that the directory held the mixture for as long as the
program waits for calm, it is counted separately. Every tenth replacement is broken: the screen must stay, and a notice appear within two seconds.
"""

import json
import os
import random
import re
import shutil
import tempfile
import threading
import time

from terminal import Program
from tools import arguments, dataset, parallel, report

# Seconds without a change before the program reads, minus the time to notice a change.
CALM = 0.14
WAYS = ["rename", "in place", "slowly", "link", "remove", "directory"]


class Place:
    """A directory of data, given new versions in different ways."""

    def __init__(self, root):
        self.root = root
        self.data = f"{root}/data"
        dataset(f"{root}/0")
        os.symlink("0", self.data)
        self.number = 0
        self.texts = {name: open(f"{root}/0/{name}", encoding="utf-8").read() for name in ("dataset.json", "clusters.json")}

    def contents(self, version):
        first = json.loads(self.texts["dataset.json"])
        inner = first["dataset"] if "dataset" in first else first
        inner["short"] = {"zh": f"版{version}", "en": f"V{version}"}
        second = json.loads(self.texts["clusters.json"])
        for cluster in second["clusters"]:
            cluster["name"] = {"zh": f"簇{version}", "en": f"C{version}"}
            cluster.pop("short", None)
        return {"dataset.json": json.dumps(first, ensure_ascii=False, indent=1), "clusters.json": json.dumps(second, ensure_ascii=False, indent=1)}

    def step(self):
        """Records how long the directory was unchanged between two steps of the writer."""
        now = time.monotonic()
        self.longest, self.last = max(self.longest, now - self.last), now

    def write(self, way, version, broken=False):
        files = self.contents(version)
        self.longest, self.last = 0.0, time.monotonic()
        if broken:
            files["dataset.json"] = files["dataset.json"][:-20]
        real = os.path.realpath(self.data)
        if way in ("link", "directory"):
            self.number += 1
            new = f"{self.root}/{self.number}"
            shutil.copytree(real, new)
            for name, text in files.items():
                open(f"{new}/{name}", "w", encoding="utf-8").write(text)
            os.symlink(str(self.number), f"{self.root}/next")
            os.rename(f"{self.root}/next", self.data)
            if way == "directory":
                shutil.rmtree(real)
            return
        for name, text in files.items():
            path = f"{real}/{name}"
            if way == "rename":
                open(path + ".new", "w", encoding="utf-8").write(text)
                os.rename(path + ".new", path)
                self.step()
            elif way == "in place":
                open(path, "w", encoding="utf-8").write(text)
                self.step()
            elif way == "remove":
                os.unlink(path)
                self.step()
                time.sleep(0.02)
                open(path, "w", encoding="utf-8").write(text)
                self.step()
            else:
                with open(path, "w", encoding="utf-8") as file:
                    for index in range(0, len(text), max(1, len(text) // 5)):
                        file.write(text[index:index + max(1, len(text) // 5)])
                        file.flush()
                        self.step()
                        time.sleep(0.03)


def main():
    values = arguments(__doc__, 10000, within=1.0)
    latencies = []
    paused = []
    lock = threading.Lock()
    share = -(-values.count // values.jobs)

    def series(number):
        random_ = random.Random(values.seed * 1_000_003 + number)
        root = tempfile.mkdtemp(prefix="qjboard-replace-")
        place = Place(root)
        place.write("in place", 0)
        program = Program([values.binary, "--lang", "en", "--data", place.data], screen=True, size=(100, 24))
        bad = []
        try:
            if not program.wait(lambda: "V0" in program.screen.display[0], 60):
                return [f"{number}: never shown {program.screen.display[0]!r}"]
            program.type("2")
            program.wait(lambda: any("C0" in line for line in program.screen.display[1:]), 20)

            def versions():
                lines = program.screen.display
                return set(re.findall(r"\bV(\d+)\b", lines[0])), set(re.findall(r"\bC(\d+)\b", " ".join(lines[1:-1])))

            shown = 0
            for version in range(1, share + 1):
                way = random_.choice(WAYS)
                broken = version % 10 == 0
                place.write(way, version, broken)
                begin = time.monotonic()
                seen = None
                while time.monotonic() - begin < 5:
                    program.read(0.02)
                    heads, names = versions()
                    if not any(line.strip() for line in program.screen.display):
                        bad.append(f"{number}/{version} {way}: blank")
                    if heads and names and heads != names and program.read(0.05) == 0:
                        heads, names = versions()
                        if heads != names and place.longest >= CALM:
                            paused.append(place.longest)
                        elif heads != names:
                            bad.append(f"{number}/{version} {way}: mixture {heads} {names}")
                    if broken:
                        if any("dataset.json" in line for line in program.screen.display[-2:]):
                            seen = time.monotonic() - begin
                            break
                    elif heads == {str(version)} and names == {str(version)}:
                        seen = time.monotonic() - begin
                        break
                limit = 2.0 if broken else values.within
                if seen is None or seen > limit:
                    bad.append(f"{number}/{version} {way}{' broken' if broken else ''}: shown after {seen}")
                elif not broken:
                    with lock:
                        latencies.append(seen)
                if broken and versions()[0] != {str(shown)}:
                    bad.append(f"{number}/{version} {way}: the last good version {shown} is not shown: {versions()}")
                if not broken:
                    shown = version
                if program.has_ended():
                    return bad + [f"{number}/{version}: ended {program.status}"]
        finally:
            program.close()
            shutil.rmtree(root)
        return bad

    start = time.monotonic()
    bad = [line for lines in parallel(series, range(values.jobs), values.jobs) for line in lines]
    latencies.sort()
    middle, last = (latencies[len(latencies) // 2], latencies[-1]) if latencies else (0, 0)
    report(
        "replacements", share * values.jobs, bad, start,
        f"{len(WAYS)} ways, shown after {middle:.2f} s (median), {last:.2f} s (longest), {len(paused)} mixtures stood in the directory itself, load {os.getloadavg()[0]:.0f}, seed {values.seed}")


if __name__ == "__main__":
    main()
