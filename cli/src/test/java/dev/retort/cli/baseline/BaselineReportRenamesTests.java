/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.diff.Difference;
import dev.retort.diff.FormerName;
import dev.retort.schema.name.QualifiedName;
import dev.retort.test.Invariant;
import dev.retort.test.InvariantTestCase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A table or column whose former name the entities state is renamed, and contradicts nothing. */
class BaselineReportRenamesTests extends InvariantTestCase {

    @Test
    void listsStatedRenamesApartFromContradictions() {
        invariant.prepare(
                "CREATE TABLE client (id int CONSTRAINT pk PRIMARY KEY, mail text, age int)",
                "CREATE TABLE customer (id int CONSTRAINT pk_customer PRIMARY KEY, email text, age text)");
        QualifiedName customer = QualifiedName.of("public", "customer");

        Difference difference = invariant.upgrade(Invariant.everything()
                .withFormerNames(
                        List.of(new FormerName(customer, null, "client"), new FormerName(customer, "email", "mail"))));

        List<String> lines = new BaselineReport(difference).lines();
        int renamed = lines.indexOf("Renamed in the entities (`revision --autogenerate` renames it): ");
        assertThat(lines.subList(renamed + 1, renamed + 4))
                .containsExactly(
                        "  rename table public.client to customer",
                        "  rename column public.customer.mail to email",
                        "");
        assertThat(lines.subList(renamed + 4, lines.size()))
                .hasSize(3)
                .noneMatch(line -> line.startsWith("  rename column") || line.startsWith("  rename table"))
                .anyMatch(line -> line.startsWith("  rename constraint"));
    }
}
