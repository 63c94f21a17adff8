/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.packed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON into maps, lists, texts, numbers, booleans and {@code null}. */
final class JsonText {

    private final JsonParser json;

    private JsonText(JsonParser json) {
        this.json = json;
    }

    /**
     * {@return the value that a text is}
     *
     * @throws IllegalArgumentException when it is no JSON
     */
    static @Nullable Object parse(String text) {
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
            Object value = new JsonText(json).value(json.nextToken());
            if (json.nextToken() != null) {
                throw wrong(json.currentTokenLocation(), null);
            }
            return value;
        } catch (JacksonException e) {
            throw wrong(e.getLocation(), e);
        }
    }

    private @Nullable Object value(@Nullable JsonToken token) {
        if (token == null) {
            throw wrong(json.currentLocation(), null);
        }
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> json.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw wrong(json.currentTokenLocation(), null);
        };
    }

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            object.put(key, value(json.nextToken()));
        }
        return object;
    }

    private List<@Nullable Object> array() {
        List<@Nullable Object> array = new ArrayList<>();
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            array.add(value(token));
        }
        return array;
    }

    private static IllegalArgumentException wrong(@Nullable TokenStreamLocation at, @Nullable JacksonException cause) {
        return new IllegalArgumentException(
                "It is no JSON" + (at == null ? "" : " at character " + (at.getCharOffset() + 1)), cause);
    }
}
