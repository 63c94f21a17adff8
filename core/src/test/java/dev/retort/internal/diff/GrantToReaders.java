/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff;

import dev.retort.diff.ComparisonContext;
import dev.retort.diff.Difference;
import dev.retort.diff.DifferenceCustomizer;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.ObjectOperation.GrantPrivileges;
import dev.retort.operation.TableOperation.CreateTable;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.part.Grant;
import java.util.List;
import java.util.stream.Stream;

/** Lets the role report read every new table. The downgrade drops the table, and the privilege with it. */
public final class GrantToReaders implements DifferenceCustomizer {

    private static final List<Grant> READ = List.of(new Grant("report", "SELECT", false));

    @Override
    public Difference customize(Difference difference, ComparisonContext context) {
        return difference.withUpgrade(
                difference.upgrade().stream().flatMap(GrantToReaders::withGrant).toList());
    }

    private static Stream<AnnotatedOperation> withGrant(AnnotatedOperation change) {
        if (change.operation() instanceof CreateTable created) {
            ObjectKey table = created.definition().key();
            return Stream.of(change, AnnotatedOperation.of(new GrantPrivileges(table, READ)));
        }
        return Stream.of(change);
    }
}
