/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing;

import dev.retort.RetortSettings;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Supplier;

/**
 * Says which migrations a test class is about; on the class, on one that encloses it, or on an annotation of one's own. Without
 * it they are those of {@code classpath:db/migrations}. A test of a Spring Boot application needs none: the application's
 * properties say it.
 *
 * @since 0.1
 */
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
public @interface Migrations {

    /** {@return where scripts are: {@code retort.locations}} */
    String[] locations() default "classpath:db/migrations";

    /** {@return packages with Java revisions: {@code retort.java-packages}} */
    String[] javaPackages() default {};

    /** {@return {@code name=value} for each placeholder: {@code retort.placeholders}} */
    String[] placeholders() default {};

    /** {@return the model that the migrations must match, such as {@code sql:schema.sql}: {@code retort.model}} */
    String model() default "";

    /**
     * {@return the revision after which {@link MigrationTests#areSafe} judges revisions: those up to it are applied everywhere;
     * empty for none}
     */
    String safeSince() default "";

    /** {@return the roles that scripts refer to; those that the server of the tests lacks are made, without a login} */
    String[] roles() default {};

    /** {@return what says all settings instead, but for the roles; it has a constructor without parameters} */
    Class<? extends Supplier<RetortSettings>> settings() default None.class;

    /** Says that the settings are those of the annotation. */
    final class None implements Supplier<RetortSettings> {

        private None() {}

        @Override
        public RetortSettings get() {
            throw new UnsupportedOperationException("Only its class is used");
        }
    }
}
