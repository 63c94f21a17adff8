# SPDX-License-Identifier: Apache-2.0
"""Alembic and Retort on one database of a PostgreSQL server that the environment names as libpq's variables do."""

import contextlib
import io
import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

import psycopg2
from alembic.config import CommandLine, Config

from graphs import write_alembic, write_retort

HOST, PORT = os.environ.get("PGHOST", "localhost"), os.environ.get("PGPORT", "5432")
USER, PASSWORD = os.environ.get("PGUSER", "postgres"), os.environ.get("PGPASSWORD", "")
JAR = Path(os.environ.get("RETORT_JAR", Path(__file__).resolve().parent.parent / "cli" / "target" / "retort.jar"))
LAUNCHER = Path(__file__).resolve().parent.parent / "cli" / "bin" / "retort"


def query(database, sql, *, write=False):
    connection = psycopg2.connect(host=HOST, port=PORT, user=USER, password=PASSWORD, dbname=database)
    connection.autocommit = True
    try:
        with connection.cursor() as cursor:
            cursor.execute(sql)
            return [] if write else cursor.fetchall()
    finally:
        connection.close()


class Captured(io.StringIO):
    encoding = "utf-8"  # Alembic writes question marks for what the encoding lacks.


class Project:
    """One graph in both forms, and a database of its own."""

    def __init__(self, graph):
        self.folder = Path(tempfile.mkdtemp(prefix="retort-interop-"))
        self.database = "interop_%d_%d" % (os.getpid(), time.monotonic_ns())
        self.settings = {}
        query("postgres", f"CREATE DATABASE {self.database}", write=True)
        self.url = f"postgresql+psycopg2://{USER}:{PASSWORD}@{HOST}:{PORT}/{self.database}"
        write_alembic(self.folder / "alembic", graph, self.url)
        write_retort(self.folder / "scripts", graph)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        query("postgres", f"DROP DATABASE {self.database} WITH (FORCE)", write=True)
        shutil.rmtree(self.folder)

    def alembic(self, *arguments):
        """Runs Alembic's own command line in this process; gives exit status and what it printed."""
        out = Captured()
        try:
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
                line = CommandLine(prog="alembic")
                options = line.parser.parse_args(arguments)
                line.run_cmd(Config(str(self.folder / "alembic" / "alembic.ini"), stdout=out, cmd_opts=options), options)
            return 0, out.getvalue()
        except SystemExit as end:
            return end.code, out.getvalue()

    def retort(self, *arguments):
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("POSTGRES_", "RETORT_"))}
        environment |= {
            "RETORT_URL": f"jdbc:postgresql://{HOST}:{PORT}/{self.database}",
            "RETORT_USERNAME": USER,
            "RETORT_PASSWORD": PASSWORD,
            "RETORT_LOCATIONS": f"filesystem:{self.folder / 'scripts'}",
            "RETORT_JAR": str(JAR),
        } | self.settings
        done = subprocess.run(
            [LAUNCHER, *arguments],
            cwd=self.folder, env=environment, capture_output=True, text=True,
        )
        return done.returncode, done.stdout + done.stderr

    def rows(self):
        there = query(self.database, "SELECT to_regclass('alembic_version') IS NOT NULL")[0][0]
        return sorted(row[0] for row in query(self.database, "SELECT version_num FROM alembic_version")) if there else []

    def tables(self):
        return sorted(row[0][2:] for row in query(self.database, "SELECT tablename FROM pg_tables WHERE tablename LIKE 't\\_%'"))

    def width(self):
        return query(
            self.database,
            "SELECT character_maximum_length FROM information_schema.columns WHERE table_name = 'alembic_version'",
        )[0][0]
