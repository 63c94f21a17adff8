/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.options;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Alembic's {@code -x}: values for listeners, placeholders and Java revisions. */
public final class PassedValues {

    @Option(
            names = "-x",
            paramLabel = "<key>[=<value>]",
            mapFallbackValue = "",
            description = "A value for listeners, placeholders and Java revisions. Can be repeated.")
    private Map<String, String> values = new LinkedHashMap<>();

    /** {@return these values, overridden by others} */
    public Map<String, String> and(PassedValues others) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.putAll(others.values);
        return all;
    }
}
