#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Times `current` of Alembic and of Retort, started alternately on one database; prints medians of seconds: of the clock,
# and of both processors' work. Usage: PGHOST=... PGPORT=... PGUSER=... interop/startup.sh [rounds]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
exec /usr/bin/python3 - "$here" "${1:-11}" <<'PYTHON'
import os, resource, statistics, subprocess, sys, time

here, rounds = sys.argv[1], int(sys.argv[2])
sys.path.insert(0, here)
from graphs import GRAPHS
from tools import HOST, JAR, PORT, Project, USER

with Project(GRAPHS["one line"][0]) as project:
    project.alembic("upgrade", "head")
    environment = os.environ | {
        "RETORT_URL": f"jdbc:postgresql://{HOST}:{PORT}/{project.database}",
        "RETORT_USERNAME": USER,
        "RETORT_LOCATIONS": f"filesystem:{project.folder / 'scripts'}",
        "RETORT_JAR": str(JAR),
        "XDG_CACHE_HOME": str(project.folder / "cache"),
    }
    contestants = {
        "alembic current": ["alembic", "-c", project.folder / "alembic" / "alembic.ini", "current"],
        "java -jar retort.jar current": ["java", "-jar", JAR, "current"],
        "bin/retort current": [f"{here}/../cli/bin/retort", "current"],
    }
    times = {name: [] for name in contestants}
    for turn in range(rounds + 1):  # The first warms up, and makes the archive of classes.
        for name, command in contestants.items():
            before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
            subprocess.run(command, env=environment, check=True, capture_output=True)
            wall, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
            if turn:
                times[name].append((wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime))
    for name, taken in times.items():
        wall, work = (statistics.median(column) for column in zip(*taken))
        print(f"{name:<30} {wall:6.2f} s  {work:6.2f} s of processor, median of {rounds}")
PYTHON
