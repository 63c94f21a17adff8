/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;

/**
 * Spring Boot's default security, with only a user configured: it requires a CSRF token before the endpoint is reached.
 */
abstract class DefaultSecurityOverHttp extends MigrationsOverHttp {

    private static final String DOWNGRADE = "{\"revision\": \"-1\", \"dryRun\": \"false\"}";

    private HttpClient client = HttpClient.newHttpClient();

    DefaultSecurityOverHttp(WebApplicationType type, Class<?> tokens) {
        super(type, tokens);
        property("management.endpoint.migrations.access", "unrestricted");
        property("spring.security.user.name", "operator");
        property("spring.security.user.password", "operator");
        property("spring.security.user.roles", "MIGRATIONS_ADMIN");
    }

    @BeforeEach
    void withoutCookies() {
        client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    /** {@return what Spring Security answers to a write without a token} */
    abstract int refusal();

    @Test
    void refusesAWriteWithoutATokenBeforeTheEndpointHearsOfIt() throws Exception {
        HttpResponse<String> answer = post("X-None", "none");

        assertThat(answer.statusCode()).isEqualTo(refusal());
        assertIsAt(THIRD);
        assertThat(audit().events()).isEmpty();
    }

    @Test
    void runsAWriteWithTheToken() throws Exception {
        HttpResponse<String> token = send(request("/csrf").GET());

        HttpResponse<String> answer = post("X-CSRF-TOKEN", token.body());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertIsAt(SECOND);
        assertThat(onlyAuditEvent().getPrincipal()).isEqualTo("operator");
    }

    final HttpResponse<String> post(String header, String value) throws Exception {
        return send(request("/actuator/migrations/downgrade")
                .header("Content-Type", "application/json")
                .header(header, value)
                .POST(BodyPublishers.ofString(DOWNGRADE)));
    }

    private HttpRequest.Builder request(String path) {
        String port = application().context().getEnvironment().getRequiredProperty("local.server.port");
        String credentials = Base64.getEncoder().encodeToString("operator:operator".getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Basic " + credentials);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
