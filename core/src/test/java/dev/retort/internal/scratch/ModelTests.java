/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.error.RetortException;
import dev.retort.model.ModelDdl;
import dev.retort.model.ModelStatement;
import dev.retort.model.SchemaModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelTests {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private record Named(String name) implements SchemaModel {
        @Override
        public ModelDdl ddl(int majorVersion) {
            return new ModelDdl(name, ModelStatement.split("SELECT 1", line -> name), ModelDdl.Reach.MAPPING);
        }
    }

    private static SchemaModels models(String... names) {
        return new SchemaModels(List.of(names).stream().map(Named::new).toList());
    }

    private String file(String text) throws IOException {
        return "sql:" + Files.writeString(folder.resolve("schema.sql"), text, StandardCharsets.UTF_8);
    }

    @Test
    void takesTheOnlyModelThatThereIs() {
        assertThat(models("jdbc").choose(null).name()).isEqualTo("jdbc");
    }

    @Test
    void takesTheNamedOneAndTheOneWhoseNameBeginsSo() {
        SchemaModels models = models("hibernate:orders", "hibernate:billing", "jdbc:app");

        assertThat(models.choose("hibernate:billing").name()).isEqualTo("hibernate:billing");
        assertThat(models.choose("jdbc").name()).isEqualTo("jdbc:app");
    }

    @Test
    void saysWhichThereAreWhenTheChoiceIsOpen() {
        SchemaModels models = models("hibernate:orders", "hibernate:billing", "jdbc");

        assertThatThrownBy(() -> models.choose(null))
                .hasMessageStartingWith("There is more than one model")
                .hasMessageContaining("hibernate:billing, hibernate:orders, jdbc");
        assertThatThrownBy(() -> models.choose("hibernate"))
                .hasMessageStartingWith("More than one model is called hibernate")
                .hasMessageContaining("There are hibernate:billing, hibernate:orders.");
        assertThatThrownBy(() -> models.choose("jooq")).hasMessageStartingWith("There is no model jooq");
        assertThatThrownBy(() -> models().choose(null)).hasMessageStartingWith("There is no model to compare with");
        assertThatThrownBy(() -> models().choose("sql:")).hasMessageContaining("names no file");
    }

    @Test
    void putsSeveralModelsOneAfterTheOther() throws IOException {
        ModelDdl ddl = models("hibernate:default")
                .choose(file("CREATE TYPE mood AS ENUM ();") + ", hibernate")
                .ddl(17);

        assertThat(ddl.statements())
                .extracting(ModelStatement::text)
                .containsExactly("CREATE TYPE mood AS ENUM ()", "SELECT 1");
        assertThat(ddl.reach()).isEqualTo(ModelDdl.Reach.SCHEMA);
    }

    @Test
    void readsAFileAsScriptsAreRead() throws IOException {
        ModelDdl ddl = models().choose(file(
                        "\uFEFF\\restrict abc\r\n-- a comment\r\nCREATE TABLE a (id int);\r\n\r\nCREATE FUNCTION f()"
                                + " RETURNS int LANGUAGE sql AS $$ SELECT 1; $$;\r\n"))
                .ddl(17);

        assertThat(ddl.statements())
                .extracting(ModelStatement::origin)
                .containsExactly(folder.resolve("schema.sql") + ":3", folder.resolve("schema.sql") + ":5");
    }

    @Test
    void refusesCommandsOfPsql() throws IOException {
        SchemaModel model = models().choose(file("CREATE TABLE a (id int);\n\\i other.sql\n"));

        assertThatThrownBy(() -> model.ddl(17))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("schema.sql:2: \\i is a command of psql");
    }

    @Test
    void saysWhyAFileCannotBeRead() throws IOException {
        Files.write(folder.resolve("latin.sql"), new byte[] {(byte) 0xE9});

        assertThatThrownBy(() ->
                        models().choose("sql:" + folder.resolve("none.sql")).ddl(17))
                .hasMessageContaining("There is no file");
        assertThatThrownBy(() ->
                        models().choose("sql:" + folder.resolve("latin.sql")).ddl(17))
                .hasMessageContaining("is not UTF-8");
    }
}
