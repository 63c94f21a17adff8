/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.adopt;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An adoption as the history of Retort records it, with {@link ForeignTable#recorded}.
 *
 * @param table the history table of the other tool
 * @param highestRow the highest row that it had then; 0 for none
 * @param rows the rows that it had then; none for an adoption by a build that did not record them
 */
public record RecordedAdoption(ForeignTable table, int highestRow, List<ForeignRow> rows) {

    private static final Pattern RECORDED =
            Pattern.compile("(\\w+) \"((?:[^\"]|\"\")*)\"\\.\"((?:[^\"]|\"\")*)\"(?: (-?\\d+))?");

    /** {@return the adoption that a row of the history records} */
    public static Optional<RecordedAdoption> of(String text) {
        List<String> lines = text.lines().toList();
        Matcher matcher = RECORDED.matcher(lines.isEmpty() ? "" : lines.get(0));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        ForeignTable table = new ForeignTable(
                matcher.group(1),
                matcher.group(2).replace("\"\"", "\""),
                matcher.group(3).replace("\"\"", "\""));
        int highest = matcher.group(4) == null ? 0 : Integer.parseInt(matcher.group(4));
        List<ForeignRow> rows = lines.stream()
                .skip(1)
                .map(ForeignRow::parse)
                .flatMap(Optional::stream)
                .toList();
        return Optional.of(new RecordedAdoption(table, highest, rows));
    }

    /**
     * {@return the rows that are gone or say something else now, as messages name them}
     *
     * @param now the rows that there are
     * @param own the migrations whose rows Retort may have written or removed since
     */
    public List<String> changes(Collection<ForeignRow> now, Set<String> own) {
        Map<Integer, List<ForeignRow>> byRank = now.stream().collect(Collectors.groupingBy(ForeignRow::rank));
        return rows.stream()
                .filter(row -> !own.contains(row.key()))
                .filter(row -> !byRank.getOrDefault(row.rank(), List.of()).contains(row))
                .map(row -> row.key() + (byRank.containsKey(row.rank()) ? " (changed)" : " (gone)"))
                .toList();
    }
}
