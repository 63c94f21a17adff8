#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Squashes a range with Retort, and lets Alembic continue: with the files of before the squash, and with one file in their place."""

import sys

from graphs import chain, r, write_alembic
from tools import HOST, PASSWORD, PORT, USER, Project

GRAPH = chain("a1a1", "b2b2", "c3c3", "d4d4", "e5e5")
A, R = "alembic", "retort"

# Who, what, and the version rows afterwards. None: it is refused, and nothing changes.
BEFORE = [(A, "upgrade b2b2", "b2b2"), (R, "upgrade head", None), (A, "upgrade d4d4", "d4d4"), (R, "current", "d4d4"),
          (R, "upgrade head", "e5e5"), (A, "current", "e5e5"), (R, "downgrade d4d4", "d4d4"), (R, "downgrade base", ""),
          (R, "upgrade head", "e5e5"), (A, "downgrade d4d4", "d4d4"), (A, "downgrade c3c3", "c3c3"),
          (R, "current", "c3c3"), (R, "upgrade head", None), (A, "upgrade head", "e5e5"), (R, "validate", "e5e5"),
          (A, "history", "e5e5")]
AFTER = [(A, "current", "e5e5"), (A, "history", "e5e5"), (A, "downgrade d4d4", "d4d4"), (R, "current", "d4d4"),
         (R, "upgrade head", "e5e5"), (R, "downgrade base", ""), (A, "upgrade head", "e5e5"), (R, "current", "e5e5")]


def play(project, turns):
    faults = 0
    rows = project.rows()
    for tool, command, expected in turns:
        status, printed = getattr(project, tool)(*command.split())
        rows = rows if expected is None else sorted(expected.split())
        wrong = (status == 0) != (expected is not None) or project.rows() != rows
        faults += wrong
        said = " ".join(printed.split())
        print(f"{tool:>8} {command:<23} -> {' '.join(rows) or 'base'}{' refused' if expected is None else ''}"
              + (f"\n    FAULT {status} {project.rows()} {said}" if wrong else f"\n         {said[:300]}"))
    return faults


def main():
    with Project(GRAPH) as project, Project(GRAPH) as scratch:
        project.settings = {
            "RETORT_SOURCE_DIRECTORY": str(project.folder / "scripts"),
            "RETORT_SCRATCH_URL": f"jdbc:postgresql://{HOST}:{PORT}/{scratch.database}",
            "RETORT_SCRATCH_USERNAME": USER,
            "RETORT_SCRATCH_PASSWORD": PASSWORD,
        }
        status, printed = project.retort("squash", "a1a1:d4d4", "-m", "first four", "--delete")
        print(printed)
        if status:
            return 1
        faults = play(project, BEFORE)
        for file in (project.folder / "alembic" / "versions").iterdir():
            if file.is_file():
                file.unlink()
        print("\nAlembic with one file in place of the four")
        write_alembic_again(project)
        faults += play(project, AFTER)
    print(f"{faults} faults")
    return min(faults, 1)


def write_alembic_again(project):
    """Writes d4d4 with what the four made, and e5e5."""
    folder = project.folder / "once"
    write_alembic(folder, [r("d4d4"), r("e5e5", "d4d4")], project.url)
    made = ["a1a1", "b2b2", "c3c3", "d4d4"]
    for file in (folder / "versions").iterdir():
        text = file.read_text()
        if "CREATE TABLE t_d4d4" in text:
            create = "; ".join(f"CREATE TABLE t_{one} (id int)" for one in made)
            drop = "; ".join(f"DROP TABLE t_{one}" for one in made)
            text = text.replace("CREATE TABLE t_d4d4 (id int)", create).replace("DROP TABLE t_d4d4", drop)
        (project.folder / "alembic" / "versions" / file.name).write_text(text)


if __name__ == "__main__":
    sys.exit(main())
