/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.retort.error.RetortException;
import dev.retort.internal.execute.RunTestCase;
import dev.retort.run.AcceptRequest;
import dev.retort.run.ChangedScript;
import dev.retort.run.ChangedScriptException;
import dev.retort.run.NothingToRepairException;
import dev.retort.run.Requester;
import dev.retort.run.StatementFailedException;
import dev.retort.status.RevisionState;
import dev.retort.status.RevisionStatus;
import dev.retort.status.Validation;
import dev.retort.status.ValidationFinding;
import dev.retort.status.ValidationFinding.Kind;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is found when scripts and history do not agree, and how a changed script is accepted. */
class ValidationTests extends RunTestCase {

    @BeforeEach
    void upgrade() {
        project.chain("a", "b").start();
    }

    private void changeB() {
        project.revision("b", "a", "CREATE TABLE t_b (id bigint);", "DROP TABLE t_b;");
    }

    private Validation validation() {
        return project.retort().validate();
    }

    private List<ChangedScript> accept(String... revisions) {
        return project.retort()
                .accept(new AcceptRequest(
                        List.of(revisions), Requester.operator("alice"), "the column was widened by hand"));
    }

    @Test
    void findsNothingWhereScriptsAreWhatWasRun() {
        assertThat(validation()).isEqualTo(new Validation(List.of(), List.of("b"), 2, null));
        assertThat(validation().isClean()).isTrue();
    }

    @Test
    void findsAChangedScriptWithBothTexts() {
        changeB();

        assertThat(validation().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.CHANGED);
            assertThat(finding.revision()).isEqualTo("b");
            assertThat(finding.appliedText()).contains("(id int)");
            assertThat(finding.text()).contains("(id bigint)");
            assertThat(finding.appliedChecksum()).isNotEqualTo(finding.checksum());
        });
    }

    @Test
    void findsMissingScriptsAndUnknownRows() {
        project.without("b");
        assertThat(validation().findings())
                .extracting(ValidationFinding::kind, ValidationFinding::revision)
                .containsExactly(tuple(Kind.MISSING, "b"));
        assertThat(validation().findings().get(0).appliedText()).contains("make b");

        database.execute("UPDATE alembic_version SET version_num = 'zz'");
        assertThat(validation().findings())
                .extracting(ValidationFinding::kind, ValidationFinding::revision)
                .containsExactly(tuple(Kind.UNKNOWN, "zz"));
    }

    @Test
    void findsAStepThatStoppedInTheMiddle() {
        project.script(
                "c",
                "-- revision: c\n-- down_revision: b\n\n-- migrate: upgrade\nSELECT 1;\n-- migrate: autocommit\n"
                        + "VACUUM missing;\n\n-- migrate: downgrade\n-- migrate: nothing\n");
        assertThatThrownBy(project::start).isInstanceOf(StatementFailedException.class);

        assertThat(validation().findings()).containsExactly(ValidationFinding.of(Kind.PARTIAL, "c"));
    }

    @Test
    void worksWhereOnlyAlembicHasBeen() {
        database.execute("DROP TABLE retort_history, retort_script, retort_progress");

        assertThat(validation()).isEqualTo(new Validation(List.of(), List.of("b"), 0, null));
        project.revision("c", "a", "SELECT 1;", "SELECT 1;");
        assertThat(validation().heads()).containsExactly("b", "c");
    }

    @Test
    void acceptsAChangedScriptWithoutTouchingTheHistory() {
        List<String> before = database.query("SELECT * FROM retort_history ORDER BY id");
        changeB();
        assertThatThrownBy(project::start).isInstanceOf(ChangedScriptException.class);

        assertThat(accept("b")).extracting(ChangedScript::revision).containsExactly("b");

        assertThat(database.query("SELECT * FROM retort_history ORDER BY id"))
                .startsWith(before.toArray(String[]::new));
        assertThat(database.query("SELECT operation, revision, outcome, reason, principal, rows_before = rows_after"
                        + " FROM retort_history ORDER BY id DESC LIMIT 1"))
                .containsExactly("repair|b|succeeded|the column was widened by hand|alice|t");
        assertThat(validation().isClean()).isTrue();
        assertThat(project.start().steps()).isEmpty();
        assertThat(database.query("SELECT count(*) FROM retort_script")).containsExactly("3");
    }

    @Test
    void stillSaysWhenTheRevisionWasApplied() {
        RevisionStatus applied = project.retort().revision("b").status();
        changeB();
        accept();

        RevisionStatus accepted = project.retort().revision("b").status();
        assertThat(accepted.state()).isEqualTo(RevisionState.APPLIED);
        assertThat(accepted.appliedOn()).isEqualTo(applied.appliedOn());
        assertThat(accepted.checksum()).isNotEqualTo(applied.checksum());
    }

    @Test
    void noticesThatAnAcceptedScriptChangesAgain() {
        changeB();
        accept();
        project.revision("b", "a", "CREATE TABLE t_b (id text);", "DROP TABLE t_b;");

        assertThat(validation().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.appliedText()).contains("bigint"));
        assertThatThrownBy(project::start).isInstanceOf(ChangedScriptException.class);
    }

    @Test
    void refusesToAcceptWhatIsInOrderOrWithoutAReason() {
        assertThatThrownBy(() -> accept()).isInstanceOf(NothingToRepairException.class);
        changeB();

        assertThatThrownBy(() -> accept("b", "a"))
                .isInstanceOf(NothingToRepairException.class)
                .hasMessageContaining("revision a");
        assertThatThrownBy(() -> new AcceptRequest(List.of("b"), Requester.operator(null), " "))
                .isInstanceOf(RetortException.class);
        assertThat(history()).containsExactly("upgrade|a|succeeded", "upgrade|b|succeeded");
    }
}
