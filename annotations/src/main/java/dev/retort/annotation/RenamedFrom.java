/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what the table of an entity, or the column of a field, was called before: then a generated script renames it and keeps
 * its rows, in the place of dropping the one and making the other.
 *
 * <pre>{@code
 * @Entity
 * @RenamedFrom("client")
 * class Customer {
 *
 *     @RenamedFrom("mail")
 *     String email;
 * }
 * }</pre>
 *
 * <p>Only where the database has the former name and not the present one, and the model does not use the former name for
 * something else, is anything renamed: an annotation that stays after the rename was done does nothing.
 *
 * <p>On a class it is for the entity's own table. On a field, or its getter, it is for its column, or, where a collection has a
 * table of its own, for that. What stands for several columns, such as an embedded object, cannot have it; the fields of the
 * embedded class can.
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD})
public @interface RenamedFrom {

    /** {@return the former name as the database has it, without its schema; several where there were several} */
    String[] value();
}
