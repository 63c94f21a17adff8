/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.JavaCommand;
import dev.retort.test.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;

/** A process whose start fails, with the actuator and its startup metrics. */
class FailedStartTests {

    /** The application of the tests, in a separate process. */
    static final class Application {

        private Application() {}

        public static void main(String[] arguments) {
            SpringApplication application = new SpringApplication(TestApplication.class);
            application.setWebApplicationType(WebApplicationType.SERVLET);
            application.run(arguments);
        }
    }

    @Test
    void endsWithStatus1AndTheFailureAnalysis(@TempDir Path folder) throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            Path log = folder.resolve("start.log");
            List<String> command = JavaCommand.of(
                    Application.class.getName(),
                    "--server.port=0",
                    "--spring.datasource.url=" + database.url(),
                    "--spring.datasource.username=" + database.user(),
                    "--retort.locations=classpath:db/failing");

            int status = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();

            String printed = Files.readString(log);
            assertThat(status).as(printed).isEqualTo(1);
            assertThat(printed).contains("APPLICATION FAILED TO START").doesNotContain("\tat ");
            List<String> action = printed.substring(printed.indexOf("Action:"))
                    .strip()
                    .lines()
                    .toList();
            assertThat(action).hasSize(3);
            assertThat(action.get(2)).contains("Fix the script");
        }
    }
}
