/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.adopt;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An adoption as the history of Retort records it, with {@link ForeignTable#recorded}.
 *
 * @param table the history table of the other tool
 * @param highestRow the highest row that it had then; 0 for none
 */
public record RecordedAdoption(ForeignTable table, int highestRow) {

    private static final Pattern RECORDED =
            Pattern.compile("(\\w+) \"((?:[^\"]|\"\")*)\"\\.\"((?:[^\"]|\"\")*)\"(?: (-?\\d+))?");

    /** {@return the adoption that a row of the history records} */
    public static Optional<RecordedAdoption> of(String text) {
        Matcher matcher = RECORDED.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        ForeignTable table = new ForeignTable(
                matcher.group(1),
                matcher.group(2).replace("\"\"", "\""),
                matcher.group(3).replace("\"\"", "\""));
        return Optional.of(
                new RecordedAdoption(table, matcher.group(4) == null ? 0 : Integer.parseInt(matcher.group(4))));
    }
}
