/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.liquibase;

import dev.retort.internal.imports.liquibase.ChangeSet.Traits;
import dev.retort.internal.imports.liquibase.Reflected.LiquibaseFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a changelog in the order in which a new database gets it. */
final class ChangelogReader {

    private static final int MESSAGE = 100;

    private final LiquibaseSession session;
    private final Object database;
    private final ChangeSetSql sql;
    private final List<ChangeSet> changeSets = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final List<Excluded> excluded = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private String preconditions = "";
    private @Nullable SettledPreconditions settled;

    ChangelogReader(LiquibaseSession session) throws LiquibaseFailure {
        this.session = session;
        this.database = session.offlineDatabase();
        this.sql = new ChangeSetSql(session.liquibase(), database);
    }

    /**
     * A change set that Liquibase does not run here.
     *
     * @param name the change set
     * @param reason why
     */
    record Excluded(ChangeSetName name, String reason) {}

    List<ChangeSet> changeSets() {
        return changeSets;
    }

    List<String> problems() {
        return problems;
    }

    List<String> notes() {
        return notes;
    }

    List<Excluded> excluded() {
        return excluded;
    }

    /** {@return the preconditions of the changelog itself, in words; empty for none} */
    String preconditions() {
        return preconditions;
    }

    void read() throws LiquibaseFailure {
        Object changelog = session.changelog(database);
        sql.withoutDatabase();
        preconditions = preconditionsOf(changelog);
        settled = new SettledPreconditions(database, changelog);
        for (Object one : Reflected.list(changelog, "getSkippedChangeSets")) {
            excluded.add(new Excluded(name(one), "it is for another database (dbms)"));
        }
        for (Object one : Reflected.list(changelog, "getChangeSets")) {
            String reason = exclusion(one);
            if (reason.isEmpty()) {
                add(one);
            } else {
                excluded.add(new Excluded(name(one), reason));
            }
        }
    }

    private static String preconditionsOf(Object changelog) throws LiquibaseFailure {
        List<String> words = new ArrayList<>();
        Object container = Reflected.ask(changelog, "getPreconditions");
        if (container != null) {
            for (Object file : Reflected.list(container, "getNestedPreconditions")) {
                for (Object one : Reflected.list(file, "getNestedPreconditions")) {
                    words.add(PreconditionReader.words(one));
                }
            }
        }
        words.removeIf(String::isBlank);
        return String.join(" and ", words);
    }

    private String exclusion(Object changeSet) throws LiquibaseFailure {
        if (Reflected.flag(changeSet, "isIgnore") || Reflected.flag(changeSet, "isInheritableIgnore")) {
            return "it is ignored (ignore: true)";
        }
        if (isRefused("Context", changeSet, session.contexts())) {
            return "its contexts, " + Reflected.text(changeSet, "buildFullContext")
                    + ", do not match spring.liquibase.contexts="
                    + session.settings().contexts();
        }
        if (isRefused("Label", changeSet, session.labels())) {
            return "its labels, " + Reflected.text(changeSet, "buildFullLabels")
                    + ", do not match spring.liquibase.label-filter="
                    + session.settings().labels();
        }
        return isRefused("Dbms", changeSet, database) ? "it is for another database (dbms)" : "";
    }

    private boolean isRefused(String filter, Object changeSet, Object condition) throws LiquibaseFailure {
        Object one = session.liquibase().create("changelog.filter." + filter + "ChangeSetFilter", condition);
        return !Reflected.flag(Reflected.call(one, "accepts", changeSet), "isAccepted");
    }

    private static ChangeSetName name(Object changeSet) throws LiquibaseFailure {
        return new ChangeSetName(
                Reflected.text(changeSet, "getId"),
                Reflected.text(changeSet, "getAuthor"),
                Reflected.text(changeSet, "getFilePath"));
    }

    private void add(Object changeSet) throws LiquibaseFailure {
        ChangeSetName name = name(changeSet);
        try {
            changeSets.add(new ChangeSet(
                    name,
                    checksums(changeSet),
                    traits(changeSet),
                    description(name, changeSet),
                    sql.upgrade(changeSet),
                    rollback(name, changeSet),
                    sql.unrendered(changeSet)));
        } catch (LiquibaseFailure e) {
            problems.add(name + ": Liquibase does not write SQL for it: " + e.getMessage());
        }
    }

    /** Liquibase runs a change set whose rollback it cannot write, so the import does not fail either. */
    private @Nullable List<String> rollback(ChangeSetName name, Object changeSet) {
        try {
            return sql.rollback(changeSet);
        } catch (LiquibaseFailure e) {
            notes.add(name + ": Liquibase does not write its rollback: " + e.getMessage());
            return null;
        }
    }

    private List<String> checksums(Object changeSet) throws LiquibaseFailure {
        List<String> checksums = new ArrayList<>();
        for (String version : List.of("V9", "V8")) {
            Object constant = session.liquibase().constant("ChecksumVersion", version);
            Reflected.ask(changeSet, "clearCheckSum");
            checksums.add(
                    Reflected.call(changeSet, "generateCheckSum", constant).toString());
        }
        for (Object valid : Reflected.list(changeSet, "getValidCheckSums")) {
            if (valid.toString().toLowerCase(Locale.ROOT).matches("\\d+:any")) {
                return List.of();
            }
            checksums.add(valid.toString());
        }
        return checksums;
    }

    private Traits traits(Object changeSet) throws LiquibaseFailure {
        Object continues = Reflected.ask(changeSet, "getFailOnError");
        return new Traits(
                Reflected.flag(changeSet, "isRunInTransaction"),
                Reflected.flag(changeSet, "isRunOnChange"),
                Reflected.flag(changeSet, "isAlwaysRun"),
                Boolean.FALSE.equals(continues),
                conditions(changeSet),
                Reflected.text(changeSet, "getRunWith"),
                precondition(changeSet));
    }

    private @Nullable Precondition precondition(Object changeSet) throws LiquibaseFailure {
        Object container = Reflected.ask(changeSet, "getPreconditions");
        SettledPreconditions known = Objects.requireNonNull(settled);
        Precondition precondition = container == null
                ? null
                : new PreconditionReader((name, one) -> known.holds(name, one, changeSet)).read(container);
        known.add(name(changeSet), precondition);
        return precondition;
    }

    private static String conditions(Object changeSet) throws LiquibaseFailure {
        String contexts = Reflected.text(changeSet, "buildFullContext");
        String labels = Reflected.text(changeSet, "buildFullLabels");
        return Stream.of(contexts.isEmpty() ? "" : "contexts " + contexts, labels.isEmpty() ? "" : "labels " + labels)
                .filter(one -> !one.isEmpty())
                .collect(Collectors.joining(" and "));
    }

    private static String description(ChangeSetName name, Object changeSet) throws LiquibaseFailure {
        String comments = Reflected.text(changeSet, "getComments");
        boolean speaks = name.id().matches(".*[A-Za-z]{3}.*") && !name.id().matches("[0-9a-fA-F-]{32,}");
        String text = !comments.isBlank()
                ? comments
                : speaks ? name.id().replaceAll("[-_]", " ") : Reflected.text(changeSet, "getDescription");
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() > MESSAGE ? line.substring(0, MESSAGE - 3) + "..." : line;
    }
}
