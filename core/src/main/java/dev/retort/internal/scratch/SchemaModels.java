/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.scratch;

import dev.retort.error.RetortException;
import dev.retort.model.ModelDdl;
import dev.retort.model.SchemaModel;
import dev.retort.schema.MappingFacts;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The models that there are, and the choice among them. Files are always there: {@code sql:FILE}. */
public final class SchemaModels {

    private static final String KINDS = "hibernate, jdbc, sql:FILE, or database (with object files)";

    private final List<SchemaModel> found;

    /**
     * Creates the choice.
     *
     * @param found what an application has, by names such as {@code hibernate:orders} or {@code jdbc}
     */
    public SchemaModels(List<? extends SchemaModel> found) {
        this.found = List.copyOf(found);
    }

    /**
     * Finds the model that is meant. Several, separated by commas, are one model after the other: a file of types and
     * functions that entities use, then the entities.
     *
     * @param asked the value of {@code retort.model}: a name, the part of a name before its colon where only one model begins
     *     so, or {@code sql:FILE}; {@code null} for the only one that there is
     * @throws RetortException when none or more than one is meant
     */
    public SchemaModel choose(@Nullable String asked) {
        if (asked == null || asked.isBlank()) {
            return only(found, "");
        }
        List<SchemaModel> chosen = new ArrayList<>();
        for (String part : asked.split(",")) {
            chosen.add(one(part.strip()));
        }
        return chosen.size() == 1 ? chosen.get(0) : new Several(chosen);
    }

    /** {@return whether the application has no model} */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** {@return the only model that there is; empty where there is none, or more than one} */
    public java.util.Optional<SchemaModel> only() {
        return found.size() == 1 ? java.util.Optional.of(found.get(0)) : java.util.Optional.empty();
    }

    private SchemaModel one(String asked) {
        if (asked.startsWith(SqlFileModel.PREFIX)) {
            return new SqlFileModel(path(asked, asked.substring(SqlFileModel.PREFIX.length())));
        }
        List<SchemaModel> named =
                found.stream().filter(model -> model.name().equals(asked)).toList();
        return named.isEmpty()
                ? only(
                        found.stream()
                                .filter(model -> model.name().startsWith(asked + ":"))
                                .toList(),
                        asked)
                : named.get(0);
    }

    private static Path path(String asked, String file) {
        try {
            if (!file.isBlank()) {
                return Path.of(file);
            }
        } catch (InvalidPathException e) {
            throw new RetortException(
                    "The model " + asked + " names no file.", e.getMessage() + ".", "Fix the name of the file.", e);
        }
        throw new RetortException(
                "The model " + asked + " names no file.", "Nothing follows the colon.", "Write sql:schema.sql.");
    }

    private SchemaModel only(List<SchemaModel> models, String asked) {
        if (models.size() == 1) {
            return models.get(0);
        }
        String names = (models.isEmpty() ? found : models)
                .stream().map(SchemaModel::name).sorted().collect(Collectors.joining(", "));
        throw new RetortException(
                what(asked, models.isEmpty()),
                names.isEmpty()
                        ? "Neither Hibernate's entities nor Spring Data JDBC's were found."
                        : "There are " + names + ".",
                "Set retort.model, or --model, to one: " + KINDS + ".");
    }

    private static String what(String asked, boolean none) {
        if (asked.isEmpty()) {
            return none ? "There is no model to compare with." : "There is more than one model to compare with.";
        }
        return none ? "There is no model " + asked + "." : "More than one model is called " + asked + ".";
    }

    /** Several models as one. */
    private record Several(List<SchemaModel> parts) implements SchemaModel {

        @Override
        public String name() {
            return parts.stream().map(SchemaModel::name).collect(Collectors.joining(","));
        }

        @Override
        public ModelDdl ddl(int majorVersion) {
            List<ModelDdl> ddls =
                    parts.stream().map(part -> part.ddl(majorVersion)).toList();
            boolean whole = ddls.stream().anyMatch(ddl -> ddl.reach() == ModelDdl.Reach.SCHEMA);
            return new ModelDdl(
                    name(),
                    ddls.stream().flatMap(ddl -> ddl.statements().stream()).toList(),
                    whole ? ModelDdl.Reach.SCHEMA : ModelDdl.Reach.MAPPING,
                    ddls.stream().flatMap(ddl -> ddl.formerNames().stream()).toList(),
                    ddls.stream().map(ModelDdl::facts).reduce(MappingFacts.NONE, MappingFacts::and));
        }
    }
}
