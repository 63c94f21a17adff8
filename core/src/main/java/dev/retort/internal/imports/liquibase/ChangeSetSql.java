/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.liquibase;

import dev.retort.internal.imports.liquibase.Reflected.LiquibaseFailure;
import java.io.StringWriter;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Has Liquibase write the SQL of change sets. */
final class ChangeSetSql {

    /** Liquibase runs these itself, some of them already when it is asked for their SQL. */
    private static final Set<String> CODE = Set.of("customChange", "executeCommand", "stop");

    /** These change no object of the database. */
    private static final Set<String> WITHOUT_SQL = Set.of("tagDatabase", "output", "empty");

    private final Reflected liquibase;
    private final Object database;
    private final Object generator;

    ChangeSetSql(Reflected liquibase, Object database) throws LiquibaseFailure {
        this.liquibase = liquibase;
        this.database = database;
        this.generator = liquibase.ofType("sqlgenerator.SqlGeneratorFactory", "getInstance");
    }

    /** Has data files rendered as plain INSERT statements: Liquibase sees that nothing is run. */
    void withoutDatabase() throws LiquibaseFailure {
        Object scope = liquibase.ofType("Scope", "getCurrentScope");
        Object executors = Reflected.call(scope, "getSingleton", liquibase.type("executor.ExecutorService"));
        Object executor = Reflected.call(executors, "getExecutor", "jdbc", database);
        Object logging = liquibase.create("executor.LoggingExecutor", executor, new StringWriter(), database);
        Reflected.ask(executors, "setExecutor", "jdbc", database, logging);
    }

    /** {@return the kinds of changes that Liquibase runs as code} */
    List<String> unrendered(Object changeSet) throws LiquibaseFailure {
        List<String> kinds = new ArrayList<>();
        for (Object change : Reflected.list(changeSet, "getChanges")) {
            String kind = kind(change);
            if (CODE.contains(kind) || kind.equals("tagDatabase")) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    List<String> upgrade(Object changeSet) throws LiquibaseFailure {
        List<String> statements = new ArrayList<>();
        for (Object change : Reflected.list(changeSet, "getChanges")) {
            if (isRendered(change)) {
                statements.addAll(texts(sql(change), visitors(changeSet, false)));
            }
        }
        return statements;
    }

    /** {@return the statements of the rollback; {@code null} when the change set has none} */
    @Nullable
    List<String> rollback(Object changeSet) throws LiquibaseFailure {
        Object rollback = Reflected.ask(changeSet, "getRollback");
        List<Object> own = rollback == null ? List.of() : Reflected.list(rollback, "getChanges");
        List<Object> visitors = visitors(changeSet, true);
        List<String> statements = new ArrayList<>();
        if (!own.isEmpty()) {
            for (Object change : own) {
                if (CODE.contains(kind(change))) {
                    return null;
                }
                if (isRendered(change)) {
                    statements.addAll(texts(sql(change), visitors));
                }
            }
            return statements;
        }
        return inverse(changeSet, visitors);
    }

    private @Nullable List<String> inverse(Object changeSet, List<Object> visitors) throws LiquibaseFailure {
        List<String> statements = new ArrayList<>();
        List<Object> changes = new ArrayList<>(Reflected.list(changeSet, "getChanges"));
        Collections.reverse(changes);
        for (Object change : changes) {
            if (!isRendered(change) && !CODE.contains(kind(change))) {
                continue;
            }
            if (CODE.contains(kind(change)) || !isTrue(Reflected.ask(change, "supportsRollback", database))) {
                return null;
            }
            Object inverse = Reflected.call(change, "generateRollbackStatements", database);
            statements.addAll(texts(Reflected.list(generator, "generateSql", inverse, database), visitors));
        }
        return statements;
    }

    private static boolean isTrue(@Nullable Object value) {
        return Boolean.TRUE.equals(value);
    }

    private static String kind(Object change) throws LiquibaseFailure {
        return Reflected.text(change, "getSerializedObjectName");
    }

    private boolean isRendered(Object change) throws LiquibaseFailure {
        String kind = kind(change);
        return !CODE.contains(kind) && !WITHOUT_SQL.contains(kind) && isForPostgres(change);
    }

    private boolean isForPostgres(Object change) throws LiquibaseFailure {
        if (!liquibase.type("change.DbmsTargetedChange").isInstance(change)) {
            return true;
        }
        Object dbms = Reflected.ask(change, "getDbms");
        return isTrue(liquibase.ofType("database.DatabaseList", "definitionMatches", dbms, database, true));
    }

    private List<Object> sql(Object change) throws LiquibaseFailure {
        Object statements = Reflected.call(change, "generateStatements", database);
        List<Object> sql = new ArrayList<>();
        for (int i = 0; i < Array.getLength(statements); i++) {
            sql.addAll(Reflected.list(generator, "generateSql", Array.get(statements, i), database));
        }
        return sql;
    }

    private static List<Object> visitors(Object changeSet, boolean rollback) throws LiquibaseFailure {
        List<Object> visitors = new ArrayList<>();
        for (Object visitor : Reflected.list(changeSet, "getSqlVisitors")) {
            Object dbms = Reflected.ask(visitor, "getApplicableDbms");
            boolean ours = !(dbms instanceof Collection<?> names)
                    || names.isEmpty()
                    || names.contains("postgresql")
                    || names.contains("all");
            if (ours && (!rollback || Reflected.flag(visitor, "isApplyToRollback"))) {
                visitors.add(visitor);
            }
        }
        return visitors;
    }

    /** Without a connection, Liquibase takes "null" for the name of the current schema where it looks a key up. */
    private static String inAnySchema(String text) {
        return text.replace("TABLE_SCHEMA = 'null'", "TABLE_SCHEMA = current_schema()")
                .replace("'alter table null.", "'alter table ");
    }

    private List<String> texts(List<Object> sql, List<Object> visitors) throws LiquibaseFailure {
        List<String> texts = new ArrayList<>();
        for (Object one : sql) {
            String text = Reflected.text(one, "toSql");
            for (Object visitor : visitors) {
                text = Reflected.call(visitor, "modifySql", text, database).toString();
            }
            if (!text.isBlank()) {
                texts.add(inAnySchema(text)
                        .replace("\r\n", "\n")
                        .replace('\r', '\n')
                        .strip());
            }
        }
        return texts;
    }
}
