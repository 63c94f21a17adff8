/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.squash;

import dev.retort.internal.script.RevisionScript;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.DatabaseOperation.CreateExtension;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The extensions that a range creates with {@code IF NOT EXISTS}: in some databases an administrator has installed them
 * before, and the squashed revision must run there too.
 *
 * @param names their names
 */
record InstalledExtensions(Set<String> names) {

    private static final Pattern CREATE = Pattern.compile(
            "\\s*create\\s+extension\\s+if\\s+not\\s+exists\\s+(\"[^\"]+\"|[\\w$]+).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** {@return those of a range} */
    static InstalledExtensions of(List<RevisionScript> range) {
        return new InstalledExtensions(range.stream()
                .flatMap(script -> script.upgrade().stream())
                .flatMap(part -> part.statements().stream())
                .map(statement -> CREATE.matcher(statement.text()))
                .filter(Matcher::matches)
                .map(matcher -> unquoted(matcher.group(1)))
                .collect(Collectors.toSet()));
    }

    /** {@return the changes, which create these extensions where they are missing} */
    List<AnnotatedOperation> in(List<AnnotatedOperation> changes) {
        return changes.stream().map(this::changed).toList();
    }

    private AnnotatedOperation changed(AnnotatedOperation change) {
        return change.operation() instanceof CreateExtension create
                        && names.contains(create.definition().name())
                ? new AnnotatedOperation(new CreateExtension(create.definition(), true), change.notes())
                : change;
    }

    private static String unquoted(String name) {
        return name.startsWith("\"") ? name.substring(1, name.length() - 1) : name.toLowerCase(Locale.ROOT);
    }
}
