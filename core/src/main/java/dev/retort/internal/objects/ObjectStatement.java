/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.objects;

import dev.retort.model.ModelStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a statement of an object file is: such a file creates views and routines, and says more about them. */
public final class ObjectStatement {

    private static final Set<String> BEFORE_KIND =
            Set.of("or", "replace", "recursive", "constraint", "temp", "temporary", "unique");
    private static final Set<String> KINDS = Set.of("view", "function", "procedure", "trigger", "aggregate");
    private static final Set<String> ROUTINES = Set.of("table", "function", "procedure", "routine");
    private static final Set<String> ABOUT = Set.of("comment", "grant", "revoke");

    private static final Pattern PART = Pattern.compile("\"(?:[^\"]|\"\")*\"|[^.\"]+");

    private final List<String> tokens;

    /**
     * Looks at a statement.
     *
     * @param statement a statement of an object file
     */
    public ObjectStatement(ModelStatement statement) {
        this.tokens = statement.tokens();
    }

    /** {@return whether an object file may have it} */
    public boolean isAllowed() {
        return switch (tokens.get(0)) {
            case "create" -> !isTemporary() && (created() != null || kindAt(1).equals("index"));
            case "alter", "drop" -> isAllowedKind();
            default -> ABOUT.contains(tokens.get(0)) && tokens.contains("on");
        };
    }

    /** {@return whether it creates an index} */
    boolean isIndex() {
        return tokens.get(0).equals("create") && kindAt(1).equals("index");
    }

    /** {@return the relation that it creates an index on} */
    String indexed() {
        int on = tokens.indexOf("on") + 1;
        return last(dotted(on < tokens.size() && tokens.get(on).equals("only") ? on + 1 : on));
    }

    /** {@return the names without schemas of what it creates} */
    public List<String> createdNames() {
        if (!isIndex()) {
            return List.of(last(dotted(nameAt())));
        }
        int name = nameAt() + (tokens.get(nameAt()).equals("concurrently") ? 1 : 0);
        return tokens.get(name).equals("on") ? List.of() : List.of(last(dotted(name)));
    }

    /** {@return whether all that it says something about has one of these names} */
    boolean isOnlyAbout(Set<String> names) {
        if (isIndex()) {
            return names.contains(indexed());
        }
        if (tokens.get(0).equals("grant") || tokens.get(0).equals("revoke")) {
            return granted().stream().allMatch(names::contains);
        }
        return tokens.stream().map(ObjectStatement::last).anyMatch(names::contains);
    }

    /** {@return the names behind {@code ON}, without schemas and parameters} */
    private List<String> granted() {
        List<String> granted = new ArrayList<>();
        int at = tokens.indexOf("on") + 1;
        while (at < tokens.size() && ROUTINES.contains(tokens.get(at))) {
            at++;
        }
        boolean more = true;
        while (more && at < tokens.size()) {
            String name = dotted(at);
            granted.add(last(name));
            at = afterName(at);
            more = at < tokens.size() && tokens.get(at).equals(",");
            at++;
        }
        return granted;
    }

    private int afterName(int name) {
        int at = name + 1;
        while (at + 1 < tokens.size() && tokens.get(at).equals(".")) {
            at += 2;
        }
        if (at < tokens.size() && tokens.get(at).equals("(")) {
            at += parameters(at).split(" ").length - 1;
        }
        return at;
    }

    private static String last(String name) {
        List<String> parts = parts(name);
        return parts.isEmpty() ? name : parts.get(parts.size() - 1);
    }

    private boolean isTemporary() {
        return tokens.subList(1, position()).stream().anyMatch(word -> word.startsWith("temp"));
    }

    private boolean isAllowedKind() {
        String kind = kindAt(1);
        boolean trigger = kind.equals("table")
                && tokens.contains("trigger")
                && (tokens.contains("enable") || tokens.contains("disable"));
        return KINDS.contains(kind) || kind.equals("materialized view") || kind.equals("routine") || trigger;
    }

    /** {@return where the word is that says what a statement creates} */
    private int position() {
        int position = 1;
        while (position < tokens.size() && BEFORE_KIND.contains(tokens.get(position))) {
            position++;
        }
        return position;
    }

