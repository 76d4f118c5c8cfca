"""Measures keys on a line of 1 KB/s with 300 ms: bytes for each cell that changes, and seconds until the screen is right.

No key may cost more than a full redraw; moving the cursor costs two rows.
"""

import random
import time

from terminal import Program
from tools import arguments, report

KEYS = ["j", "k", "\x1b[B", "\x1b[A", "\x1b[6~", "\x1b[5~", "1", "2", "3", "4", "5", "6", "7", "\r", "\x1b", "s", "\x1b", "?", "\x1b", "L", "[", "]",
        " ", "g", "G", "/", "s", "l", "\x1b", "T"]


def cells(screen):
    return [[(cell.data, cell.fg, cell.bg, cell.bold, cell.reverse, cell.underscore) for cell in
             (screen.buffer[y][x] for x in range(screen.columns))] for y in range(screen.lines)]


def main():
    values = arguments(__doc__, 600, rate=1000, delay=0.3, percell=12, fixed=60)
    random_ = random.Random(values.seed)
    program = Program([values.binary, "--restricted"], screen=True)
    program.wait(lambda: len(program.output) > 1200, 30)
    program.quiet(0.2)
    first = len(program.output)
    bad = []
    costs = []
    most = 0
    start = time.monotonic()
    for number in range(values.count):
        key = random_.choice(KEYS)
        before = cells(program.screen)
        size = len(program.output)
        program.type(key)
        program.wait(lambda: len(program.output) > size, 0.15)
        program.quiet(0.03, 2)
        if program.has_ended():
            bad.append(f"{number} {key!r}: ended")
            break
        after = cells(program.screen)
        changed = sum(a != b for rows in zip(before, after) for a, b in zip(*rows))
        cost = len(program.output) - size
        costs.append(cost)
        most = max(most, cost)
        # A changed cell can cost its own colour and place; a key that changes nothing costs next to nothing.
        if cost > values.fixed + changed * values.percell:
            bad.append(f"{number} {key!r}: {cost} bytes for {changed} cells")
    size = len(program.output)
    program.read(3)
    if len(program.output) != size:
        bad.append(f"{len(program.output) - size} bytes without a key")
    program.type("\x1b\x1b\x03")
    program.end(5)
    program.close()
    costs.sort()
    middle = costs[len(costs) // 2]
    report(
        "slow link", values.count, bad, start,
        f"first screen {first} bytes, a key {middle} bytes (median) {most} bytes (most): "
        f"{values.delay + middle / values.rate:.1f} s and {values.delay + most / values.rate:.1f} s at {values.rate} B/s with "
        f"{values.delay * 1000:.0f} ms; seed {values.seed}")


if __name__ == "__main__":
    main()
