#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Builds what is compared, then measures. Options are those of the runner: see README.md.
set -euo pipefail
cd "$(dirname "$0")/.."
mvn -q -B -ntp -Pbenchmarks -DskipTests package \
    -pl cli,benchmarks/runner,benchmarks/service-actuator,benchmarks/service-retort,benchmarks/service-flyway,benchmarks/service-liquibase -am
exec java -jar benchmarks/runner/target/retort-benchmarks-runner-exec.jar "$@"
