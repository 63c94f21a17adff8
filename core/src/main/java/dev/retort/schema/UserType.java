/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.schema;

import dev.retort.schema.name.QualifiedName;

/**
 * A user-defined type.
 *
 * @since 0.1
 */
public sealed interface UserType extends SchemaObject permits EnumType, CompositeType, RangeType, Domain {

    /** {@return its name} */
    QualifiedName name();
}
