/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.output;

import java.io.StringWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** Writes maps, lists and scalar values as JSON, one value to a line. */
public final class JsonAnswer {

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator generator;

    private JsonAnswer(JsonGenerator generator) {
        this.generator = generator;
    }

    public static String text(Object answer) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(new Indented(), text)) {
            new JsonAnswer(generator).write(answer);
        }
        return text.toString();
    }

    private void write(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            write(map);
        } else if (value instanceof Iterable<?> elements) {
            generator.writeStartArray();
            elements.forEach(this::write);
            generator.writeEndArray();
        } else if (value instanceof Boolean truth) {
            generator.writeBoolean(truth);
        } else if (value instanceof Integer || value instanceof Long) {
            generator.writeNumber(((Number) value).longValue());
        } else if (value == null || value instanceof String) {
            generator.writeString((String) value);
        } else {
            throw new IllegalArgumentException(
                    "An answer has no " + value.getClass().getName());
        }
    }

    private void write(Map<?, ?> map) {
        generator.writeStartObject();
        map.forEach((key, value) -> {
            generator.writeName((String) key);
            write(value);
        });
        generator.writeEndObject();
    }

    private static final class Indented extends ObjectWriteContext.Base {

        private final PrettyPrinter printer = new DefaultPrettyPrinter();

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return printer;
        }
    }
}
