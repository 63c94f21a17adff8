/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.adopt;

import dev.retort.settings.NonEmptySchemaPolicy;
import dev.retort.test.Project;
import java.nio.file.Path;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A separate process that starts as a service does, and adopts: arguments are the JDBC URL and the folder of scripts.
 */
final class AdoptingInstance {

    private AdoptingInstance() {}

    public static void main(String[] arguments) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(arguments[0]);
        dataSource.setUser("postgres");
        new Project(Path.of(arguments[1]), dataSource)
                .with(settings -> settings.onNonEmptySchema(NonEmptySchemaPolicy.ADOPT))
                .start();
    }
}
