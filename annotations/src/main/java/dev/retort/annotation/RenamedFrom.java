/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares the former name of an entity's table or a field's column: a generated script then renames it and keeps the
 * rows, instead of dropping the former and creating a new one.
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
 * <p>Retort renames only if the database has the former name and not the present one, and the model does not use the
 * former name for another object. The annotation has no effect after the rename.
 *
 * <p>On a class it applies to the entity's own table. On a field or its getter it applies to the column, or to the
 * table of a collection. It is not allowed on a field with several columns, such as an embedded object; use it on the
 * fields of the embedded class.
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD})
public @interface RenamedFrom {

    /** {@return the former names in the database, without schema} */
    String[] value();
}
