#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Prints what both tools say about ten graphs, side by side, and ends with 1 where they differ."""

import sys

from graphs import GRAPHS
from tools import Project

OFFLINE = [["history"], ["history", "-v"], ["heads"], ["heads", "-v"], ["heads", "--resolve-dependencies"], ["branches"], ["branches", "-v"]]
ONLINE = [["current"], ["current", "-v"], ["history", "-i"]]


def comparable(text):
    """Without what cannot be the same: paths, the address of the database, and what a doc string repeats of the header."""
    skip = ("Path: ", "    Revision ID:", "    Revises:", "Current revision(s) for ")
    return [line.rstrip() for line in text.splitlines() if line.strip() and not line.startswith(skip)]


def compare(project, command):
    left, right = project.alembic(*command)[1], project.retort(*command)[1]
    one, two = comparable(left), comparable(right)
    same = one == two
    print(f"$ {' '.join(command)}: {'same' if same else 'DIFFERENT'}")
    width = max([len(line) for line in one] + [9]) if not same else 0
    if same:
        print("\n".join("    " + line for line in one) or "    (nothing)")
    else:
        for at in range(max(len(one), len(two))):
            first, second = (lines[at] if at < len(lines) else "" for lines in (one, two))
            print(f"    {first:<{width}} {'|' if first != second else ' '} {second}")
    return same


def main():
    asked = sys.argv[1:]
    different = total = 0
    for name, (graph, half) in GRAPHS.items():
        if asked and name not in asked:
            continue
        print(f"\n== {name} ==")
        with Project(graph) as project:
            results = [compare(project, command) for command in OFFLINE]
            for target in (half, "heads"):
                project.alembic("upgrade", target)
                print(f"-- after `upgrade {target}`")
                results += [compare(project, command) for command in ONLINE]
        total += len(results)
        different += results.count(False)
    print(f"\n{total} answers compared, {different} different.")
    return different > 0


if __name__ == "__main__":
    sys.exit(main())
