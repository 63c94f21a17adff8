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
 * Gives each test its own migrated database, a copy of a template database that is migrated once. It is dropped after
 * the test.
 *
 * <p>On a class, parameters of its tests can be a {@link javax.sql.DataSource}, a
 * {@link dev.retort.testing.database.TestDatabase} or a {@link dev.retort.Retort}, all of the same database; on a
 * parameter, it applies to that parameter. A constructor and a {@code @BeforeEach} method get the database of the
 * following test; a {@code @BeforeAll} method gets one for the whole class.
 *
 * <p>On a class with a Spring Boot context the application's {@code DataSource} uses such a database, which is dropped
 * with the context: classes with equal configurations share both.
 *
 * @since 0.1
 */
@Target({ElementType.TYPE, ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(MigratedDatabaseExtension.class)
public @interface MigratedDatabase {

    /** {@return the target of the migration: any target of an upgrade, or {@code base} for an empty database} */
    String target() default "heads";
}
