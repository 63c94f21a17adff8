/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render.java;

import dev.retort.internal.render.java.JavaNode.Call;
import dev.retort.internal.render.java.JavaNode.Word;
import dev.retort.operation.DataOperation.ExecuteSql;
import dev.retort.operation.DataOperation.InsertRows;
import dev.retort.operation.DatabaseOperation.CreateExtension;
import dev.retort.operation.DatabaseOperation.CreateSchema;
import dev.retort.operation.EnumOperation.AddEnumValue;
import dev.retort.operation.EnumOperation.RenameEnumValue;
import dev.retort.operation.ObjectOperation.CommentOn;
import dev.retort.operation.ObjectOperation.Rename;
import dev.retort.operation.Operation;
import dev.retort.operation.SequenceOperation.CreateSequence;
import dev.retort.operation.TypeOperation.CreateType;
import dev.retort.operation.ViewOperation.CreateView;
import dev.retort.operation.ViewOperation.DropView;
import dev.retort.operation.value.Value;
import dev.retort.schema.EnumType;
import dev.retort.schema.Extension;
import dev.retort.schema.Namespace;
import dev.retort.schema.Sequence;
import dev.retort.schema.View;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.SequenceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes operations on other things than tables as calls of a revision's DSL.
 *
 * @param statements writes calls on a name
 */
record JavaOtherStatements(JavaStatements statements) {

    /** {@return the call that makes an equal operation; {@code null} when the DSL has none} */
    @Nullable
    Call of(Operation operation) {
        if (operation instanceof ExecuteSql raw) {
            return execute(raw);
        }
        if (operation instanceof InsertRows insert) {
            return insert(insert);
        }
        if (operation instanceof Rename rename) {
            return rename(rename);
        }
        if (operation instanceof CommentOn comment) {
            QualifiedName table = comment.object().name();
            boolean expressible =
                    comment.from() == null && comment.object().equals(ObjectKey.of(ObjectKind.TABLE, table));
            return expressible ? statements.of("commentOnTable", table, text(comment.to())) : null;
        }
        Call call = enumeration(operation);
        return call != null ? call : made(operation);
    }

    private JavaNode text(String text) {
        return statements.expressions().of(text);
    }

    private @Nullable Call execute(ExecuteSql raw) {
        if (raw.outsideTransaction()) {
            return null;
        }
        return raw.reverseSql() == null
                ? new Call("execute", List.of(text(raw.sql())))
                : new Call("execute", List.of(text(raw.sql()), text(raw.reverseSql())));
    }

    private @Nullable Call insert(InsertRows insert) {
        if (!insert.key().isEmpty()) {
            return null;
        }
        List<JavaNode> arguments = new ArrayList<>();
        arguments.add(statements.expressions().of(insert.columns()));
        insert.rows()
                .forEach(row -> arguments.add(
                        new Call("List.of", row.stream().map(this::value).toList())));
        return statements.of("bulkInsert", insert.table(), arguments.toArray(JavaNode[]::new));
    }

    private JavaNode value(Value value) {
        if (value instanceof Value.Text text) {
            return text(text.value());
        }
        if (value instanceof Value.Bool bool) {
            return new Word(String.valueOf(bool.value()));
        }
        if (value instanceof Value.Numeric number) {
            // An int of Java comes without a scale: 1.0 is another value.
            boolean small = number.value().scale() == 0
                    && number.value().unscaledValue().bitLength() < Integer.SIZE;
            return small
                    ? new Word(number.value().toString())
                    : statements.expressions().of(number.value());
        }
        return statements.expressions().of(value);
    }

    private @Nullable Call rename(Rename rename) {
        QualifiedName name = rename.object().name();
        JavaNode to = text(rename.to());
        if (rename.object().equals(ObjectKey.of(ObjectKind.TABLE, name))) {
            return statements.of("renameTable", name, to);
        }
        String detail = rename.object().detail();
        return rename.object().equals(ObjectKey.of(ObjectKind.COLUMN, name, detail))
                ? statements.of("renameColumn", name, text(detail), to)
                : null;
    }

    private @Nullable Call enumeration(Operation operation) {
        if (operation instanceof CreateType create
                && create.definition() instanceof EnumType type
                && type.equals(new EnumType(type.name(), type.labels(), List.of(), null))) {
            JavaNode[] labels = type.labels().stream().map(this::text).toArray(JavaNode[]::new);
            return statements.of("createEnum", type.name(), labels);
        }
        if (operation instanceof AddEnumValue add && add.equals(AddEnumValue.of(add.type(), add.label()))) {
            return statements.of("addEnumValue", add.type(), text(add.label()));
        }
        return operation instanceof RenameEnumValue rename
                ? statements.of("renameEnumValue", rename.type(), text(rename.from()), text(rename.to()))
                : null;
    }

    private @Nullable Call made(Operation operation) {
        if (operation instanceof CreateSequence create) {
            QualifiedName name = create.definition().name();
            Sequence plain = new Sequence(name, null, SequenceOptions.DEFAULTS, null, false, List.of(), null);
            return create.equals(new CreateSequence(plain, false)) ? statements.of("createSequence", name) : null;
        }
        if (operation instanceof CreateView create) {
            View view = create.definition();
            View plain = new View(view.name(), List.of(), view.query(), Map.of(), List.of(), List.of(), null);
            return view.equals(plain) ? statements.of("createView", view.name(), text(view.query())) : null;
        }
        if (operation instanceof DropView drop && drop.equals(new DropView(drop.view(), false, false, null))) {
            return statements.of("dropView", drop.view());
        }
        return database(operation);
    }

    private @Nullable Call database(Operation operation) {
        if (operation instanceof CreateSchema create) {
            String name = create.definition().name();
            boolean plain = create.equals(new CreateSchema(new Namespace(name, List.of(), null), false));
            return plain ? new Call("createSchema", List.of(text(name))) : null;
        }
        if (operation instanceof CreateExtension create) {
            String name = create.definition().name();
            boolean plain = create.equals(new CreateExtension(new Extension(name, null, null), true));
            return plain ? new Call("createExtension", List.of(text(name))) : null;
        }
        return null;
    }
}
