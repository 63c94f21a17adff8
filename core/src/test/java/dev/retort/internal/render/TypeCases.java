/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render;

import static dev.retort.internal.render.OperationCases.column;
import static dev.retort.internal.render.OperationCases.defaultTo;
import static dev.retort.internal.render.OperationCases.table;

import dev.retort.operation.DomainOperation.AddDomainConstraint;
import dev.retort.operation.DomainOperation.AlterDomainDefault;
import dev.retort.operation.DomainOperation.SetDomainNotNull;
import dev.retort.operation.DomainOperation.ValidateDomainConstraint;
import dev.retort.operation.EnumOperation.AddEnumValue;
import dev.retort.operation.EnumOperation.RenameEnumValue;
import dev.retort.operation.EnumOperation.ReplaceEnum;
import dev.retort.operation.TypeOperation.AddAttribute;
import dev.retort.operation.TypeOperation.AlterAttributeType;
import dev.retort.operation.TypeOperation.CreateType;
import dev.retort.operation.TypeOperation.DropAttribute;
import dev.retort.operation.TypeOperation.DropType;
import dev.retort.operation.value.ColumnType;
import dev.retort.operation.value.EnumSwap;
import dev.retort.operation.value.EnumUse;
import dev.retort.schema.CompositeType;
import dev.retort.schema.Domain;
import dev.retort.schema.EnumType;
import dev.retort.schema.RangeType;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.ColumnValue;
import dev.retort.schema.part.Constraint.Check;
import dev.retort.schema.part.DataType;
import dev.retort.schema.part.Grant;
import java.util.List;
import java.util.Map;

/** Cases of types and domains. */
final class TypeCases {

    private static final QualifiedName MOOD = table("mood");
    private static final String MOODS = "CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy')";
    private static final String USED = MOODS + """
            ;
            CREATE TABLE t (m mood DEFAULT 'ok', many mood[]);
            INSERT INTO t VALUES ('sad', '{ok,sad}'), ('happy', NULL)""";
    private static final List<EnumUse> USES = List.of(
            new EnumUse(table("t"), "m", false, "'ok'::public.mood"), new EnumUse(table("t"), "many", true, null));

    private TypeCases() {}

    private static EnumType mood(String... labels) {
        return new EnumType(MOOD, List.of(labels), List.of(), null);
    }

    static List<OperationCase> types() {
        EnumType annotated =
                new EnumType(MOOD, List.of("it's", "ok"), List.of(new Grant("", "USAGE", false, true)), "How");
        CompositeType pair = new CompositeType(
                table("pair"), List.of(column("a", "integer"), column("b", "text")), List.of(), "Two");
        String pairs = "CREATE TYPE pair AS (a integer, b text)";
        return List.of(
                OperationCase.of("create an enum type", "", new CreateType(annotated)),
                OperationCase.of("create a composite type", "", new CreateType(pair)),
                OperationCase.of(
                        "create a range type",
                        "",
                        new CreateType(new RangeType(table("floats"), "subtype = double precision", List.of(), null))),
                OperationCase.of("create a domain", "", new CreateType(domain())),
                OperationCase.of("drop a type", MOODS, DropType.of(mood("sad", "ok", "happy"))),
                OperationCase.of("add an attribute", pairs, new AddAttribute(table("pair"), column("c", "date"))),
                OperationCase.of(
                        "drop an attribute", pairs, new DropAttribute(table("pair"), "b", false, column("b", "text"))),
                OperationCase.of(
                        "change the type of an attribute",
                        pairs,
                        new AlterAttributeType(
                                table("pair"),
                                "a",
                                ColumnType.of(new DataType("integer")),
                                ColumnType.of(new DataType("bigint")))));
    }

    private static Domain domain() {
        return new Domain(
                table("email"),
                new DataType("text"),
                "\"C\"",
                "''::text",
                true,
                List.of(
                        Check.of("email_check", "VALUE ~ '@'::text").withComment("Has an at"),
                        Check.of("email_short", "length(VALUE) < 320").withValidated(false)),
                List.of(),
                "An address");
    }

    static List<OperationCase> enums() {
        return List.of(
                OperationCase.of(
                        "add a value",
                        USED,
                        new AddEnumValue(
                                MOOD, "fine", null, "ok", false, new EnumSwap(mood("sad", "ok", "happy"), USES))),
                OperationCase.of(
                        "add a value at the beginning if it does not exist",
                        MOODS,
                        new AddEnumValue(
                                MOOD, "awful", "sad", null, true, new EnumSwap(mood("sad", "ok", "happy"), List.of()))),
                OperationCase.of("rename a value", USED, new RenameEnumValue(MOOD, "sad", "blue")),
                OperationCase.of(
                        "replace the values",
                        USED,
                        new ReplaceEnum(
                                mood("sad", "ok", "happy"),
                                new EnumSwap(mood("happy", "ok", "low"), USES),
                                Map.of("sad", "low"),
                                Map.of("low", "sad"))));
    }

    static List<OperationCase> domains() {
        QualifiedName d = table("d");
        String plain = "CREATE DOMAIN d AS integer";
        Check check = Check.of("d_check", "VALUE > 0");
        return List.of(
                OperationCase.of(
                        "set a default of a domain",
                        plain,
                        new AlterDomainDefault(d, ColumnValue.NONE, defaultTo("1"))),
                OperationCase.of("set NOT NULL of a domain", plain, new SetDomainNotNull(d, true)),
                OperationCase.of("add a constraint to a domain", plain, new AddDomainConstraint(d, check)),
                OperationCase.of(
                        "add a constraint to a domain without checking the rows",
                        plain,
                        new AddDomainConstraint(d, check.withValidated(false))),
                OperationCase.of(
                        "drop a constraint of a domain",
                        plain + " CONSTRAINT d_check CHECK (value > 0)",
                        new AddDomainConstraint(d, check).reverse()),
                OperationCase.of(
                        "validate a constraint of a domain",
                        plain + ";\nALTER DOMAIN d ADD CONSTRAINT d_check CHECK (value > 0) NOT VALID",
                        new ValidateDomainConstraint(d, "d_check", check)));
    }
}
