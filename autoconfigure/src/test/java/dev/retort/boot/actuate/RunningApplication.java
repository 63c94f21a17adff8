/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** An application with a real server on a separate port, and a client for it. */
final class RunningApplication implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext context;

    private RunningApplication(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** What the server answered. */
    record Answer(int status, String text, String contentType) {

        /** {@return the value at a JSON pointer; a missing node when there is none} */
        JsonNode at(String pointer) {
            return text.startsWith("{") ? JSON.readTree(text).at(pointer) : MissingNode.getInstance();
        }

        /** {@return the texts of an array, or of the given field of its objects} */
        List<String> texts(String pointer, String... field) {
            List<String> texts = new ArrayList<>();
            at(pointer)
                    .forEach(each -> texts.add(
                            field.length == 0
                                    ? each.asString()
                                    : each.path(field[0]).asString()));
            return texts;
        }
    }

    static RunningApplication start(WebApplicationType type, List<Class<?>> sources, Map<String, String> properties) {
        SpringApplication application = new SpringApplication(sources.toArray(Class<?>[]::new));
        application.setWebApplicationType(type);
        application.setBannerMode(Banner.Mode.OFF);
        Map<String, Object> defaults = new LinkedHashMap<>();
        defaults.put("server.port", "0");
        defaults.putAll(properties);
        application.setDefaultProperties(defaults);
        return new RunningApplication(application.run());
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    Answer get(@Nullable String user, String path) {
        return send(user, path, builder -> builder.GET());
    }

    /** Reads with a header Accept of the caller's; {@code null} for none. */
    Answer get(@Nullable String user, String path, @Nullable String accept) {
        return send(user, path, accept, builder -> builder.GET());
    }

    /** {@return the URL of a path of the default configuration} */
    String url(String path) {
        return uri(path).toString();
    }

    /** Posts JSON to an operation of the endpoint. */
    Answer post(@Nullable String user, String operation, Map<String, ?> body) {
        return postText(user, "/actuator/migrations/" + operation, "application/json", JSON.writeValueAsString(body));
    }

    Answer postText(@Nullable String user, String path, String contentType, String body) {
        return send(
                user,
                path,
                builder -> builder.header("Content-Type", contentType).POST(BodyPublishers.ofString(body)));
    }

    private Answer send(@Nullable String user, String path, UnaryOperator<HttpRequest.Builder> method) {
        return send(user, path, "application/json", method);
    }

    private Answer send(
            @Nullable String user, String path, @Nullable String accept, UnaryOperator<HttpRequest.Builder> method) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        if (accept != null) {
            request.header("Accept", accept);
        }
        if (user != null) {
            request.header("Authorization", "Basic " + encoded(user + ":" + user));
        }
        try {
            HttpResponse<String> response = CLIENT.send(method.apply(request).build(), BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("Content-Type").orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Maps a path of the default configuration to this one. */
    private URI uri(String path) {
        Environment environment = context.getEnvironment();
        String server = environment.getRequiredProperty("local.server.port");
        boolean isEndpoint = path.startsWith("/actuator");
        String port = isEndpoint ? environment.getProperty("local.management.port", server) : server;
        String moved = isEndpoint ? environment.getProperty("test.moved-to", "/actuator/migrations") : "";
        return URI.create("http://localhost:" + port + path.replaceFirst("^/actuator/migrations", moved));
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static List<Class<?>> sources(Class<?>... more) {
        return Stream.concat(Stream.of(TestApplication.class, AuditLog.class), Arrays.stream(more))
                .toList();
    }

    @Override
    public void close() {
        context.close();
    }
}
