/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.catalog;

import dev.retort.internal.catalog.query.CatalogRow;
import dev.retort.internal.catalog.query.ObjectAddress;
import dev.retort.schema.CompositeType;
import dev.retort.schema.Domain;
import dev.retort.schema.EnumType;
import dev.retort.schema.RangeType;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.Constraint.Check;
import dev.retort.schema.part.DataType;
import dev.retort.schema.part.Grant;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts types together from what the catalog has of them. */
final class TypeReader {

    private final Found found;
    private final List<TypeRow> types;
    private final ByOwner<Check> checks = new ByOwner<>();
    private final Map<Long, String> ranges = new HashMap<>();

    private TypeReader(Found found, List<TypeRow> types) {
        this.found = found;
        this.types = types;
    }

    /** Reads the types of these schemas, but for the attributes of composite types. */
    static TypeReader read(Found found, List<String> schemas) throws SQLException {
        TypeReader reader = new TypeReader(found, found.session().query("types", TypeRow::read, schemas));
        reader.types.forEach(reader::name);
        found.session().query("domain_checks", reader::addCheck, schemas);
        found.session().query("ranges", row -> reader.ranges.put(row.number("type"), row.text("definition")), schemas);
        return reader;
    }

    private void name(TypeRow type) {
        found.names().add(type.address(), type.key());
        if (type.attributes() != 0) {
            found.names().add(ObjectAddress.relation(type.attributes()), type.key());
        }
    }

    private Check addCheck(CatalogRow row) throws SQLException {
        ObjectAddress address = ObjectAddress.of("pg_constraint", row.number("oid"));
        Check check = new Check(
                row.text("name"),
                row.expression("expression"),
                false,
                row.flag("validated"),
                true,
                false,
                found.annotations().comment(address));
        ObjectKey domain = found.names().find(ObjectAddress.type(row.number("domain")));
        if (domain != null) {
            found.names().add(address, domain);
        }
        checks.add(row.number("domain"), check);
        return check;
    }

    /** {@return the oids of the relations that have the attributes of composite types} */
    Stream<Long> relationsOfAttributes() {
        return types.stream().map(TypeRow::attributes).filter(oid -> oid != 0);
    }

    /** {@return the types that are not described} */
    List<ObjectKey> others() {
        return types.stream()
                .filter(type -> !type.isDescribed())
                .map(TypeRow::key)
                .toList();
    }

    /** {@return the types of the kinds that are described} */
    List<SchemaObject> described(ByOwner<Column> columns) {
        return types.stream()
                .filter(TypeRow::isDescribed)
                .map(type -> describe(type, columns))
                .toList();
    }

    private SchemaObject describe(TypeRow type, ByOwner<Column> columns) {
        List<Grant> grants = found.annotations().grants(type.address());
        String comment = found.annotations().comment(type.address());
        return switch (type.kind()) {
            case 'e' -> new EnumType(type.name(), type.labels(), grants, comment);
            case 'c' -> new CompositeType(type.name(), columns.of(type.attributes()), grants, comment);
            case 'r' -> new RangeType(type.name(), Objects.requireNonNull(ranges.get(type.oid())), grants, comment);
            default -> domain(type, grants, comment);
        };
    }

    private Domain domain(TypeRow type, List<Grant> grants, @Nullable String comment) {
        return new Domain(
                type.name(),
                new DataType(type.baseType()),
                type.collation(),
                type.defaultExpression(),
                type.notNull(),
                checks.of(type.oid()),
                grants,
                comment);
    }
}
