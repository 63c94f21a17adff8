/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.boot.MigrationStrategy;
import java.util.Optional;
import liquibase.integration.spring.SpringLiquibase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.EmbeddedDataSourceConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Another tool beside Retort. */
@ExtendWith(OutputCaptureExtension.class)
class OtherMigrationToolsTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(RetortAutoConfiguration.class))
            .withUserConfiguration(EmbeddedDataSourceConfiguration.class)
            .withBean("doNothing", MigrationStrategy.class, () -> retort -> Optional.empty());

    @Test
    void warnsThatAnotherToolMigratesToo(CapturedOutput output) {
        runner.withBean("liquibase", SpringLiquibase.class, OtherMigrationToolsTests::switchedOff)
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(output).containsPattern("WARN.*liquibase also migrates at startup.");
                });
    }

    @Test
    void refusesToAdoptWhatAnotherToolMigratesToo() {
        runner.withBean("liquibase", SpringLiquibase.class, OtherMigrationToolsTests::switchedOff)
                .withPropertyValues("retort.on-non-empty-schema=adopt")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("The database was not adopted: liquibase migrates it at start too."));
    }

    @Test
    void reportsNothingWhenThereIsNone(CapturedOutput output) {
        runner.run(context -> assertThat(output).doesNotContain("Beside Retort"));
    }

    private static SpringLiquibase switchedOff() {
        SpringLiquibase liquibase = new SpringLiquibase();
        liquibase.setShouldRun(false);
        return liquibase;
    }
}
