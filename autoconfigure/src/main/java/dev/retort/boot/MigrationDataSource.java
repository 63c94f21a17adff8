/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.beans.factory.annotation.Qualifier;

/**
 * Marks the {@code DataSource} bean that migrations use, when it is not the one that the application uses.
 *
 * <p>Declared as {@code @Bean(defaultCandidate = false)} it does not get in the way of the application's own.
 *
 * @since 0.1
 */
@Target({ElementType.METHOD, ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Qualifier
public @interface MigrationDataSource {}
