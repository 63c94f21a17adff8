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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads {@link CatalogFacts} with the statement's own session, which sees what its transaction has not committed. */
final class FactsReader {

    private final MigrationConnection connection;
    private final String relations = text("relations.sql");
    private final String columns = text("columns.sql");
    private final String constraints = text("constraints.sql");
    private final String triggers = text("triggers.sql");
    private final String enums = text("enums.sql");
    private final String domainChecks = text("domain_checks.sql");

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
        Map<Long, Map<String, Character>> triggersOf = new HashMap<>();
        query(
                triggers,
                oids,
                row -> triggersOf
                        .computeIfAbsent(row.getLong(1), oid -> new HashMap<>())
                        .put(row.getString(2), row.getString(3).charAt(0)));
        Map<Long, RelationFacts> found = new HashMap<>();
        query(relations, oids, row -> {
            long oid = row.getLong(1);
            return found.put(
                    oid,
                    relation(
                            row,
                            columnsOf.getOrDefault(oid, Map.of()),
                            constraintsOf.getOrDefault(oid, Map.of()),
                            triggersOf.getOrDefault(oid, Map.of())));
        });
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
            Map<String, Character> triggers)
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
                triggers);
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
