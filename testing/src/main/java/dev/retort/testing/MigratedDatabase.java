/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test a migrated database of its own: migrated once, copied for each test, dropped after it.
 *
 * <p>On a class, parameters of its tests may be a {@link javax.sql.DataSource}, a
 * {@link dev.retort.testing.database.TestDatabase} or a {@link dev.retort.Retort}, all of the same database; on a parameter, that
 * one is of a database with the target named there. What a constructor or a {@code @BeforeEach} asks for is the database of the
 * test that follows; what a {@code @BeforeAll} asks for is one for the whole class.
 *
 * <p>On a class with a Spring Boot context the application's {@code DataSource} leads to such a database, which the context has
 * as long as it is cached: classes with equal configurations share both.
 *
 * @since 0.1
 */
@Target({ElementType.TYPE, ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(MigratedDatabaseExtension.class)
public @interface MigratedDatabase {

    /** {@return how far it is migrated: any target of an upgrade, or {@code base} for not at all} */
    String target() default "heads";
}
