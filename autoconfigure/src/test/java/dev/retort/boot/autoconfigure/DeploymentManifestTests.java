/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.StartMode;
import dev.retort.boot.properties.RetortProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.yaml.snakeyaml.Yaml;

/** The manifests of deployment.md: their probes and variables are those of the application. */
class DeploymentManifestTests {

    private static final Path PAGE = Path.of("..", "docs", "deployment.md");

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static Map<String, ?> manifest(int index) throws IOException {
        return new Yaml().load(blocks("yaml").get(index));
    }

    private static Object at(Object node, Object... path) {
        Object result = node;
        for (Object step : path) {
            result = Objects.requireNonNull(
                    step instanceof Integer index ? ((List<?>) result).get(index) : ((Map<?, ?>) result).get(step));
        }
        return result;
    }

    @Test
    void theProbesAreThoseOfTheActuatorAndWaitForMigrations() throws IOException {
        Map<String, ?> probes = manifest(0);
        for (String probe : List.of("startupProbe", "livenessProbe")) {
            assertThat(at(probes, probe, "httpGet", "path")).isEqualTo("/actuator/health/liveness");
        }
        assertThat(at(probes, "readinessProbe", "httpGet", "path")).isEqualTo("/actuator/health/readiness");
        int seconds = (int) at(probes, "startupProbe", "periodSeconds")
                * (int) at(probes, "startupProbe", "failureThreshold");
        assertThat(blocks("yaml").get(0)).contains("# ten minutes for migrations");
        assertThat(seconds).isEqualTo(600);
    }

    @Test
    void theVariablesOfTheManifestAreSettings() throws IOException {
        Map<String, ?> pod = manifest(1);
        Map<String, Object> variables = new HashMap<>();
        List<?> ofJob = (List<?>) at(pod, "initContainers", 0, "env");
        ofJob.forEach(variable -> variables.put((String) at(variable, "name"), "from a secret"));
        List<?> ofService = (List<?>) at(pod, "containers", 0, "env");
        ofService.forEach(variable -> variables.put((String) at(variable, "name"), at(variable, "value")));
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("page-systemEnvironment", variables));

        RetortProperties bound = new Binder(ConfigurationPropertySources.get(environment))
                .bindOrCreate("retort", RetortProperties.class);

        assertThat(variables).hasSize(3);
        assertThat(bound.getUsername()).isEqualTo("from a secret");
        assertThat(bound.getPassword()).isEqualTo("from a secret");
        assertThat(bound.getOnStartup()).isEqualTo(StartMode.VALIDATE);
    }
}
