# SPDX-License-Identifier: Apache-2.0
"""Revision graphs, each written down once and given to Alembic as Python files and to Retort as SQL scripts."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Revision:
    id: str
    down: tuple = ()
    labels: tuple = ()
    needs: tuple = ()
    message: str = ""

    @property
    def text(self):
        return self.message or f"make {self.id}"


def r(id, down=(), labels=(), needs=(), message=""):
    return Revision(id, (down,) if isinstance(down, str) else down, labels, needs, message)


def chain(*ids):
    return [r(id, ids[at - 1] if at else ()) for at, id in enumerate(ids)]


# Each with a target that leads part of the way.
GRAPHS = {
    "one line": (chain("a1a1", "b2b2", "c3c3", "d4d4"), "b2b2"),
    "a single base": ([r("a1a1", message="the only one")], "a1a1"),
    "two branches": ([r("a1a1"), r("b2b2", "a1a1"), r("c3c3", "b2b2"), r("d4d4", "b2b2"), r("e5e5", "d4d4")], "c3c3"),
    "labels": (
        [r("a1a1"), r("b2b2", "a1a1", ("billing",)), r("c3c3", "b2b2"), r("d4d4", "a1a1", ("stock", "store"))],
        "billing@head",
    ),
    "a diamond": ([r("a1a1"), r("b2b2", "a1a1"), r("c3c3", "a1a1"), r("d4d4", ("b2b2", "c3c3")), r("e5e5", "d4d4")], "c3c3"),
    "a dependency across branches": (
        [r("a1a1"), r("b2b2", "a1a1", ("left",)), r("c3c3", "b2b2"), r("d4d4", "a1a1", ("right",), ("b2b2",)), r("e5e5", "d4d4")],
        "right@head",
    ),
    "a dependency on a head": ([r("a1a1", (), ("base1",)), r("b2b2", "a1a1"), r("c3c3", (), ("base2",), ("b2b2",)), r("d4d4", "c3c3")], "d4d4"),
    "several bases": ([*chain("a1a1", "b2b2"), *chain("c3c3", "d4d4"), r("e5e5", (), ("island",))], "b2b2"),
    "three ways that meet": (
        [r("a1a1"), r("b2b2", "a1a1"), r("c3c3", "a1a1"), r("d4d4", "a1a1"), r("e5e5", ("b2b2", "c3c3", "d4d4")), r("f6f6", "e5e5")],
        "d4d4",
    ),
    "bases that are merged and part again": (
        [
            r("a1a1", (), ("orders",)),
            r("b2b2", "a1a1", message="add the customer's address"),
            r("c3c3", (), ("bills",)),
            r("d4d4", ("b2b2", "c3c3")),
            r("e5e5", "d4d4", message="größer als 100 %"),
            r("f6f6", "d4d4", (), ("e5e5",)),
        ],
        "c3c3",
    ),
}


def write_alembic(folder: Path, graph, url):
    versions = folder / "versions"
    versions.mkdir(parents=True)
    (folder / "alembic.ini").write_text(f"[alembic]\nscript_location = {folder}\nsqlalchemy.url = {url}\n")
    (folder / "env.py").write_text(
        "from alembic import context\n"
        "from sqlalchemy import create_engine\n"
        "engine = create_engine(context.config.get_main_option('sqlalchemy.url'))\n"
        "with engine.connect() as connection:\n"
        "    context.configure(connection=connection, target_metadata=None)\n"
        "    with context.begin_transaction():\n"
        "        context.run_migrations()\n"
    )
    (folder / "script.py.mako").write_text("")
    for revision in graph:
        (versions / f"{revision.id}.py").write_text(
            f'"""{revision.text}\n\nRevision ID: {revision.id}\nRevises: {", ".join(revision.down)}\n'
            f'Create Date: 2026-11-22 19:13:00\n\n"""\n'
            "from alembic import op\n"
            f"revision = {revision.id!r}\n"
            f"down_revision = {single(revision.down)!r}\n"
            f"branch_labels = {revision.labels or None!r}\n"
            f"depends_on = {revision.needs or None!r}\n"
            f"def upgrade():\n    op.execute('CREATE TABLE t_{revision.id} (id int)')\n"
            f"def downgrade():\n    op.execute('DROP TABLE t_{revision.id}')\n"
        )


def single(down):
    return down[0] if len(down) == 1 else down or None


def write_retort(folder: Path, graph):
    folder.mkdir(parents=True)
    for revision in graph:
        (folder / f"{revision.id}.sql").write_text(
            f"-- revision: {revision.id}\n-- down_revision: {', '.join(revision.down)}\n"
            f"-- branch_labels: {', '.join(revision.labels)}\n-- depends_on: {', '.join(revision.needs)}\n"
            f"-- message: {revision.text}\n-- created: 2026-11-22 19:13:00\n\n"
            f"-- migrate: upgrade\nCREATE TABLE t_{revision.id} (id int);\n\n"
            f"-- migrate: downgrade\nDROP TABLE t_{revision.id};\n"
        )
