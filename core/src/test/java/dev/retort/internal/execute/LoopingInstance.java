/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import dev.retort.Retort;
import dev.retort.RetortSettings;
import dev.retort.StartMode;
import dev.retort.migration.Operations;
import dev.retort.run.sample.Sample;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A separate process that starts as a service whose Java revision updates rows in a loop, until a round finds none:
 * arguments are the JDBC URL, the folder of scripts and the rows of a round.
 */
final class LoopingInstance {

    private LoopingInstance() {}

    public static void main(String[] arguments) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(arguments[0]);
        dataSource.setUser("postgres");
        retort(dataSource, arguments[1], Integer.parseInt(arguments[2])).start(StartMode.UPGRADE);
    }

    static Retort retort(DataSource dataSource, String folder, int rows) {
        RetortSettings settings = RetortSettings.builder()
                .locations(List.of("filesystem:" + folder))
                .javaPackages(List.of("dev.retort.run.sample"))
                .build();
        return new Retort(
                settings,
                dataSource,
                LoopingInstance.class.getClassLoader(),
                type -> Sample.of(op -> op.autocommit(alone -> loop(alone, rows)), op -> {}),
                List.of());
    }

    private static void loop(Operations op, int rows) {
        long updated;
        do {
            updated = op.sql("UPDATE item SET runs = runs + 1 WHERE id IN (SELECT id FROM item WHERE runs = 0 LIMIT ?)")
                    .param(rows)
                    .update();
        } while (updated > 0);
    }
}
