/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render;

import dev.retort.internal.render.text.Dialect;
import dev.retort.internal.render.text.UnsupportedOperationSqlException;
import dev.retort.operation.ColumnOperation;
import dev.retort.operation.ConstraintOperation;
import dev.retort.operation.DataOperation;
import dev.retort.operation.DatabaseOperation;
import dev.retort.operation.DomainOperation;
import dev.retort.operation.EnumOperation;
import dev.retort.operation.IndexOperation;
import dev.retort.operation.InheritanceOperation;
import dev.retort.operation.ObjectOperation;
import dev.retort.operation.Operation;
import dev.retort.operation.OperationVisitor;
import dev.retort.operation.PolicyOperation;
import dev.retort.operation.RoutineOperation;
import dev.retort.operation.SequenceOperation;
import dev.retort.operation.TableOperation;
import dev.retort.operation.TriggerOperation;
import dev.retort.operation.TypeOperation;
import dev.retort.operation.ViewOperation;
import dev.retort.schema.name.ServerVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes operations as SQL for a version of PostgreSQL. Has no state; safe for use by several threads. */
public final class SqlRenderer {

    private final Dialect dialect;
    private final Groups groups = new Groups();

    private SqlRenderer(Dialect dialect) {
        this.dialect = dialect;
    }

    /** {@return what writes every schema before a name that has one} */
    public static SqlRenderer of(ServerVersion version) {
        return new SqlRenderer(new Dialect(version, null));
    }

    /**
     * {@return what leaves a schema out before names}
     *
     * @param version the version
     * @param defaultSchema the schema that the search path will find first
     */
    public static SqlRenderer of(ServerVersion version, @Nullable String defaultSchema) {
        return new SqlRenderer(new Dialect(version, defaultSchema));
    }

    /** {@return the version that it writes for} */
    public ServerVersion version() {
        return dialect.version();
    }

    /**
     * Writes an operation.
     *
     * @return its statements in their order, without semicolons at their ends; none when the version has nothing to do
     *     for it
     * @throws UnsupportedOperationSqlException when the version, or no version, has SQL for it
     */
    public List<String> render(Operation operation) {
        return operation.accept(groups);
    }

    /** {@return how it writes names and values} */
    public Dialect dialect() {
        return dialect;
    }

    /** Hands each group to the class that writes it. */
    private final class Groups implements OperationVisitor<List<String>> {

        @Override
        public List<String> table(TableOperation operation) {
            return operation.accept(new TableSql(dialect));
        }

        @Override
        public List<String> inheritance(InheritanceOperation operation) {
            return operation.accept(new InheritanceSql(dialect));
        }

        @Override
        public List<String> column(ColumnOperation operation) {
            return operation.accept(new ColumnSql(dialect));
        }

        @Override
        public List<String> constraint(ConstraintOperation operation) {
            return operation.accept(new ConstraintSql(dialect));
        }

        @Override
        public List<String> index(IndexOperation operation) {
            return operation.accept(new IndexSql(dialect));
        }

        @Override
        public List<String> object(ObjectOperation operation) {
            return operation.accept(new ObjectSql(dialect));
        }

        @Override
        public List<String> type(TypeOperation operation) {
            return operation.accept(new TypeSql(dialect));
        }

        @Override
        public List<String> enumeration(EnumOperation operation) {
            return operation.accept(new EnumSql(dialect));
        }

        @Override
        public List<String> domain(DomainOperation operation) {
            return operation.accept(new DomainSql(dialect));
        }

        @Override
        public List<String> sequence(SequenceOperation operation) {
            return operation.accept(new SequenceSql(dialect));
        }

        @Override
        public List<String> view(ViewOperation operation) {
            return operation.accept(new ViewSql(dialect));
        }

        @Override
        public List<String> routine(RoutineOperation operation) {
            return operation.accept(new RoutineSql(dialect));
        }

        @Override
        public List<String> trigger(TriggerOperation operation) {
            return operation.accept(new TriggerSql(dialect));
        }

        @Override
        public List<String> policy(PolicyOperation operation) {
            return operation.accept(new PolicySql(dialect));
        }

        @Override
        public List<String> database(DatabaseOperation operation) {
            return operation.accept(new DatabaseSql(dialect));
        }

        @Override
        public List<String> data(DataOperation operation) {
            return operation.accept(new DataSql(dialect));
        }
    }
}
