/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.squash;

import dev.retort.error.RetortException;
import dev.retort.internal.autogenerate.ModelMarks;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.read.ScriptLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The script of a squashed revision, with what the replaced ones say that the model states.
 *
 * @param range what it replaces
 * @param text its text
 * @param script its text as it is read
 */
record SquashedScript(SquashRange range, String text, RevisionScript script) {

    private static final String MARK = "-- model: ";

    static SquashedScript of(
            List<RevisionScript> all,
            SquashRange range,
            Function<SquashedSections, String> text,
            SquashedSections sections) {
        List<String> marks = range.members().stream()
                .flatMap(member -> member.text().lines())
                .filter(line -> line.startsWith(MARK))
                .collect(Collectors.toCollection(ArrayList::new));
        SquashedScript written = with(marks, range, text, sections);
        Set<String> before = ModelMarks.of(all).keySet();
        Set<String> after = ModelMarks.of(written.among(all)).keySet();
        Set<String> missing = new TreeSet<>(before);
        missing.removeAll(after);
        Set<String> surplus = new TreeSet<>(after);
        surplus.removeAll(before);
        missing.forEach(rule -> marks.add(MARK + "+ " + rule));
        surplus.forEach(rule -> marks.add(MARK + "- " + rule));
        return missing.isEmpty() && surplus.isEmpty() ? written : with(marks, range, text, sections);
    }

    private static SquashedScript with(
            List<String> marks, SquashRange range, Function<SquashedSections, String> text, SquashedSections sections) {
        String end = marks.isEmpty() ? "" : "\n" + String.join("\n", marks) + "\n";
        String written = text.apply(new SquashedSections(sections.upgrade(), sections.downgrade() + end));
        RevisionScript script =
                ScriptLoader.parse("the squashed revision " + range.place().id(), written);
        if (!script.revision().equals(range.place()) || !range.squash().equals(script.squash())) {
            throw new RetortException(
                    "The template of scripts does not produce a valid script.",
                    "It would be read as " + script.revision() + " instead of " + range.place() + ".",
                    "Fix the template; nothing was written.");
        }
        return new SquashedScript(range, written, script);
    }

    /** {@return all revisions with this one in place of those that it replaces} */
    List<RevisionScript> among(List<RevisionScript> all) {
        List<RevisionScript> scripts = new ArrayList<>(all);
        scripts.removeAll(range.members());
        scripts.add(script);
        return scripts;
    }
}
