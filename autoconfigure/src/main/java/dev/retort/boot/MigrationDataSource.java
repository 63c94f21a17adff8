/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.beans.factory.annotation.Qualifier;

/**
 * Qualifies the {@code DataSource} bean for migrations, if it differs from the application's.
 *
 * <p>Declare it as {@code @Bean(defaultCandidate = false)}, so that it is not injected into other beans of the
 * application.
 *
 * @since 0.1
 */
@Target({ElementType.METHOD, ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Qualifier
public @interface MigrationDataSource {}
