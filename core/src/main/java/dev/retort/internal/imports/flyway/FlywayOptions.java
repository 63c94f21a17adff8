/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.flyway;

import dev.retort.internal.imports.SettingMap;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * The options of one file.
 *
 * @param encoding its encoding
 * @param inTransaction whether it runs in a transaction where PostgreSQL allows that
 * @param replacesPlaceholders whether its placeholders are replaced
 * @param condition the value of {@code shouldExecute}; {@code null} when it always runs
 */
record FlywayOptions(
        Charset encoding,
        boolean inTransaction,
        boolean replacesPlaceholders,
        @Nullable String condition) {

    /** {@return the options of a file} */
    static FlywayOptions of(FlywaySettings settings, SettingMap file) {
        String condition = file.get("shouldExecute", "");
        return new FlywayOptions(
                FlywaySettings.charset(file.get("encoding", settings.encoding().name())),
                file.flag("executeInTransaction", settings.executesInTransaction()),
                file.flag("placeholderReplacement", settings.replacesPlaceholders()),
                condition.isEmpty() || condition.equalsIgnoreCase("true") ? null : condition);
    }
}
