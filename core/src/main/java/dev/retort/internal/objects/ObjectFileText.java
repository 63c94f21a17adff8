/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.objects;

import dev.retort.internal.sql.SqlSyntaxException;
import dev.retort.model.ModelStatement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The text of an object file: what it creates, and what does not belong there. */
public final class ObjectFileText {

    private static final String ALLOWED = " does not belong in an object file: it creates views, materialized views and"
            + " their indexes, functions, procedures, aggregates and triggers, and says COMMENT ON, GRANT, REVOKE,"
            + " ALTER and DROP of these. Write it into a revision or the model.";

    private final List<ModelStatement> statements = new ArrayList<>();
    private final Map<String, Integer> created = new TreeMap<>();
    private final Set<String> names = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    private ObjectFileText() {}

    /**
     * An error in a line.
     *
     * @param line the line
     * @param message what is wrong and what to do about it
     */
    record Problem(int line, String message) {}

    static ObjectFileText parse(String source, String text) {
        ObjectFileText file = new ObjectFileText();
        try {
            file.statements.addAll(ModelStatement.split(text, line -> source + ":" + line));
        } catch (SqlSyntaxException e) {
            file.problems.add(new Problem(e.line(), e.why() + " " + e.action()));
        }
        file.statements.forEach(file::collect);
        file.statements.forEach(file::check);
        return file;
    }

    /** {@return whether a text creates objects of object files, and does nothing else} */
    public static boolean isObjectFile(String text) {
        ObjectFileText file = parse("", text);
        return file.problems.isEmpty() && !file.created.isEmpty();
    }

    /** {@return the names without schemas of what an object file creates, in order} */
    public static List<String> names(String text) {
        return parse("", text).statements.stream()
                .map(ObjectStatement::new)
                .filter(statement -> statement.created() != null)
                .flatMap(statement -> statement.createdNames().stream())
                .distinct()
                .toList();
    }

    /**
     * {@return whether statements create, change or drop what an object file creates}
     *
     * @param text the text of the object file
     * @param other the statements
     */
    public static boolean isTouchedBy(String text, String other) {
        Set<String> names = parse("", text).names;
        return parse("", other).statements.stream()
                .map(ObjectStatement::new)
                .filter(ObjectStatement::isAllowed)
                .anyMatch(statement -> statement.created() == null
                        ? statement.isOnlyAbout(names)
                        : statement.createdNames().stream().anyMatch(names::contains));
    }

    private void collect(ModelStatement statement) {
        ObjectStatement read = new ObjectStatement(statement);
        String object = read.created();
        if (object != null) {
            int line = statement.item().line();
            Integer other = created.putIfAbsent(object, line);
            if (other != null) {
                problems.add(new Problem(line, "It creates what line " + other + " creates. Keep one of the two."));
            }
            names.addAll(read.createdNames());
        } else if (read.isIndex() && names.contains(read.indexed())) {
            names.addAll(read.createdNames());
        }
    }

    private void check(ModelStatement statement) {
        ObjectStatement read = new ObjectStatement(statement);
        int line = statement.item().line();
        if (!read.isAllowed() || (read.isIndex() && !names.contains(read.indexed()))) {
            problems.add(new Problem(line, read.words() + ALLOWED));
        } else if (read.created() == null && !read.isOnlyAbout(names)) {
            problems.add(new Problem(
                    line,
                    read.words() + " is about an object that this file does not create. Write it into the file of the"
                            + " object, a revision or the model."));
        }
    }

    List<ModelStatement> statements() {
        return statements;
    }

    /** {@return what the file creates, each with its line} */
    Map<String, Integer> created() {
        return created;
    }

    List<Problem> problems() {
        return problems;
    }
}
