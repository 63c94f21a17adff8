/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.scratch;

import dev.retort.error.RetortException;
import dev.retort.internal.sql.StatementTraits;
import dev.retort.model.ModelDdl;
import dev.retort.model.ModelStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells what has no place in a scratch database because it would reach beyond the scratch database: statements on roles, databases
 * and other things that all databases of a server share, and those that begin and end transactions.
 */
public final class ServerWide {

    private static final Set<String> CHANGES = Set.of("create", "alter", "drop");
    private static final Set<String> SHARED =
            Set.of("database", "tablespace", "role", "user", "group", "subscription", "system", "parameter");

    private ServerWide() {}

    /** {@return where statements reach beyond one database, a line each} */
    public static List<String> in(List<ModelStatement> statements) {
        return statements.stream()
                .filter(statement -> isShared(statement.tokens()))
                .map(statement -> statement.origin() + ": " + shared(statement.tokens()))
                .toList();
    }

    /** Looks at all statements of a model before the first of them runs. */
    static void refuseIn(ModelDdl model) {
        List<String> problems = new ArrayList<>();
        List<ModelStatement> statements = new ArrayList<>(model.statements());
        model.objectFiles().forEach(file -> statements.addAll(file.statements()));
        for (ModelStatement statement : statements) {
            String refused = refused(statement);
            if (refused != null) {
                problems.add(statement.origin() + ": " + refused);
            }
        }
        if (!problems.isEmpty()) {
            throw new RetortException(
                    "The model " + model.name() + " contains statements that are refused.",
                    String.join("\n", problems),
                    "Remove them from the model; nothing was run.");
        }
    }

    private static @Nullable String refused(ModelStatement statement) {
        if (statement.item().traits() instanceof StatementTraits.TransactionControl control) {
            return control.command() + " is refused: each statement of a model runs on its own.";
        }
        List<String> tokens = statement.tokens();
        return isShared(tokens) ? shared(tokens) : null;
    }

    private static String shared(List<String> tokens) {
        return String.join(" ", tokens.subList(0, Math.min(2, tokens.size()))).toUpperCase(Locale.ROOT)
                + " is refused: it changes objects that all databases of the server share.";
    }

    private static boolean isShared(List<String> tokens) {
        String command = tokens.get(0);
        if (CHANGES.contains(command)) {
            return names(tokens, 1) || isOwned(tokens);
        }
        return switch (command) {
            case "comment", "security" -> names(tokens, tokens.indexOf("on") + 1);
            case "grant", "revoke" -> !tokens.contains("on") || names(tokens, tokens.indexOf("on") + 1);
            case "reassign" -> true;
            default -> false;
        };
    }

    private static boolean names(List<String> tokens, int position) {
        boolean mapping =
                tokens.size() > position + 1 && tokens.get(position + 1).equals("mapping");
        return tokens.size() > position && SHARED.contains(tokens.get(position)) && !mapping;
    }

    private static boolean isOwned(List<String> tokens) {
        return tokens.size() > 1
                && tokens.get(0).equals("drop")
                && tokens.get(1).equals("owned");
    }
}