    private String kindAt(int start) {
        int position = start == 1 ? position() : start;
        String word = position < tokens.size() ? tokens.get(position) : "";
        boolean materialized = word.equals("materialized") && position + 1 < tokens.size();
        return materialized ? "materialized " + tokens.get(position + 1) : word;
    }

    /**
     * {@return what it creates, in words that two statements share only if they create the same: kind, name and for a
     * routine the words of its parameters; {@code null} for a statement that creates none of these}
     */
    public @Nullable String created() {
        String kind = kindAt(1);
        boolean known = KINDS.contains(kind) || kind.equals("materialized view");
        if (!tokens.get(0).equals("create") || !known) {
            return null;
        }
        int name = nameAt();
        if (name >= tokens.size()) {
            return null;
        }
        return switch (kind) {
            case "view", "materialized view" -> "view " + dotted(name);
            case "trigger" -> "trigger " + tokens.get(name) + " on " + dotted(tokens.indexOf("on") + 1);
            default -> "routine " + dotted(name) + parameters(name);
        };
    }

    /** {@return the name of the view that it creates, as it is written; {@code null} if it creates none} */
    @Nullable
    public String view() {
        String created = created();
        return created != null && created.startsWith("view ") ? dotted(nameAt()) : null;
    }

    /** {@return the name of the function or procedure that it creates, as it is written; {@code null} if it creates none} */
    @Nullable
    public String routine() {
        String created = created();
        boolean routine =
                created != null && (kindAt(1).equals("function") || kindAt(1).equals("procedure"));
        return routine ? dotted(nameAt()) : null;
    }

    /**
     * {@return the routine whose properties, or the view whose names of columns it changes, as it is written; {@code null} if it
     * changes none of these}
     */
    public @Nullable String altered() {
        int position = tokens.get(0).equals("alter") ? position() : tokens.size();
        String kind = position < tokens.size() ? kindAt(1) : "";
        boolean view = kind.equals("view") || kind.equals("materialized view");
        boolean routine = kind.equals("routine") || kind.equals("function") || kind.equals("procedure");
        boolean altered = routine || (view && tokens.contains("rename"));
        return altered && nameAt() < tokens.size() ? dotted(nameAt()) : null;
    }

    /** {@return the table of the trigger that it creates, as it is written; {@code null} if it creates none} */
    public @Nullable String triggerTable() {
        String created = created();
        return created != null && created.startsWith("trigger ") ? dotted(tokens.indexOf("on") + 1) : null;
    }

    /** {@return the parts of a name as it is written, without quotes} */
    public static List<String> parts(String name) {
        List<String> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(name);
        while (matcher.find()) {
            String part = matcher.group();
            parts.add(
                    part.startsWith("\"") ? part.substring(1, part.length() - 1).replace("\"\"", "\"") : part);
        }
        return parts;
    }

    private int nameAt() {
        int name = position() + (tokens.get(position()).equals("materialized") ? 2 : 1);
        boolean condition = name + 1 < tokens.size() && tokens.get(name).equals("if");
        return condition ? name + (tokens.get(name + 1).equals("not") ? 3 : 2) : name;
    }

    private String dotted(int start) {
        StringBuilder name = new StringBuilder(start < tokens.size() ? tokens.get(start) : "");
        for (int at = start + 1; at + 1 < tokens.size() && tokens.get(at).equals("."); at += 2) {
            name.append('.').append(tokens.get(at + 1));
        }
        return name.toString();
    }

    private String parameters(int name) {
        int open = tokens.subList(name, tokens.size()).indexOf("(");
        if (open < 0) {
            return "";
        }
        StringBuilder words = new StringBuilder();
        int depth = 0;
        for (String token : tokens.subList(name + open, tokens.size())) {
            depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
            words.append(words.isEmpty() ? "" : " ").append(token);
            if (depth == 0) {
                break;
            }
        }
        return " " + words;
    }

    /** {@return its first words, for a message} */
    String words() {
        return String.join(" ", tokens.subList(0, Math.min(2, tokens.size()))).toUpperCase(Locale.ROOT);
    }
}
