/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports;

import java.util.List;
import java.util.stream.Stream;

/** Writes {@code import-report.md}: what became of every file, and what is left to write by hand. */
public final class ImportReport {

    private final String tool;
    private final ImportPlan plan;

    /**
     * Creates a report.
     *
     * @param tool the name of the other tool
     * @param plan what was imported
     */
    public ImportReport(String tool, ImportPlan plan) {
        this.tool = tool;
        this.plan = plan;
    }

    /**
     * {@return the text of the report}
     *
     * @param proof what `--prove` found; empty when it was not asked for
     */
    public String text(List<String> proof) {
        StringBuilder text = new StringBuilder("# Import from " + tool + "\n");
        section(text, "Revisions", revisions());
        section(text, "By hand", byHand());
        section(text, "Notes", plan.notes().stream().map(note -> "- " + note).toList());
        section(text, "Placeholders", placeholders());
        section(
                text,
                "Proof",
                proof.isEmpty() ? List.of("Not run. `import ... --prove` runs both series and compares.") : proof);
        return text.toString();
    }

    private static void section(StringBuilder text, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append("\n## ").append(title).append("\n\n");
            lines.forEach(line -> text.append(line).append('\n'));
        }
    }

    private List<String> revisions() {
        return table(
                List.of("| revision | from | file | downgrade |", "|---|---|---|---|"),
                plan.revisions().stream().map(ImportReport::row).toList());
    }

    private static String row(ImportedRevision revision) {
        SourceMigration migration = revision.migration();
        return "| `" + migration.id() + "` | `" + cell(migration.from().toString()) + "` | "
                + cell(migration.upgrade().file()) + " | "
                + (migration.downgrade() == null
                        ? cell(migration.irreversible())
                        : cell(migration.downgrade().file()))
                + " |";
    }

    private List<String> byHand() {
        if (plan.byHand().isEmpty()) {
            return List.of("Nothing.");
        }
        return table(
                List.of("| what | why | what to do |", "|---|---|---|"),
                plan.byHand().stream()
                        .map(one -> "| " + cell(one.file()) + " | " + cell(one.reason()) + " | " + cell(one.advice())
                                + " |")
                        .toList());
    }

    private List<String> placeholders() {
        return plan.placeholders().entrySet().stream()
                .map(one -> "- `retort.placeholders." + one.getKey() + "`" + placeholder(one.getKey(), one.getValue()))
                .toList();
    }

    private static String placeholder(String name, String value) {
        if (value.isEmpty()) {
            return ": the configuration has no value; set it in each environment";
        }
        return SecretValues.isSecret(name, value)
                ? ": the name looks like a secret, so the value is not shown"
                : " = `" + value + "`";
    }

    private static List<String> table(List<String> head, List<String> rows) {
        return Stream.concat(head.stream(), rows.stream()).toList();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
