/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.model;

import dev.retort.Retort;
import dev.retort.boot.autoconfigure.RetortAutoConfiguration;
import dev.retort.boot.command.QuietApplication;
import dev.retort.boot.datasource.MigrationDataSources;
import dev.retort.boot.datasource.ServerAddresses;
import dev.retort.internal.scratch.SchemaModels;
import dev.retort.internal.scratch.Scratch;
import dev.retort.model.ModelDdl;
import dev.retort.model.ModelStatement;
import dev.retort.test.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;

/** An application with lazy beans, as in a command. */
abstract class ModelTestCase {

    final TestDatabase database = TestDatabase.create();
    final int majorVersion =
            Integer.parseInt(database.query("SHOW server_version_num").get(0)) / 10_000;

    private final QuietApplication commandContext = new QuietApplication();

    @AfterEach
    void drop() {
        database.close();
    }

    ApplicationContextRunner application() {
        return new ApplicationContextRunner()
                .withInitializer(commandContext)
                .withConfiguration(
                        AutoConfigurations.of(DataSourceAutoConfiguration.class, RetortAutoConfiguration.class))
                .withPropertyValues(
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.username=" + database.user(),
                        "retort.on-startup=none");
    }

    SchemaModels models(ConfigurableApplicationContext context) {
        return commandContext.models(context);
    }

    static Scratch scratch(ConfigurableApplicationContext context) {
        return context.getBean(Retort.class)
                .authoring()
                .scratch(new ServerAddresses(context.getBean(MigrationDataSources.class)).of("default"), List.of());
    }

    static List<String> texts(ModelDdl ddl) {
        return ddl.statements().stream().map(ModelStatement::text).toList();
    }

    static List<String> query(Scratch scratch, String sql) throws Exception {
        return scratch.connection().query(sql, row -> row.getString(1));
    }
}
