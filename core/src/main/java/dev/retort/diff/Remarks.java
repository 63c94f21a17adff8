/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.diff;

import dev.retort.operation.ObjectOperation.CommentOn;
import dev.retort.operation.ObjectOperation.GrantPrivileges;
import dev.retort.operation.ObjectOperation.RevokePrivileges;
import dev.retort.schema.Grant;
import dev.retort.schema.ObjectKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Comments and privileges, which every kind of object has. */
final class Remarks {

    private Remarks() {}

    /** {@return the change of a comment, if any} */
    static List<Change> comment(ObjectKey key, @Nullable String from, @Nullable String to) {
        return Objects.equals(from, to)
                ? List.of()
                : List.of(Change.of(new CommentOn(key, from == null ? "" : from, to == null ? "" : to)));
    }

    /** {@return the changes of privileges, if any} */
    static List<Change> grants(ObjectKey key, List<Grant> from, List<Grant> to) {
        if (from.equals(to)) {
            return List.of();
        }
        List<Change> changes = new ArrayList<>();
        List<Grant> revoked =
                from.stream().filter(grant -> !to.contains(grant)).sorted().toList();
        List<Grant> granted =
                to.stream().filter(grant -> !from.contains(grant)).sorted().toList();
        if (!revoked.isEmpty()) {
            changes.add(Change.of(new RevokePrivileges(key, revoked)));
        }
        if (!granted.isEmpty()) {
            changes.add(Change.of(new GrantPrivileges(key, granted)));
        }
        return changes;
    }
}
