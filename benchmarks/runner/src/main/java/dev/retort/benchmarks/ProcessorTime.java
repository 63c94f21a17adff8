/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Processor time used so far.
 *
 * @param jvm of this process
 * @param server of the PostgreSQL server with its sessions, those that have ended too; zero where {@code /proc} does not tell
 */
record ProcessorTime(Duration jvm, Duration server) {

    private static final int MILLIS_A_TICK = 10;

    static ProcessorTime now(Server server) throws IOException {
        Duration own = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        ProcessHandle postmaster = ProcessHandle.of(server.pid()).orElseThrow();
        long ticks = ticks(postmaster.pid(), true);
        for (ProcessHandle child : postmaster.children().toList()) {
            ticks += ticks(child.pid(), false);
        }
        return new ProcessorTime(own, Duration.ofMillis(ticks * MILLIS_A_TICK));
    }

    /** Fields 14 to 17 of {@code /proc/<pid>/stat}: in the program and in the system, and the same of children that ended. */
    private static long ticks(long pid, boolean children) throws IOException {
        Path stat = Path.of("/proc", String.valueOf(pid), "stat");
        if (!Files.isReadable(stat)) {
            return 0;
        }
        String text = Files.readString(stat);
        String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
        long sum = 0;
        for (int i = 11; i < (children ? 15 : 13); i++) {
            sum += Long.parseLong(fields[i]);
        }
        return sum;
    }

    /** {@return what was used since then, a round} */
    ProcessorTime since(ProcessorTime before, int rounds) {
        return new ProcessorTime(
                jvm.minus(before.jvm).dividedBy(rounds),
                server.minus(before.server).dividedBy(rounds));
    }
}
