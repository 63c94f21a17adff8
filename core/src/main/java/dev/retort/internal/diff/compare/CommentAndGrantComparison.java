/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.compare;

import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.ObjectOperation.CommentOn;
import dev.retort.operation.ObjectOperation.GrantPrivileges;
import dev.retort.operation.ObjectOperation.RevokePrivileges;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.part.Grant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Comments and privileges, which every kind of object has. */
final class CommentAndGrantComparison {

    private CommentAndGrantComparison() {}

    /** {@return the change of a comment, if any} */
    static List<AnnotatedOperation> comment(ObjectKey key, @Nullable String from, @Nullable String to) {
        return Objects.equals(from, to)
                ? List.of()
                : List.of(AnnotatedOperation.of(new CommentOn(key, from == null ? "" : from, to == null ? "" : to)));
    }

    /** {@return the changes of privileges, if any} */
    static List<AnnotatedOperation> grants(ObjectKey key, List<Grant> from, List<Grant> to) {
        if (from.equals(to)) {
            return List.of();
        }
        List<AnnotatedOperation> changes = new ArrayList<>();
        List<Grant> revoked =
                from.stream().filter(grant -> !to.contains(grant)).sorted().toList();
        List<Grant> granted =
                to.stream().filter(grant -> !from.contains(grant)).sorted().toList();
        if (!revoked.isEmpty()) {
            changes.add(AnnotatedOperation.of(new RevokePrivileges(key, revoked)));
        }
        if (!granted.isEmpty()) {
            changes.add(AnnotatedOperation.of(new GrantPrivileges(key, granted)));
        }
        return changes;
    }
}
