/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.failure;

import dev.retort.boot.datasource.DataSourceUrl;
import dev.retort.boot.datasource.MigrationDataSourceException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Analyzes a {@code spring.datasource.url} from which Spring Boot creates no {@code DataSource}, such as the
 * {@code postgres:} URL that hosting platforms provide.
 */
@Order(0)
final class DataSourceUrlFailureAnalyzer implements FailureAnalyzer {

    private static final String BEAN = "dataSource";

    private final @Nullable String url;

    DataSourceUrlFailureAnalyzer(Environment environment) {
        this.url = environment.getProperty("spring.datasource.url");
    }

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (@Nullable Throwable cause = failure; url != null && cause != null; cause = cause.getCause()) {
            if (cause instanceof BeanCreationException creation && BEAN.equals(creation.getBeanName())) {
                MigrationDataSourceException problem = DataSourceUrl.problem(url);
                return problem == null ? null : analysis(problem);
            }
        }
        return null;
    }

    private static FailureAnalysis analysis(MigrationDataSourceException problem) {
        String description =
                new FailureText(problem.what()).paragraph(problem.why()).toString();
        return new FailureAnalysis(description, problem.action(), problem);
    }
}
