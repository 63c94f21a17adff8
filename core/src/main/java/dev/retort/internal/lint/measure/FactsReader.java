/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.measure;

import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.schema.name.QualifiedName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads {@link CatalogFacts} with the statement's own session, which sees what its transaction has not committed. */
final class FactsReader {

    private static final String NOW = """
        SELECT (pg_catalog.txid_snapshot_xmax(pg_catalog.txid_current_snapshot())
                   OPERATOR(pg_catalog.%) 4294967296::bigint)::pg_catalog.text
        """;
    private static final String OIDS = "SELECT c.oid::pg_catalog.int8 FROM pg_catalog.pg_class AS c"
            + " WHERE c.oid OPERATOR(pg_catalog.>=) 16384::pg_catalog.oid";

    private static final String CONSTRAINTS = "SELECT k.oid::pg_catalog.int8 FROM pg_catalog.pg_constraint AS k";

    private final MigrationConnection connection;
    private final String relations = text("relations.sql");
    private final String columns = text("columns.sql");
    private final String constraints = text("constraints.sql");
    private final String triggers = text("triggers.sql");
    private final String enums = text("enums.sql");
    private final String domainChecks = text("domain_checks.sql");
    private final String changed = text("changed.sql");
    private final String changedNames = text("changed_names.sql");

    FactsReader(MigrationConnection connection) {
        this.connection = connection;
    }

