/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.catalog;

import dev.retort.internal.catalog.query.Scope;
import dev.retort.test.Golden;
import dev.retort.test.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read of each kind of object. */
class CatalogCasesTests {

    static List<Path> cases() {
        return CatalogCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void reads(Path file) throws SQLException {
        try (TestDatabase database = CatalogCases.create(file)) {
            Golden.check(file, SchemaPrinter.print(CatalogCases.read(database, Scope.ofDatabase())));
        }
    }
}
