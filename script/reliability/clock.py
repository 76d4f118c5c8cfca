"""Steps the wall clock under an open board: replaced data must still appear within two seconds, and no age may be negative.

A preloaded library moves the clock; the monotonic clock is unchanged, as on a real machine.
"""

import os
import re
import struct
import tempfile
import time

from replacements import Place
from terminal import Program
from tools import arguments, report, shim

DAY = 86400
STEPS = {
    "+1 h": 3600, "-1 h": -3600, "-5 s": -5, "+1 day": DAY, "-1 year": -365 * DAY, "+5 years": 5 * 365 * DAY,
    "2038": lambda now: 2**31 - now - 3, "past 2038": lambda now: 2**31 + DAY - now, "1970": lambda now: -now + 5, "back": 0,
    "2100": lambda now: 4102444800 - now, "back again": 0,
}


def main():
    values = arguments(__doc__, 10, within=2.0)
    library = shim()
    place = Place(tempfile.mkdtemp(prefix="qjboard-clock-"))
    place.write("in place", 0)
    clock = f"{place.root}/clock"
    open(clock, "wb").write(struct.pack("q", 0))
    program = Program(
        [values.binary, "--lang", "en", "--data", place.data], screen=True, size=(100, 24), environment={"LD_PRELOAD": library, "QJ_SHIM_CLOCK": clock})
    bad = []
    longest = 0.0
    version = 0
    start = time.monotonic()
    program.wait(lambda: "V0" in program.screen.display[0], 20)
    for turn in range(values.count):
        for name, step in STEPS.items():
            offset = step(int(time.time())) if callable(step) else step
            with open(clock, "r+b") as file:
                file.write(struct.pack("q", offset))
            version += 1
            place.write("rename", version)
            begin = time.monotonic()
            if not program.wait(lambda: f"V{version}" in program.screen.display[0], 10):
                bad.append(f"{turn} {name}: not shown after 10 s, {program.screen.display[0]!r}")
                continue
            longest = max(longest, time.monotonic() - begin)
            if time.monotonic() - begin > values.within:
                bad.append(f"{turn} {name}: shown after {time.monotonic() - begin:.2f} s")
            for key in "1234567":
                program.type(key)
                program.quiet(0.03, 1)
                text = "\n".join(program.screen.display)
                age = re.search(r"-\d+ (second|minute|hour|day|month|year)s?|-\d+ (秒|分钟|小时|天|个月|年)", text)
                if age:
                    bad.append(f"{turn} {name} view {key}: {age[0]}")
            if program.has_ended():
                bad.append(f"{turn} {name}: ended, {program.status}")
                break
    program.type("q")
    if not program.end(5) or not program.is_line_discipline_restored():
        bad.append("did not end well")
    program.close()
    report("clock", version, bad, start, f"{len(STEPS)} steps, longest wait {longest:.2f} s")


if __name__ == "__main__":
    main()
