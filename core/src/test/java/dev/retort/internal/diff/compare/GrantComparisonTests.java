/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.ObjectOperation.GrantPrivileges;
import dev.retort.operation.ObjectOperation.RevokePrivileges;
import dev.retort.operation.Operation;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Grant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrantComparisonTests {

    private static final ObjectKey TABLE = ObjectKey.of(ObjectKind.TABLE, QualifiedName.of("public", "t"));
    private static final Grant READ = new Grant("reader", "SELECT", false);
    private static final Grant WRITE = new Grant("writer", "INSERT", false);

    private static List<Operation> changes(List<Grant> from, List<Grant> to) {
        return CommentAndGrantComparison.grants(TABLE, from, to).stream()
                .map(AnnotatedOperation::operation)
                .toList();
    }

    @Test
    void equalPrivilegesNeedNothing() {
        assertThat(changes(List.of(READ, WRITE), List.of(READ, WRITE))).isEmpty();
    }

    @Test
    void onlyTheDifferenceIsGrantedAndRevokedAndTheRevokeIsFirst() {
        Grant delete = new Grant("writer", "DELETE", false);

        assertThat(changes(List.of(READ, WRITE), List.of(READ, delete)))
                .containsExactly(
                        new RevokePrivileges(TABLE, List.of(WRITE)), new GrantPrivileges(TABLE, List.of(delete)));
    }

    @Test
    void aGrantOptionThatIsLostIsRevokedAndThePrivilegeGrantedWithoutIt() {
        Grant grantable = new Grant("reader", "SELECT", true);

        assertThat(changes(List.of(grantable), List.of(READ)))
                .containsExactly(
                        new RevokePrivileges(TABLE, List.of(grantable)), new GrantPrivileges(TABLE, List.of(READ)));
    }

    @Test
    void aRevokedDefaultIsASeparateState() {
        Grant revoked = new Grant("", "EXECUTE", false, true);

        assertThat(changes(List.of(), List.of(revoked))).containsExactly(new GrantPrivileges(TABLE, List.of(revoked)));
        assertThat(changes(List.of(revoked), List.of())).containsExactly(new RevokePrivileges(TABLE, List.of(revoked)));
    }

    @Test
    void theOrderIsThatOfGranteeAndPrivilegeWhateverTheCatalogSays() {
        Grant update = new Grant("reader", "UPDATE", false);

        assertThat(changes(List.of(), List.of(WRITE, update, READ)))
                .containsExactly(new GrantPrivileges(TABLE, List.of(READ, update, WRITE)));
    }
}
