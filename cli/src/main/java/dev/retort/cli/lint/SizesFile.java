/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.lint;

import dev.retort.cli.output.JsonAnswer;
import dev.retort.error.RetortException;
import dev.retort.lint.RelationSize;
import dev.retort.lint.Sizes;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The file that {@code sizes} writes and {@code lint --sizes} reads. */
public final class SizesFile {

    private SizesFile() {}

    /** {@return the text of the file} */
    public static String write(Sizes sizes) {
        Map<String, Object> tables = new LinkedHashMap<>();
        sizes.tables().forEach((name, size) -> {
            Map<String, Object> table = new LinkedHashMap<>();
            table.put("rows", size.rows());
            table.put("heapBytes", size.heapBytes());
            table.put("toastBytes", size.toastBytes());
            table.put("indexBytes", size.indexBytes());
            tables.put(name, table);
        });
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("tables", tables);
        answer.put("indexes", new LinkedHashMap<>(sizes.indexes()));
        return JsonAnswer.text(answer);
    }

    /**
     * Reads a file.
     *
     * @throws RetortException when it cannot be read, or is not one of {@code sizes}
     */
    public static Sizes read(Path file) {
        try (Reader reader = java.nio.file.Files.newBufferedReader(file, StandardCharsets.UTF_8);
                JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), reader)) {
            return sizes(json);
        } catch (java.io.IOException | JacksonException | IllegalStateException e) {
            throw new RetortException(
                    "The sizes in " + file + " cannot be read.",
                    String.valueOf(e.getMessage()).lines().findFirst().orElse("") + ".",
                    "Write the file with `sizes -o " + file + "`.",
                    e);
        }
    }

    private static Sizes sizes(JsonParser json) {
        Map<String, RelationSize> tables = new HashMap<>();
        Map<String, Long> indexes = new HashMap<>();
        expect(json.nextToken(), JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String part = json.currentName();
            expect(json.nextToken(), JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                json.nextToken();
                if (part.equals("tables")) {
                    tables.put(name, table(json));
                } else if (part.equals("indexes")) {
                    indexes.put(name, json.getLongValue());
                } else {
                    json.skipChildren();
                }
            }
        }
        return new Sizes(tables, indexes);
    }

    private static RelationSize table(JsonParser json) {
        expect(json.currentToken(), JsonToken.START_OBJECT);
        Map<String, Long> values = new HashMap<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = json.currentName();
            json.nextToken();
            values.put(key, json.getLongValue());
        }
        return new RelationSize(
                values.getOrDefault("rows", -1L),
                values.getOrDefault("heapBytes", 0L),
                values.getOrDefault("toastBytes", 0L),
                values.getOrDefault("indexBytes", 0L));
    }

    private static void expect(@org.jspecify.annotations.Nullable JsonToken found, JsonToken wanted) {
        if (found != wanted) {
            throw new IllegalStateException("There is " + found + " where " + wanted + " belongs");
        }
    }
}
