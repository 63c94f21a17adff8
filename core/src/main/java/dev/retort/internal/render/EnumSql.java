/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render;

import dev.retort.internal.render.text.Dialect;
import dev.retort.internal.sql.Identifiers;
import dev.retort.operation.EnumOperation;
import dev.retort.operation.EnumOperation.AddEnumValue;
import dev.retort.operation.EnumOperation.RemoveEnumValue;
import dev.retort.operation.EnumOperation.RenameEnumValue;
import dev.retort.operation.EnumOperation.ReplaceEnum;
import dev.retort.operation.value.EnumSwap;
import dev.retort.operation.value.EnumUse;
import dev.retort.schema.EnumType;
import dev.retort.schema.name.DefaultNames;
import dev.retort.schema.name.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes operations on the values of enum types. */
record EnumSql(Dialect dialect) implements EnumOperation.Visitor<List<String>> {

    @Override
    public List<String> addEnumValue(AddEnumValue operation) {
        String place = "";
        if (operation.before() != null) {
            place = " BEFORE " + Identifiers.literal(operation.before());
        } else if (operation.after() != null) {
            place = " AFTER " + Identifiers.literal(operation.after());
        }
        return List.of(alter(operation.type()) + "ADD VALUE " + (operation.ifNotExists() ? "IF NOT EXISTS " : "")
                + Identifiers.literal(operation.label()) + place);
    }

    @Override
    public List<String> removeEnumValue(RemoveEnumValue operation) {
        return swap(operation.without(), Map.of());
    }

    @Override
    public List<String> renameEnumValue(RenameEnumValue operation) {
        return List.of(alter(operation.type()) + "RENAME VALUE " + Identifiers.literal(operation.from()) + " TO "
                + Identifiers.literal(operation.to()));
    }

    @Override
    public List<String> replaceEnum(ReplaceEnum operation) {
        return swap(operation.to(), operation.mapping());
    }

    private String alter(QualifiedName type) {
        return "ALTER TYPE " + dialect.name(type) + " ";
    }

    private List<String> swap(EnumSwap swap, Map<String, String> mapping) {
        EnumType type = swap.type();
        QualifiedName old = type.name().sibling(DefaultNames.of(type.name().name(), "old"));
        List<String> statements = new ArrayList<>();
        statements.add(alter(type.name()) + "RENAME TO " + dialect.quote(old.name()));
        statements.addAll(new NewTypeSql(dialect).statements(type));
        swap.uses().forEach(use -> statements.addAll(convert(use, type, mapping)));
        statements.add("DROP TYPE " + dialect.name(old));
        return statements;
    }

    private List<String> convert(EnumUse use, EnumType type, Map<String, String> mapping) {
        String alter =
                "ALTER TABLE " + dialect.name(use.table()) + " ALTER COLUMN " + dialect.quote(use.column()) + " ";
        String newType = dialect.name(type.name()) + (use.array() ? "[]" : "");
        List<String> statements = new ArrayList<>();
        if (use.defaultExpression() != null) {
            statements.add(alter + "DROP DEFAULT");
        }
        statements.add(alter + "TYPE " + newType + " USING " + converted(use, mapping) + "::" + newType);
        if (use.defaultExpression() != null) {
            statements.add(alter + "SET DEFAULT " + use.defaultExpression());
        }
        return statements;
    }

    private String converted(EnumUse use, Map<String, String> mapping) {
        String value = dialect.quote(use.column()) + "::text" + (use.array() ? "[]" : "");
        if (mapping.isEmpty()) {
            return value;
        }
        if (use.array()) {
            for (Map.Entry<String, String> entry : mapping.entrySet()) {
                value = "array_replace(" + value + ", " + Identifiers.literal(entry.getKey()) + ", "
                        + Identifiers.literal(entry.getValue()) + ")";
            }
            return value;
        }
        StringBuilder text = new StringBuilder("(CASE ").append(value);
        mapping.forEach((from, to) -> text.append(" WHEN ")
                .append(Identifiers.literal(from))
                .append(" THEN ")
                .append(Identifiers.literal(to)));
        return text.append(" ELSE ").append(value).append(" END)").toString();
    }
}
