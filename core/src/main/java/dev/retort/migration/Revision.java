/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.migration;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a {@link Migration} as a revision and defines its place in the graph, as the header of a script does.
 *
 * <p>Classes with this annotation are found in the packages of {@code retort.java-packages} and their sub-packages.
 *
 * @since 0.1
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Revision {

    /** {@return the revision id, {@code [A-Za-z0-9_]+}} */
    String id();

    /** {@return the ids of the parents; none for a base, several for a merge} */
    String[] down() default {};

    /** {@return the branch labels of the revision} */
    String[] branchLabels() default {};

    /** {@return ids or labels of revisions of other branches that must be applied first} */
    String[] dependsOn() default {};

    /** {@return what it does, in a few words} */
    String message() default "";

    /** {@return when it was written, as a user may read it} */
    String created() default "";

    /**
     * {@return why the revision is irreversible; a downgrade that would cross it is then refused. Empty if it is
     * reversible}
     */
    String irreversible() default "";
}
