/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.compare;

import dev.retort.internal.diff.order.DiffSteps;
import dev.retort.internal.diff.order.Rank;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.PolicyOperation.AlterPolicy;
import dev.retort.operation.PolicyOperation.CreatePolicy;
import dev.retort.operation.PolicyOperation.DropPolicy;
import dev.retort.schema.Table;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares the row-level-security policies of a table. */
final class PolicyComparison {

    private final RecreatedObjects recreated;
    private final DiffSteps steps;

    PolicyComparison(RecreatedObjects recreated, DiffSteps steps) {
        this.recreated = recreated;
        this.steps = steps;
    }

    void compare(Table from, Table to) {
        QualifiedName table = to.name();
        Map<String, Policy> wanted = new LinkedHashMap<>();
        to.policies().forEach(policy -> wanted.put(policy.name(), policy));
        for (Policy policy : from.policies()) {
            Policy other = wanted.remove(policy.name());
            if (other == null) {
                drop(table, policy);
            } else if (recreated.contains(key(table, policy))) {
                drop(table, policy);
                create(table, other);
            } else {
                steps.add(Rank.POLICY, key(table, other), changes(table, policy, other));
            }
        }
        wanted.values().forEach(policy -> create(table, policy));
    }

    void drop(QualifiedName table, Policy policy) {
        steps.add(Rank.DROP_POLICY, key(table, policy), AnnotatedOperation.of(DropPolicy.of(table, policy)));
    }

    void create(QualifiedName table, Policy policy) {
        steps.add(Rank.POLICY, key(table, policy), AnnotatedOperation.of(new CreatePolicy(table, policy)));
    }

    private static List<AnnotatedOperation> changes(QualifiedName table, Policy from, Policy to) {
        List<AnnotatedOperation> changes = new ArrayList<>();
        if (!withComment(from, to.comment()).equals(to)) {
            changes.add(AnnotatedOperation.of(new AlterPolicy(table, from, to)));
        }
        changes.addAll(CommentAndGrantComparison.comment(key(table, to), from.comment(), to.comment()));
        return changes;
    }

    private static Policy withComment(Policy policy, @Nullable String comment) {
        return new Policy(
                policy.name(),
                policy.permissive(),
                policy.command(),
                policy.roles(),
                policy.using(),
                policy.withCheck(),
                comment);
    }

    static ObjectKey key(QualifiedName table, Policy policy) {
        return ObjectKey.of(ObjectKind.POLICY, table, policy.name());
    }
}
