/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.scratch;

import dev.retort.internal.sql.Identifiers;
import dev.retort.model.ModelStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The objects of a scratch database before the model runs: it is the real database's, not the model's.
 *
 * @param schemas the schemas that were made
 * @param extensions the extensions that were made
 * @param missing the extensions of the real database that could not be made
 */
public record PreparedObjects(List<String> schemas, List<String> extensions, List<MissingExtension> missing) {

    private static final String DUPLICATE_SCHEMA = "42P06";
    private static final String DUPLICATE_OBJECT = "42710";

    /** Copies the lists. */
    public PreparedObjects {
        schemas = List.copyOf(schemas);
        extensions = List.copyOf(extensions);
        missing = List.copyOf(missing);
    }

    /**
     * An extension that the real database has and the scratch database has not.
     *
     * @param name its name
     * @param reason what the server said
     */
    public record MissingExtension(String name, String reason) {}

    /** {@return whether a statement failed only because what it makes was made before} */
    boolean have(ModelStatement statement, SQLException error) {
        List<String> tokens = statement.tokens();
        if (tokens.size() < 3 || !tokens.get(0).equals("create")) {
            return false;
        }
        if (DUPLICATE_SCHEMA.equals(error.getSQLState())) {
            boolean alone =
                    tokens.size() == 3 || (tokens.size() == 5 && tokens.get(3).equals("authorization"));
            return alone && names(schemas, tokens.get(2));
        }
        return DUPLICATE_OBJECT.equals(error.getSQLState())
                && tokens.get(1).equals("extension")
                && names(extensions, tokens.get(2));
    }

    private static boolean names(List<String> names, String token) {
        return names.stream()
                .anyMatch(name -> Identifiers.quote(name).equals(token) || ('"' + name + '"').equals(token));
    }

    /** {@return a sentence for each extension that is missing, for the message of a statement that failed} */
    String describeMissing() {
        return missing.stream()
                .map(extension -> " The extension " + extension.name()
                        + " of the real database could not be created here: " + extension.reason() + ".")
                .collect(Collectors.joining());
    }
}
