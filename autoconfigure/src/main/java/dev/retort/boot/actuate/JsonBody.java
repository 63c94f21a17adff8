/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import dev.retort.boot.actuate.answer.RequestRefusedException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * The body of a write request, parsed strictly: one object of scalar values, no duplicate key, nothing after it. The
 * application's own parser receives these values serialized again in ASCII, so it cannot read the body differently.
 */
final class JsonBody {

    static final int MAX_BYTES = 64 * 1024;

    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final Map<String, @Nullable String> values = new LinkedHashMap<>();

    private JsonBody() {}

    /**
     * Reads a body.
     *
     * @param bytes all of it, or more than {@link #MAX_BYTES} of it
     * @return its values, or why they are refused
     */
    static Inspection inspect(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return tooLong();
        }
        JsonBody body = new JsonBody();
        RequestRefusedException refusal = null;
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes)) {
            body.read(parser);
        } catch (RequestRefusedException e) {
            refusal = e;
        } catch (JacksonException e) {
            refusal = unusable("It is not JSON.");
        }
        return new Inspection(body.values, refusal);
    }

    static Inspection tooLong() {
        return Inspection.NOTHING_SENT.refusing(unusable("It is longer than " + MAX_BYTES + " bytes."));
    }

    private void read(JsonParser parser) {
        JsonToken token = parser.nextToken();
        if (token == null) {
            return;
        }
        if (token != JsonToken.START_OBJECT) {
            throw unusable("It is not a JSON object.");
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            if (values.containsKey(key)) {
                throw RequestRefusedException.unusable(
                        "The body contains the key '" + key + "' more than once.",
                        "Retort does not choose between duplicate values.",
                        "Send it once.");
            }
            values.put(key, value(parser));
        }
        if (parser.nextToken() != null) {
            throw unusable("There is text after the object.");
        }
    }

    private static @Nullable String value(JsonParser parser) {
        JsonToken token = parser.nextToken();
        if (token == null || !token.isScalarValue()) {
            throw unusable("A value is an object or an array.");
        }
        return token == JsonToken.VALUE_NULL ? null : parser.getString();
    }

    private static RequestRefusedException unusable(String why) {
        return RequestRefusedException.unusable(
                "The request body is invalid.",
                why,
                "Send {\"revision\": \"...\", \"dryRun\": \"true\" or \"false\"}.");
    }

    /** {@return a body with these values} */
    static byte[] write(Map<String, @Nullable String> values) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            generator.writeStartObject();
            values.forEach((key, value) -> {
                generator.writeName(key);
                generator.writeString(value);
            });
            generator.writeEndObject();
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