    private static String text(String name) {
        try (InputStream resource = Objects.requireNonNull(FactsReader.class.getResourceAsStream(name), name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CatalogFacts all() throws SQLException {
        return new CatalogFacts(readRelations(null), enums(), domainChecks());
    }

    /** {@return a transaction id that no change before now has, and every later one has or exceeds} */
    String now() throws SQLException {
        return connection.queryOne(NOW, row -> row.getString(1));
    }

    /**
     * Reads what changed: with thousands of tables, reading all of them again after each revision would take longer than
     * running it.
     *
     * @param known the catalog at a moment
     * @param moment what {@link #now} gave then
     */
    CatalogFacts since(CatalogFacts known, String moment) throws SQLException {
        if (connection.queryOne(changedNames, row -> row.getBoolean(1), moment)) {
            return all();
        }
        Set<Long> stale = new HashSet<>(connection.query(changed, row -> row.getLong(1), moment));
        stale.addAll(withLosses(known));
        stale.addAll(naming(known, stale));
        Map<Long, RelationFacts> now = new HashMap<>(known.relations());
        now.keySet().retainAll(new HashSet<>(connection.query(OIDS, row -> row.getLong(1))));
        now.keySet().removeAll(stale);
        if (!stale.isEmpty()) {
            now.putAll(relations(stale));
        }
        return new CatalogFacts(now, enums(), domainChecks());
    }

    /** {@return relations that may have lost what leaves no row behind: a constraint, a trigger, a comment} */
    private Set<Long> withLosses(CatalogFacts known) throws SQLException {
        Set<Long> present = new HashSet<>(connection.query(CONSTRAINTS, row -> row.getLong(1)));
        Set<Long> found = new HashSet<>();
        for (RelationFacts relation : known.relations().values()) {
            boolean lost = !present.containsAll(relation.constraints().keySet());
            if (lost || relation.comment() != null || relation.filters().hasAny()) {
                found.add(relation.oid());
            }
        }
        return found;
    }

    /** {@return relations whose definitions name others: a rename changes these too} */
    private static Set<Long> naming(CatalogFacts known, Set<Long> renamed) {
        Set<Long> naming = new HashSet<>();
        for (RelationFacts relation : known.relations().values()) {
            boolean refers =
                    relation.constraints().values().stream().anyMatch(key -> renamed.contains(key.referenced()));
            boolean indexes = relation.index() != null
                    && renamed.contains(relation.index().table());
            if (refers || indexes || renamed.contains(relation.parent())) {
                naming.add(relation.oid());
            }
        }
        return naming;
    }

    /** {@return those of these relations that exist} */
    Map<Long, RelationFacts> relations(Collection<Long> oids) throws SQLException {
        String list = oids.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
        return readRelations(list);
    }

    private Map<Long, RelationFacts> readRelations(@Nullable String oids) throws SQLException {
        Map<Long, Map<Integer, ColumnFacts>> columnsOf = new HashMap<>();
        query(
                columns,
                oids,
                row -> columnsOf
                        .computeIfAbsent(row.getLong(1), oid -> new HashMap<>())
                        .put(row.getInt(2), column(row)));
        Map<Long, Map<Long, ConstraintFacts>> constraintsOf = new HashMap<>();
        query(
                constraints,
                oids,
                row -> constraintsOf
                        .computeIfAbsent(row.getLong(1), oid -> new HashMap<>())
                        .put(row.getLong(2), constraint(row)));
        Map<Long, Map<String, Map<String, Character>>> filtersOf = filters(oids);
        Map<Long, RelationFacts> found = new HashMap<>();
        query(relations, oids, row -> {
            long oid = row.getLong(1);
            return found.put(
                    oid,
                    relation(
                            row,
                            columnsOf.getOrDefault(oid, Map.of()),
                            constraintsOf.getOrDefault(oid, Map.of()),
                            filtersOf.getOrDefault(oid, Map.of())));
        });
        return found;
    }

    /** {@return triggers, rules and policies by relation, by their kind and name} */
    private Map<Long, Map<String, Map<String, Character>>> filters(@Nullable String oids) throws SQLException {
        Map<Long, Map<String, Map<String, Character>>> found = new HashMap<>();
        connection.query(
                triggers,
                row -> found.computeIfAbsent(row.getLong(1), oid -> new HashMap<>())
                        .computeIfAbsent(row.getString(2), kind -> new HashMap<>())
                        .put(row.getString(3), row.getString(4).charAt(0)),
                oids,
                oids,
                oids,
                oids,
                oids,
                oids);
        return found;
    }

    /** Puts a row away. */
    @FunctionalInterface
    private interface Put {
        @Nullable
        Object put(ResultSet row) throws SQLException;
    }

    private void query(String sql, @Nullable String oids, Put put) throws SQLException {
        connection.query(
                sql,
                row -> {
                    put.put(row);
                    return true;
                },
                oids,
                oids);
    }

    private static ColumnFacts column(ResultSet row) throws SQLException {
        return new ColumnFacts(
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                row.getLong(11),
                row.getLong(5),
                row.getBoolean(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getBoolean(10));
    }

    private static ConstraintFacts constraint(ResultSet row) throws SQLException {
        return new ConstraintFacts(
                row.getLong(2),
                row.getString(3),
                row.getString(4).charAt(0),
                row.getBoolean(5),
                row.getLong(6),
                row.getLong(7),
                numbers(row.getString(8)),
                row.getString(9));
    }

    private static RelationFacts relation(
            ResultSet row,
            Map<Integer, ColumnFacts> columns,
            Map<Long, ConstraintFacts> constraints,
            Map<String, Map<String, Character>> filters)
            throws SQLException {
        return new RelationFacts(
                row.getLong(1),
                QualifiedName.of(row.getString(2), row.getString(3)),
                row.getString(4).charAt(0),
                row.getLong(5),
                row.getLong(6),
                row.getBoolean(7),
                row.getString(8).charAt(0),
                row.getString(9),
                row.getString(10),
                row.getLong(11) == 0
                        ? null
                        : new IndexFacts(
                                row.getLong(11),
                                row.getBoolean(12),
                                row.getBoolean(13),
                                numbers(row.getString(14)),
                                row.getString(15)),
                columns,
                constraints,
                new RowFilters(
                        filters.getOrDefault("t", Map.of()),
                        filters.getOrDefault("r", Map.of()),
                        filters.getOrDefault("p", Map.of()),
                        row.getBoolean(16),
                        row.getBoolean(17)));
    }

    /** Reads {@code {1,2}} and {@code 1 2}. */
    private static List<Integer> numbers(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        return Arrays.stream(text.split("[{}, ]+", -1))
                .filter(number -> !number.isEmpty())
                .map(Integer::valueOf)
                .toList();
    }

    Map<Long, EnumFacts> enums() throws SQLException {
        Map<Long, QualifiedName> names = new HashMap<>();
        Map<Long, Map<Long, String>> labels = new HashMap<>();
        connection.query(enums, row -> {
            names.put(row.getLong(1), QualifiedName.of(row.getString(2), row.getString(3)));
            return labels.computeIfAbsent(row.getLong(1), oid -> new HashMap<>())
                    .put(row.getLong(4), row.getString(5));
        });
        Map<Long, EnumFacts> found = new HashMap<>();
        names.forEach((oid, name) -> found.put(oid, new EnumFacts(name, labels.getOrDefault(oid, Map.of()))));
        return found;
    }

    Map<Long, DomainCheck> domainChecks() throws SQLException {
        Map<Long, DomainCheck> found = new HashMap<>();
        connection.query(
                domainChecks,
                row -> found.put(
                        row.getLong(1),
                        new DomainCheck(
                                QualifiedName.of(row.getString(2), row.getString(3)),
                                row.getString(4),
                                row.getBoolean(5),
                                row.getString(6))));
        return found;
    }
}
