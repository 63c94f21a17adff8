/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.migration;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Allows what {@code lint} finds in a revision that is a Java class, as the comment {@code -- lint: allow} does above a
 * statement of a script. It is for all statements of the class.
 *
 * @since 0.1
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(AllowFinding.All.class)
public @interface AllowFinding {

    /** {@return the name of the rule, such as {@code type-change-rewrite}} */
    String rule();

    /** {@return why it is allowed} */
    String reason();

    /** {@return the last day on which it is allowed, such as {@code 2027-03-31}; empty for always} */
    String until() default "";

    /**
     * Several of them.
     *
     * @since 0.1
     */
    @Documented
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface All {

        /** {@return all of them} */
        AllowFinding[] value();
    }
}
