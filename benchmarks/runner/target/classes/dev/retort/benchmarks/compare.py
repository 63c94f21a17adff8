# SPDX-License-Identifier: Apache-2.0
"""Compares the tables of the catalog benchmark with SQLAlchemy metadata as Alembic's autogenerate does.

Arguments: address, number of tables, every which table has a column more in the metadata. Prints the milliseconds of
the comparison alone, then how many differences it found.
"""
import sys
import time

import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext


def table(metadata, number, more):
    columns = [
        sa.Column("id", sa.BigInteger, sa.Identity(), primary_key=True),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("email", sa.String(255), nullable=False, unique=True),
        sa.Column("status", sa.String(20), nullable=False, server_default="new"),
        sa.Column("amount", sa.Numeric(12, 2), server_default="0"),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False, server_default=sa.func.now()),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("active", sa.Boolean, nullable=False, server_default=sa.true()),
        sa.Column("notes", sa.Text),
        sa.Column("parent", sa.BigInteger, sa.ForeignKey(f"t{max(1, number - 1)}.id")),
    ]
    if more:
        columns.append(sa.Column("more", sa.Text))
    name = f"t{number}"
    made = sa.Table(name, metadata, *columns, sa.CheckConstraint("status IN ('new', 'done')"))
    sa.Index(f"{name}_name_idx", made.c.name)
    sa.Index(f"{name}_parent_created_at_idx", made.c.parent, made.c.created_at)


def main():
    # Each table refers to the one before: SQLAlchemy follows that one call deeper for each.
    sys.setrecursionlimit(100_000)
    address, tables, every = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    metadata = sa.MetaData()
    for number in range(1, tables + 1):
        table(metadata, number, number % every == 0)
    with sa.create_engine(address).connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        started = time.perf_counter()
        found = compare_metadata(context, metadata)
        print(f"{(time.perf_counter() - started) * 1000:.0f}")
        print(len(found))


main()
