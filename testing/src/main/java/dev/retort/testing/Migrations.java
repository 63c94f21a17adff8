/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing;

import dev.retort.RetortSettings;
import dev.retort.settings.ObjectSettings;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Supplier;

/**
 * Selects the migrations of a test class; on the class, an enclosing class, or as a meta-annotation. Without it the
 * migrations are those of {@code classpath:db/migrations}. A test of a Spring Boot application uses the application's
 * properties instead.
 *
 * @since 0.1
 */
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
public @interface Migrations {

    /** {@return the script locations: {@code retort.locations}} */
    String[] locations() default "classpath:db/migrations";

    /** {@return packages with Java revisions: {@code retort.java-packages}} */
    String[] javaPackages() default {};

    /** {@return {@code name=value} for each placeholder: {@code retort.placeholders}} */
    String[] placeholders() default {};

    /** {@return the model that the migrations must match, such as {@code sql:schema.sql}: {@code retort.model}} */
    String model() default "";

    /** {@return the location of the object files that the migrations must match, or {@code none}: {@code retort.objects}} */
    String objects() default ObjectSettings.DEFAULT;

    /**
     * {@return the revision after which {@link MigrationTests#areSafe} judges revisions: those up to it are applied
     * everywhere;
     * empty for none}
     */
    String safeSince() default "";

    /** {@return the roles that scripts refer to; missing ones are created without LOGIN on the server of the tests} */
    String[] roles() default {};

    /** {@return a class that supplies all settings except the roles; it has a constructor without parameters} */
    Class<? extends Supplier<RetortSettings>> settings() default None.class;

    /** Default value: the settings are those of the annotation. */
    final class None implements Supplier<RetortSettings> {

        private None() {}

        @Override
        public RetortSettings get() {
            throw new UnsupportedOperationException("Only its class is used");
        }
    }
}
