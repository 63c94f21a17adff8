#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Prints what both tools say about ten graphs, side by side, and ends with 1 where they differ."""

import itertools
import re
import sys

from graphs import GRAPHS
from tools import Project

SAME, REORDERED, DIFFERENT = "same", "same but for the order", "DIFFERENT"

OFFLINE = [["history"], ["history", "-v"], ["heads"], ["heads", "-v"], ["heads", "--resolve-dependencies"], ["branches"], ["branches", "-v"]]
ONLINE = [["current"], ["current", "-v"], ["history", "-i"]]


def comparable(text):
    """Without what cannot be the same: paths, the address of the database, and what a doc string repeats of the header."""
    skip = ("Path: ", "    Revision ID:", "    Revises:", "Current revision(s) for ")
    return [line.rstrip() for line in text.splitlines() if line.strip() and not line.startswith(skip)]


def unordered(lines):
    """The entries as a set: Alembic takes the order of branches, children and labels from Python sets, anew in each process."""
    entries, is_long = [], any(line.startswith("Rev: ") for line in lines)
    for line in lines:
        line = re.sub(r"\w+(, \w+)+", lambda names: ", ".join(sorted(names.group().split(", "))), line)
        if line.startswith("Rev: ") if is_long else not line.startswith(" "):
            entries.append([])
        entries[-1].append(line)
    return sorted(sorted(entry) for entry in entries)


def compare(project, command):
    one, two = (comparable(tool(*command)[1]) for tool in (project.alembic, project.retort))
    verdict = SAME if one == two else REORDERED if unordered(one) == unordered(two) else DIFFERENT
    print(f"$ {' '.join(command)}: {verdict}")
    width = max(len(line) for line in [*one, "alembic"])
    for first, second in [("alembic", "retort"), *itertools.zip_longest(one, two, fillvalue="")]:
        print(f"    {first:<{width}} {'|' if first != second else ' '} {second}".rstrip())
    return verdict


def main():
    asked = sys.argv[1:]
    verdicts = []
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
        verdicts += results
    print(f"\n{len(verdicts)} answers: " + ", ".join(f"{verdicts.count(one)} {one}" for one in (SAME, REORDERED, DIFFERENT)))
    return DIFFERENT in verdicts


if __name__ == "__main__":
    sys.exit(main())
