/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.maven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reports that the goal {@code lint} writes.
 *
 * @param formats formats, each alone or with a file: {@code sarif=target/lint.sarif}
 * @param packed the file that goes into the jar; {@code null} for none
 */
record LintReports(List<String> formats, @Nullable Path packed) {

    /** Copies the list. */
    LintReports {
        formats = List.copyOf(formats);
    }

    /** {@return the options of the command; a build that packs its findings still shows them} */
    List<String> options() {
        List<String> options = new ArrayList<>();
        for (String format : formats) {
            int equals = format.indexOf('=');
            options.addAll(List.of(
                    "--format",
                    equals < 0 ? format.strip() : format.substring(0, equals).strip()));
            if (equals >= 0) {
                options.addAll(List.of("-o", format.substring(equals + 1).strip()));
            }
        }
        if (packed != null) {
            options.addAll(formats.isEmpty() ? List.of("--format", "text") : List.of());
            options.addAll(List.of("--format", "pack", "-o", packed.toString()));
        }
        return options;
    }
}
