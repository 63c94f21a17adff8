/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate.adopted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.diff.DiffSettings;
import dev.retort.diff.Difference;
import dev.retort.internal.render.RenderedOperation;
import dev.retort.internal.render.SqlRenderer;
import dev.retort.internal.render.script.SqlScriptWriter;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.schema.name.ServerVersion;
import dev.retort.test.Invariant;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Ten changes of entities whose tables have rows: each script runs, nothing is found afterwards, and the downgrade
 * restores the schema. On the default server the guide's page is what they give.
 */
class EntityChangesPageTests extends EntityCase {

    private static final int PAGE_VERSION = 17;
    private static final Path PAGE = Path.of("../docs/entity-changes.md");
    private static final Path SOURCE = Path.of("src/test/java/dev/retort/hibernate/adopted/ChangedEntities.java");
    private static final String INTRODUCTION = """
            # Ten changes of entities

            Each section has an entity before and after a change and the unchanged script that `revision --autogenerate` \
            writes for a database whose tables have rows. A test runs the scripts in every build: after the upgrade the \
            command finds no differences, and the downgrade restores the schema. \
            [autogenerate-reference.md](autogenerate-reference.md) explains what is compared and what comments mean.
            """;

    /** A change: its heading, what is worth knowing of it, the classes, and the rows of the tables. */
    private record Change(String title, String about, Class<?> classes, String rows) {}

    private static final List<Change> CHANGES = List.of(
            new Change(
                    "New fields",
                    "Existing rows get what a new object has: `false` for a primitive `boolean`, `100` for the field with"
                            + " that initial value. The default is dropped afterwards, as the entity does not state it.",
                    ChangedEntities.Fields.class,
                    "INSERT INTO customer VALUES (1, 'Ann')"),
            new Change(
                    "Other types, and a removed field",
                    "PostgreSQL rewrites the table once for all changes of the statement.",
                    ChangedEntities.Typed.class,
                    "INSERT INTO customer (id, email, points) VALUES (1, 'a@b.example', 7)"),
            new Change(
                    "Required and unique",
                    "The statement fails if a row has no value or the value of another row. With `--safe` the rows are"
                            + " checked without blocking writes.",
                    ChangedEntities.Required.class,
                    "INSERT INTO customer (id, name, email) VALUES (1, 'Ann', 'a@b.example')"),
            new Change(
                    "A renamed entity with a renamed field",
                    "`@RenamedFrom` declares the former names; without them the script would create an empty table.",
                    ChangedEntities.Renamed.class,
                    "INSERT INTO client (id, mail) VALUES (1, 'a@b.example')"),
            new Change(
                    "A new value of an enum stored as text",
                    "Hibernate states the values in a check constraint.",
                    ChangedEntities.Values.class,
                    "INSERT INTO invoice (id, status) VALUES (1, 'PAID')"),
            new Change(
                    "From one to one to many to one",
                    "The unique constraint goes because a revision stated it; one that a user added stays.",
                    ChangedEntities.References.class,
                    "INSERT INTO sale VALUES (1); INSERT INTO invoice (id, sale_id) VALUES (1, 1)"),
            new Change(
                    "A version, and the time of creation",
                    "The first version is 0, as for a new object; `@ColumnDefault` fills and remains.",
                    ChangedEntities.Versions.class,
                    "INSERT INTO invoice VALUES (1)"),
            new Change(
                    "An embedded object instead of a text",
                    "Only you know how a text becomes an object: split the statement before `DROP COLUMN`, and write an"
                            + " `UPDATE` in between.",
                    ChangedEntities.Embeds.class,
                    "INSERT INTO customer VALUES (1, 'Main Street 1')"),
            new Change(
                    "A collection of values",
                    "A new table, in which a value of a customer is unique.",
                    ChangedEntities.Collections.class,
                    "INSERT INTO customer VALUES (1)"),
            new Change(
                    "Numbers from a sequence instead of an identity",
                    "The sequence continues after the numbers that the rows have, in both directions.",
                    ChangedEntities.Numbers.class,
                    "INSERT INTO invoice DEFAULT VALUES"));

    @Test
    void showsWhatIsWritten() throws IOException {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        for (Change change : CHANGES) {
            page.append(section(change));
        }
        if (Invariant.version() != PAGE_VERSION) {
            return;
        }
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, page);
        }
        assertThat(page).hasToString(Files.readString(PAGE));
    }

    private static String section(Change change) throws IOException {
        invariant.clearReal();
        String[] stated = begun(invariant.upgrade(model(entities(change, "Before"))));
        invariant.fill(change.rows());
        DiffSettings settings = after(model(entities(change, "After")), "a1", stated);
        Invariant.Outcome outcome = invariant.holdMapping(settings);
        assertThat(outcome.violations()).as(change.title()).isEmpty();
        return "\n## " + change.title() + "\n\n" + change.about() + "\n\nBefore:\n\n" + java(change, "Before")
                + "\nAfter:\n\n" + java(change, "After") + "\n```sql\n" + script(outcome.difference()) + "```\n";
    }

    private static Class<?>[] entities(Change change, String when) {
        return Arrays.stream(change.classes().getDeclaredClasses())
                .filter(side -> side.getSimpleName().equals(when))
                .flatMap(side -> Arrays.stream(side.getDeclaredClasses()))
                .filter(type -> type.isAnnotationPresent(Entity.class))
                .toArray(Class<?>[]::new);
    }

    /** {@return the text of the classes, as the source has it} */
    private static String java(Change change, String when) throws IOException {
        Pattern classes = Pattern.compile(
                "static final class " + change.classes().getSimpleName() + " \\{.*?static final class " + when
                        + " \\{\n(.*?)\n {8}\\}\n",
                Pattern.DOTALL);
        Matcher found = classes.matcher(Files.readString(SOURCE));
        assertThat(found.find()).as(change.title()).isTrue();
        return "```java\n" + found.group(1).stripIndent().strip() + "\n```\n";
    }

    private static String script(Difference difference) {
        String marks = difference.marks().stream()
                .map(mark -> "-- model: " + mark + "\n")
                .collect(Collectors.joining("", difference.marks().isEmpty() ? "" : "\n", ""));
        return "-- migrate: upgrade\n" + text(difference.upgrade()) + "\n-- migrate: downgrade\n"
                + text(difference.downgrade()) + marks;
    }

    private static String text(List<AnnotatedOperation> changes) {
        return new SqlScriptWriter(SqlRenderer.of(new ServerVersion(PAGE_VERSION), "public"))
                .section(changes.stream()
                        .map(change -> new RenderedOperation(change.operation(), change.notes()))
                        .toList());
    }
}
