# SPDX-License-Identifier: Apache-2.0
"""Writes the revisions of an Alembic project, with the SQL of both ways, as fields that end with NUL.

Arguments: the file to write, the file alembic.ini or "", the file pyproject.toml or "", then options as name=value.
Nothing is read from a database: every revision is rendered as `alembic upgrade --sql` renders it.
"""
import io
import sys
import traceback

sys.path.insert(0, ".")
try:
    from alembic.config import Config
    from alembic.operations import Operations  # noqa: F401
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory
except ImportError as missing:
    sys.stderr.write("no Alembic: %s\n" % missing)
    sys.exit(3)


def config(ini, toml, options):
    buffer = io.StringIO()
    if toml:
        made = Config(ini or None, toml_file=toml, output_buffer=buffer)
    else:
        made = Config(ini, output_buffer=buffer)
    for option in options:
        name, _, value = option.partition("=")
        made.set_main_option(name, value.replace("%", "%%"))
    return made


def message(failure):
    return "".join(traceback.format_exception_only(type(failure), failure)).strip()


def ids(value):
    if value is None:
        return ""
    return ",".join((value,) if isinstance(value, str) else sorted(value) if isinstance(value, (set, frozenset)) else value)


class Render:
    """One way of one revision, rendered inside of the env.py of the project."""

    def __init__(self, conf, scripts, revision, name, database):
        self.conf, self.scripts, self.revision, self.name = conf, scripts, revision, name
        self.database, self.databases, self.arguments = database, [], {}
        self.dialect = self.failure = self.table = self.schema = ""
        self.text = ""
        self.ran = False

    def step(self, rev, context):
        if "engine_name" in self.arguments:
            self.databases.append(self.arguments["engine_name"])
            if self.database not in ("", self.databases[-1]):
                return []
        self.ran = True
        self.dialect = context.dialect.name
        self.table, self.schema = context.version_table, context.version_table_schema or ""
        if context.dialect.paramstyle in ("format", "pyformat"):
            context.dialect.paramstyle = "named"
            context.dialect.identifier_preparer._double_percents = False
        context.impl.literal_binds = True
        buffer = context.impl.output_buffer
        context.impl.output_buffer = io.StringIO()
        try:
            getattr(self.revision.module, self.name, lambda **none: None)(**self.arguments)
            self.text = context.impl.output_buffer.getvalue()
        except BaseException as e:
            self.failure = message(e)
        finally:
            context.impl.output_buffer = buffer
        return []

    def run(self):
        env = EnvironmentContext(
            self.conf, self.scripts, fn=self.step, as_sql=True,
            starting_rev=self.revision.revision, destination_rev=self.revision.revision)
        run_migrations = env.run_migrations

        def noted(**arguments):
            self.arguments = arguments
            run_migrations(**arguments)

        env.run_migrations = noted
        with env:
            self.scripts.run_env()
        if self.databases and (self.database or len(self.databases) > 1) and self.database not in self.databases:
            raise RuntimeError("env.py migrates several databases, %s: import one at a time, with --set database=%s" % (
                ", ".join(self.databases), self.databases[0]))
        if not self.ran:
            raise RuntimeError("env.py does not call context.run_migrations() offline")
        return self


def main(target, ini, toml, options):
    database = "".join(option.partition("=")[2] for option in options if option.startswith("database="))
    options = [option for option in options if not option.startswith("database=")]
    conf = config(ini, toml, options)
    scripts = ScriptDirectory.from_config(conf)
    fields = []
    for revision in reversed(list(scripts.walk_revisions("base", "heads"))):
        up = Render(conf, scripts, revision, "upgrade", database).run()
        down = Render(conf, scripts, revision, "downgrade", database).run()
        fields += [
            revision.revision, ids(revision.down_revision), ids(revision._orig_branch_labels if hasattr(
                revision, "_orig_branch_labels") else revision.branch_labels),
            ids(revision.dependencies), " ".join((revision.doc or "").split()), revision.path,
            up.dialect, up.table, up.schema, up.text, up.failure, down.text, down.failure]
    with open(target, "w", encoding="utf-8", newline="\n") as out:
        out.write("".join(field + "\0" for field in fields))


try:
    main(sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4:])
except BaseException as failed:
    sys.stderr.write("\n" + message(failed) + "\n")
    sys.exit(4)
