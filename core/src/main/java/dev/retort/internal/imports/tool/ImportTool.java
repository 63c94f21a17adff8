/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.tool;

import dev.retort.error.RetortException;
import dev.retort.internal.imports.ImportSource;
import dev.retort.internal.imports.MigrationSeries;
import dev.retort.internal.imports.SettingMap;
import dev.retort.internal.imports.alembic.AlembicSeries;
import dev.retort.internal.imports.flyway.FlywaySeries;
import dev.retort.internal.imports.liquibase.LiquibaseSeries;
import dev.retort.internal.imports.numbered.NumberedTools;
import java.nio.file.Path;
import java.util.List;

/**
 * A tool whose migrations can be imported.
 *
 * @param name its name in commands
 * @param title its name in sentences
 * @param prefix the prefix of its settings in Spring's configuration; empty for a tool without any
 * @param artifacts the artifacts that a project depends on for it
 * @param reader reads its migrations
 */
public record ImportTool(String name, String title, String prefix, List<String> artifacts, Reader reader) {

    private static final ImportTool FLYWAY = new ImportTool(
            FlywaySeries.TOOL,
            "Flyway",
            "spring.flyway",
            List.of(
                    "spring-boot-starter-flyway",
                    "spring-boot-starter-flyway-test",
                    "spring-boot-flyway",
                    "flyway-core",
                    "flyway-database-postgresql"),
            source -> FlywaySeries.read(source.project(), source.settings(), source.from()));

    private static final ImportTool LIQUIBASE = new ImportTool(
            LiquibaseSeries.TOOL,
            "Liquibase",
            "spring.liquibase",
            List.of(
                    "spring-boot-starter-liquibase",
                    "spring-boot-starter-liquibase-test",
                    "spring-boot-liquibase",
                    "liquibase-core"),
            LiquibaseSeries::read);

    private static final ImportTool ALEMBIC =
            new ImportTool(AlembicSeries.TOOL, "Alembic", "", List.of(), AlembicSeries::read);

    private static final List<ImportTool> ALL = List.of(
            FLYWAY,
            LIQUIBASE,
            ALEMBIC,
            numbered("golang-migrate", NumberedTools::golangMigrate),
            numbered("dbmate", NumberedTools::dbmate),
            numbered("goose", NumberedTools::goose),
            numbered("diesel", NumberedTools::diesel),
            numbered("sqlx", NumberedTools::sqlx));

    private static ImportTool numbered(String name, NumberedReader reader) {
        return new ImportTool(
                name, name, "", List.of(), source -> reader.read(source.project(), source.settings(), source.from()));
    }

    /** Reads files, and calls nothing. */
    @FunctionalInterface
    private interface NumberedReader {

        MigrationSeries read(Path project, SettingMap settings, List<Path> folders);
    }

    /** {@return whether Retort adopts databases of the tool; otherwise they are stamped} */
    public boolean isAdopted() {
        return equals(FLYWAY) || equals(LIQUIBASE);
    }

    /** {@return whether Retort works on the tool's own version table, so that a database needs neither} */
    public boolean hasSameTable() {
        return equals(ALEMBIC);
    }

    /** {@return whether the tool itself reads its migrations, and so has to be in the class path} */
    public boolean isCalled() {
        return equals(LIQUIBASE);
    }

    /** Reads the migrations of a tool. */
    @FunctionalInterface
    public interface Reader {

        /** Reads a project. */
        MigrationSeries read(ImportSource source);
    }

    /** {@return the tools in the order of the help} */
    public static List<ImportTool> all() {
        return ALL;
    }

    /** {@return the tool of a name} */
    public static ImportTool named(String name) {
        return ALL.stream()
                .filter(tool -> tool.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new RetortException(
                        "Retort does not import from " + name + ".",
                        "It imports from "
                                + String.join(
                                        ", ", ALL.stream().map(ImportTool::name).toList()) + ".",
                        "Name one of these."));
    }
}
