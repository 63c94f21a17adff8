/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script.read;

import dev.retort.internal.script.DowngradeSection;
import dev.retort.internal.script.Problems;
import dev.retort.internal.script.ScriptPart;
import dev.retort.internal.script.StatementRules;
import dev.retort.internal.sql.Fingerprint;
import dev.retort.internal.sql.SqlItem;
import java.util.List;
import java.util.Set;

/** Sorts the statements of a script into its sections, as the markers say. */
final class SectionReader {

    private enum Section {
        NONE("the header"),
        UPGRADE("the upgrade section"),
        DOWNGRADE("the downgrade section"),
        NOTHING("\"-- migrate: nothing\""),
        IRREVERSIBLE("\"-- migrate: irreversible\"");

        private final String title;

        Section(String title) {
            this.title = title;
        }
    }

    /** Part of every checksum that databases have recorded: it must not change. */
    private static final String RECORDED_NAME = "way back";

    private static final Set<String> WORDS =
            Set.of("upgrade", "downgrade", "autocommit", "transaction", "nothing", "irreversible");

    private final String source;
    private final Problems problems;
    private final Fingerprint fingerprint;
    private final PartList upgrade;
    private final PartList downgrade;
    private Section section = Section.NONE;
    private boolean upgradeSeen;
    private boolean strayReported;
    private String reason = "";

    SectionReader(String source, Problems problems, Fingerprint fingerprint) {
        this.source = source;
        this.problems = problems;
        this.fingerprint = fingerprint;
        this.upgrade = new PartList("upgrade", fingerprint);
        this.downgrade = new PartList("downgrade", fingerprint);
    }

    boolean started() {
        return section != Section.NONE;
    }

    /** A comment that was meant as a marker must not turn a downgrade into more upgrade. */
    void comment(SqlItem.Comment comment) {
        String meant = MarkerKeys.keyIn(comment.text());
        if (meant != null) {
            problems.add(
                    source,
                    comment.line(),
                    "The comment at column " + comment.column() + " resembles the marker \"-- " + meant
                            + "\" and would be ignored. Write \"-- " + meant
                            + "\" at the beginning of a line, or reword the comment.");
        }
    }

    void marker(SqlItem.Marker marker) {
        String text = marker.text();
        int end = endOfWord(text);
        String word = text.substring(0, end);
        String rest = text.substring(end).strip();
        if (!rest.isEmpty() && WORDS.contains(word) && !word.equals("irreversible")) {
            problem(marker, "\"" + rest + "\" follows the marker \"" + word + "\". Put it on a separate line.");
        }
        switch (word) {
            case "upgrade" -> beginUpgrade(marker);
            case "downgrade" -> beginDowngrade(marker);
            case "autocommit", "transaction" -> mode(marker, word.equals("autocommit"));
            case "nothing" -> nothing(marker);
            case "irreversible" -> irreversible(marker, rest);
            default ->
                problem(
                        marker,
                        "There is no marker \"" + word
                                + "\". Use upgrade, downgrade, autocommit, transaction, nothing or irreversible"
                                + " <reason>.");
        }
    }

    private static int endOfWord(String text) {
        int i = 0;
        while (i < text.length() && !Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private void beginUpgrade(SqlItem.Marker marker) {
        if (upgradeSeen) {
            problem(marker, "The script has an upgrade section already. Keep one.");
        } else if (section != Section.NONE) {
            problem(marker, "The upgrade section comes after the downgrade. Put it first.");
        }
        upgradeSeen = true;
        section = Section.UPGRADE;
    }

    private void beginDowngrade(SqlItem.Marker marker) {
        leaveUpgrade(marker);
        section = Section.DOWNGRADE;
    }

    private void leaveUpgrade(SqlItem.Marker marker) {
        if (section == Section.NONE) {
            problem(marker, "The downgrade comes before the upgrade section. Put \"-- migrate: upgrade\" before it.");
        } else if (section != Section.UPGRADE) {
            problem(marker, "The script already has a downgrade: " + section.title + ". Keep one.");
        }
    }

    private void mode(SqlItem.Marker marker, boolean autocommit) {
        switch (section) {
            case UPGRADE -> upgrade.autocommit(autocommit);
            case DOWNGRADE -> downgrade.autocommit(autocommit);
            default ->
                problem(
                        marker,
                        "\"" + marker.text() + "\" is after " + section.title
                                + ". It belongs in the upgrade or the downgrade section.");
        }
    }

    private void nothing(SqlItem.Marker marker) {
        if (section != Section.DOWNGRADE) {
            problem(marker, "\"nothing\" is outside the downgrade section. Put \"-- migrate: downgrade\" before it.");
        } else if (!downgrade.isEmpty()) {
            problem(marker, "\"nothing\" is in a downgrade section with statements. Remove it or them.");
        }
        section = Section.NOTHING;
    }

    private void irreversible(SqlItem.Marker marker, String why) {
        boolean inPlace = section == Section.DOWNGRADE && downgrade.isEmpty();
        if (!inPlace) {
            leaveUpgrade(marker);
        }
        if (why.isEmpty()) {
            problem(
                    marker,
                    "\"irreversible\" has no reason. Write the reason after the word: Retort shows it when"
                            + " it refuses a downgrade.");
        }
        section = Section.IRREVERSIBLE;
        reason = why;
    }

    void statement(SqlItem.Statement item) {
        switch (section) {
            case UPGRADE -> add(upgrade, item);
            case DOWNGRADE -> add(downgrade, item);
            default -> stray(item);
        }
    }

    private void add(PartList parts, SqlItem.Statement item) {
        String refusal = StatementRules.of(item.traits(), parts.isAutocommit());
        if (refusal != null) {
            problems.add(source, item.line(), refusal);
        }
        parts.add(item);
    }

    private void stray(SqlItem.Statement item) {
        if (!strayReported) {
            problems.add(
                    source,
                    item.line(),
                    section == Section.NONE
                            ? "A statement is before the first section. Put \"-- migrate: upgrade\" before it."
                            : "A statement is after " + section.title + ". Remove it or the marker.");
        }
        strayReported = true;
    }

    List<ScriptPart> finishUpgrade() {
        if (!upgradeSeen) {
            problems.add(
                    source,
                    1,
                    "There is no upgrade section. Put \"-- migrate: upgrade\" below the header; it may stay empty.");
        }
        return upgrade.finish();
    }

    DowngradeSection finishDowngrade() {
        fingerprint.add(RECORDED_NAME, section.name());
        boolean forgotten = section == Section.DOWNGRADE && downgrade.isEmpty() && !upgrade.isEmpty();
        if (forgotten) {
            return new DowngradeSection.Irreversible("Its downgrade section is empty.", false);
        }
        return switch (section) {
            case IRREVERSIBLE -> new DowngradeSection.Irreversible(reason, true);
            case DOWNGRADE, NOTHING -> new DowngradeSection.Reversible(downgrade.finish());
            case NONE, UPGRADE -> new DowngradeSection.Irreversible("It has no downgrade section.", false);
        };
    }

    private void problem(SqlItem.Marker marker, String message) {
        problems.add(source, marker.line(), message);
    }
}
