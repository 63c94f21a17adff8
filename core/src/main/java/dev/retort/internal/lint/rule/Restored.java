/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.rule;

import dev.retort.internal.lint.measure.RelationFacts;
import dev.retort.internal.sql.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes what gives an object that was created again what it had. */
final class Restored {

    private static final java.util.Map<Character, String> PRIVILEGES = java.util.Map.of(
            'r',
            "SELECT",
            'a',
            "INSERT",
            'w',
            "UPDATE",
            'd',
            "DELETE",
            'D',
            "TRUNCATE",
            'x',
            "REFERENCES",
            't',
            "TRIGGER",
            'm',
            "MAINTAIN");

    private Restored() {}

    static String of(RevisionContext revision, RelationFacts old, RelationFacts now) {
        Rewrites rewrites = new Rewrites(revision);
        String name = rewrites.quoted(now.name());
        List<String> statements = new ArrayList<>();
        statements.add(statement(revision, now));
        if (old.privileges() != null) {
            statements.addAll(grants(old.privileges(), name));
        }
        if (old.comment() != null && !old.comment().equals(now.comment())) {
            String kind = old.kind() == 'v' ? "VIEW" : old.kind() == 'm' ? "MATERIALIZED VIEW" : "TABLE";
            statements.add("COMMENT ON " + kind + " " + name + " IS " + Identifiers.literal(old.comment()));
        }
        if (old.isView()) {
            revision.before().relations().values().stream()
                    .filter(index -> index.index() != null && index.index().table() == old.oid())
                    .map(index -> Objects.requireNonNull(index.index()).definition())
                    .sorted()
                    .forEach(statements::add);
        }
        return statements.stream().map(sql -> sql + ";").collect(Collectors.joining("\n"));
    }

    private static String statement(RevisionContext revision, RelationFacts now) {
        return revision.measurements().stream()
                .filter(measured -> measured.changes().containsKey(now.oid()))
                .findFirst()
                .orElseThrow()
                .statement()
                .text();
    }

    /** Reads {@code {owner=arwdDxt/owner,reader=r/owner}}; what the owner has, it has again. */
    private static List<String> grants(String privileges, String name) {
        List<String> grants = new ArrayList<>();
        for (String item : privileges.substring(1, privileges.length() - 1).split(",", -1)) {
            grant(item, name).ifPresent(grants::add);
        }
        return grants;
    }

    private static Optional<String> grant(String item, String name) {
        int equals = item.indexOf('=');
        int slash = item.indexOf('/');
        if (equals < 0 || slash < equals) {
            return Optional.empty();
        }
        String role = item.substring(0, equals);
        boolean owner = role.equals(item.substring(slash + 1));
        String letters = item.substring(equals + 1, slash);
        String words = letters.chars()
                .mapToObj(letter -> PRIVILEGES.get((char) letter))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        String to = role.isEmpty() ? "PUBLIC" : role;
        String option = letters.indexOf('*') >= 0 ? " WITH GRANT OPTION" : "";
        return owner || words.isEmpty()
                ? Optional.empty()
                : Optional.of("GRANT " + words + " ON " + name + " TO " + to + option);
    }
}
