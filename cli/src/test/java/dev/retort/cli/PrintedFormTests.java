/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * All printed forms of revisions, compared with the output of Alembic 1.8.1 and 1.19.2 for the same graph; in the
 * order of the files where Alembic's order is not deterministic.
 */
class PrintedFormTests extends DatabaseTestCase {

    @SuppressWarnings("NullAway.Init")
    private Project project;

    @SuppressWarnings("NullAway.Init")
    private Shell shell;

    @BeforeEach
    void writeAGraphThatHasEverything() {
        project = new Project(folder, database.dataSource());
        script("a1", "", "-- message: root\n-- branch_labels: shop\n-- created: 2026-01-02T03:04:05Z\n");
        script("b1", "a1", "-- message: left\n");
        script("b2", "a1", "");
        script("c1", "b1, b2", "-- message: joined\n");
        script("d1", "c1", "-- message: needed\n");
        script("x1", "", "-- message: other base\n-- branch_labels: other\n-- depends_on: d1\n");
        shell = new Shell(folder).on(database).with("RETORT_LOCATIONS", "filesystem:" + folder);
    }

    private void script(String id, String parents, String more) {
        project.script(
                id,
                "-- revision: " + id + "\n-- down_revision: " + parents + "\n" + more
                        + "\n-- migrate: upgrade\nSELECT 1;\n-- migrate: downgrade\nSELECT 1;\n");
    }

    private String out(String... arguments) {
        Shell.Result result = shell.run(arguments);
        assertThat(result.status()).isZero();
        return result.out().replace(folder + "/", "");
    }

    @Test
    void history() {
        project.upgrade("c1");

        assertThat(out("history", "-i")).isEqualTo("""
                <base> (d1) -> x1 (other) (head), other base
                c1 -> d1 (shop) (effective head), needed
                b1, b2 -> c1 (shop) (current) (mergepoint), joined
                a1 -> b2 (shop),\s
                a1 -> b1 (shop), left
                <base> -> a1 (shop) (branchpoint), root
                """);
        assertThat(out("history", "-r", ":a1")).isEqualTo("<base> -> a1 (shop) (branchpoint), root\n");
    }

    @Test
    void historyAtLength() {
        project.upgrade("c1");

        assertThat(out("history", "-v", "-i", "-r", "b2:c1")).isEqualTo("""
                Rev: c1 (mergepoint) (current)
                Merges: b1, b2
                Branch names: shop
                Path: c1.sql

                    joined

                Rev: b2
                Parent: a1
                Branch names: shop
                Path: b2.sql



                """);
    }

    @Test
    void heads() {
        assertThat(out("heads")).isEqualTo("d1 (shop) (effective head)\nx1 (other) (head)\n");
        assertThat(out("heads", "--resolve-dependencies")).isEqualTo("x1 (other) (head)\n");
        assertThat(out("heads", "-v")).isEqualTo("""
                Rev: d1 (head)
                Parent: c1
                Branch names: shop
                Path: d1.sql

                    needed

                Rev: x1 (head)
                Parent: <base>
                Also depends on: d1
                Branch names: other
                Path: x1.sql

                    other base

                """);
    }

    @Test
    void branches() {
        assertThat(out("branches")).isEqualTo("""
                a1 (shop) (branchpoint)
                   -> b1 (shop)
                   -> b2 (shop)

                """);
        assertThat(out("branches", "-v")).isEqualTo("""
                Rev: a1 (branchpoint)
                Parent: <base>
                Branches into: b1, b2
                Branch names: shop
                Path: a1.sql

                    root
                    Create Date: 2026-01-02T03:04:05Z

                   -> b1 (shop), left
                   -> b2 (shop),\s

                """);
    }

    @Test
    void current() {
        project.upgrade("heads");

        assertThat(out("current")).isEqualTo("d1 (effective head)\nx1 (head)\n");
        assertThat(out("current", "-v"))
                .isEqualTo("Current revision(s) for " + database.url() + ":\n" + out("heads", "-v"));
    }

    @Test
    void showCurrentHasNoMarkOfIt() {
        project.upgrade("c1");

        assertThat(out("show", "current")).isEqualTo(out("show", "c1")).doesNotContain("(current)");
        assertThat(out("show", "heads")).isEqualTo(out("show", "x1"));
    }
}
