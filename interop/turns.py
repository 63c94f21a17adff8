#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Lets Alembic and Retort take turns on one database, and checks rows, tables and answers after each turn."""

import sys

from graphs import GRAPHS, chain, r
from tools import Project

A, R = "alembic", "retort"

# Graph, then turns: who, what, and the version rows afterwards. None: it is refused, and nothing changes.
TURNS = {
    "one line, Alembic first": (GRAPHS["one line"][0], [
        (A, "upgrade a1a1", "a1a1"), (R, "upgrade +1", "b2b2"), (A, "upgrade head", "d4d4"),
        (R, "downgrade -1", "c3c3"), (A, "downgrade -1", "b2b2"), (R, "upgrade head", "d4d4"),
        (A, "downgrade base", ""), (R, "upgrade c3c3", "c3c3"), (R, "downgrade base", ""), (A, "upgrade head", "d4d4")]),
    "one line, Retort first": (GRAPHS["one line"][0], [
        (R, "upgrade b2b2", "b2b2"), (A, "upgrade +1", "c3c3"), (R, "upgrade head", "d4d4"), (A, "downgrade base", "")]),
    "branches": (GRAPHS["two branches"][0], [
        (A, "upgrade c3c3", "c3c3"), (R, "upgrade heads", "c3c3 e5e5"), (A, "downgrade d4d4", "c3c3 d4d4"),
        (R, "downgrade b2b2", "b2b2"), (A, "upgrade heads", "c3c3 e5e5"), (R, "downgrade -1", None), (R, "downgrade base", "")]),
    "labels": (GRAPHS["labels"][0], [
        (R, "upgrade billing@head", "c3c3"), (A, "upgrade stock@head", "c3c3 d4d4"), (R, "downgrade billing@-1", "b2b2 d4d4"),
        (A, "downgrade billing@base", ""), (R, "upgrade heads", "c3c3 d4d4")]),
    "merge": (GRAPHS["a diamond"][0], [
        (A, "upgrade b2b2", "b2b2"), (R, "upgrade c3c3", "b2b2 c3c3"), (A, "upgrade d4d4", "d4d4"), (R, "upgrade head", "e5e5"),
        (A, "downgrade d4d4", "d4d4"), (R, "downgrade c3c3", "b2b2 c3c3"), (A, "upgrade head", "e5e5"), (R, "downgrade base", "")]),
    "depends_on": (GRAPHS["a dependency across branches"][0], [
        (R, "upgrade right@head", "e5e5"), (A, "upgrade heads", "c3c3 e5e5"), (R, "downgrade right@-1", "c3c3 d4d4"),
        (A, "upgrade heads", "c3c3 e5e5"), (R, "downgrade left@base", ""), (A, "upgrade right@head", "e5e5"), (R, "upgrade heads", "c3c3 e5e5")]),
    "depends_on a head": (GRAPHS["a dependency on a head"][0], [
        (A, "upgrade base2@head", "d4d4"), (R, "downgrade c3c3", "c3c3"), (A, "downgrade base2@base", "b2b2"), (R, "upgrade heads", "d4d4")]),
    "several bases": (GRAPHS["several bases"][0], [
        (R, "upgrade b2b2", "b2b2"), (A, "upgrade heads", "b2b2 d4d4 e5e5"), (R, "downgrade island@base", "b2b2 d4d4"),
        (A, "upgrade island", "b2b2 d4d4 e5e5"), (R, "downgrade base", "")]),
    "stamp": (GRAPHS["a diamond"][0], [
        (A, "stamp d4d4", "d4d4"), (R, "stamp b2b2 c3c3", "b2b2 c3c3"), (A, "stamp base", ""), (R, "upgrade heads", "e5e5"),
        (R, "stamp d4d4", "d4d4"), (A, "stamp heads", "e5e5"), (R, "downgrade base", "")]),
    "an id that does not fit": ([*chain("a1a1"), r("b" * 40, "a1a1")], [
        (A, "upgrade a1a1", "a1a1"), (R, "upgrade head", None)]),
}


def closure(graph, rows):
    by_id = {revision.id: revision for revision in graph}
    by_id |= {label: revision for revision in graph for label in revision.labels}
    found, open_ = set(), list(rows)
    while open_:
        revision = by_id[open_.pop()]
        if revision.id not in found:
            found.add(revision.id)
            open_ += [*revision.down, *revision.needs]
    return sorted(found)


def play(name, graph, turns):
    stamped = any("stamp" in command for _, command, _ in turns)
    print(f"\n== {name} ==")
    with Project(graph) as project:
        rows = []
        for tool, command, expected in turns:
            status, printed = getattr(project, tool)(*command.split())
            rows = rows if expected is None else sorted(expected.split())
            faults = [] if (status == 0) == (expected is not None) else [f"exit status {status}"]
            faults += [] if project.rows() == rows else [f"rows {project.rows()} in place of {rows}"]
            if not stamped and project.tables() != closure(graph, rows):
                faults.append(f"tables of {project.tables()} in place of {closure(graph, rows)}")
            one, two = sorted(project.alembic("current")[1].splitlines()), sorted(
                line for line in project.retort("current")[1].splitlines() if not line.startswith("Held at "))
            faults += [] if one == two else [f"current: {one} and {two}"]
            outcome = "refused" if expected is None else " ".join(rows) or "base"
            print(f"{tool:>8} {command:<27} -> {outcome}" + (f"\n    FAULT {'; '.join(faults)}\n    {printed}" if faults else ""))
            if faults:
                return False
        print(f"    the column is varchar({project.width()})")
    return True


def main():
    results = [play(name, *case) for name, case in TURNS.items() if not sys.argv[1:] or name in sys.argv[1:]]
    print(f"\n{len(results)} cases, {results.count(False)} at fault.")
    return not all(results)


if __name__ == "__main__":
    sys.exit(main())
