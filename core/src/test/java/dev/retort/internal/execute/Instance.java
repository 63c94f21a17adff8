/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import dev.retort.settings.TransactionMode;
import dev.retort.test.Project;
import java.nio.file.Path;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A separate process that starts as a service does: arguments are the JDBC URL, the folder of scripts, and {@code ALL}
 * for one transaction of all revisions.
 */
final class Instance {

    private Instance() {}

    public static void main(String[] arguments) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(arguments[0]);
        dataSource.setUser("postgres");
        TransactionMode mode =
                arguments.length > 2 ? TransactionMode.valueOf(arguments[2]) : TransactionMode.PER_REVISION;
        new Project(Path.of(arguments[1]), dataSource)
                .with(settings -> settings.transaction(mode))
                .start();
    }
}
