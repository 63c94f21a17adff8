/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo;

import dev.retort.test.TestDatabase;
import java.util.UUID;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The complete application on its own port and migrated database, shared by all subclasses. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class RunningShop {

    /** Lives until the process ends, as the cached application does. */
    private static final TestDatabase DATABASE = TestDatabase.create();

    @LocalServerPort
    private int port;

    /** Takes precedence over the environment and {@code .env} of the machine that runs the tests. */
    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) {
        properties.add("POSTGRES_HOST", () -> "localhost");
        properties.add("POSTGRES_PORT", DATABASE::port);
        properties.add("POSTGRES_DB", DATABASE::name);
        properties.add("POSTGRES_USER", DATABASE::user);
        properties.add("POSTGRES_PASSWORD", () -> "");
        properties.add("demo.users.reader.password", () -> "of the reader");
        properties.add("demo.users.operator.password", () -> "of the operator");
    }

    /** {@return the database of the application} */
    protected final TestDatabase database() {
        return DATABASE;
    }

    /** {@return a client without credentials} */
    protected final RestTestClient anonymous() {
        return RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }

    /** {@return a client that may read} */
    protected final RestTestClient reader() {
        return as("reader");
    }

    /** {@return a client that may do everything} */
    protected final RestTestClient operator() {
        return as("operator");
    }

    private RestTestClient as(String user) {
        return anonymous()
                .mutate()
                .defaultHeaders(headers -> headers.setBasicAuth(user, "of the " + user))
                .build();
    }

    /** Posts as the operator's browser would, with the CSRF token in cookie and header. */
    protected final RestTestClient.ResponseSpec post(String path, String json) {
        String token = UUID.randomUUID().toString();
        return operator()
                .post()
                .uri(path)
                .cookie("XSRF-TOKEN", token)
                .header("X-XSRF-TOKEN", token)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json)
                .exchange();
    }

    /** Reads as the reader. */
    protected final RestTestClient.ResponseSpec get(String path) {
        return reader().get().uri(path).exchange();
    }
}
