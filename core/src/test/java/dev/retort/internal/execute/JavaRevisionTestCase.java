/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static dev.retort.migration.Definitions.column;
import static dev.retort.migration.Types.integer;
import static dev.retort.migration.Types.text;

import dev.retort.Retort;
import dev.retort.RetortSettings;
import dev.retort.migration.Operations;
import dev.retort.run.RunRequest;
import dev.retort.run.sample.Sample;
import dev.retort.settings.TransactionMode;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A Java revision that does what a test says, in a new database. */
public abstract class JavaRevisionTestCase extends RunTestCase {

    /** Creates a table. */
    static void createItem(Operations op) {
        op.createTable("item", column("id", integer()).primaryKey(), column("name", text()));
    }

    /** {@return a tool whose one Java revision does this; without a downgrade, its reversed upgrade} */
    public Retort retort(Consumer<Operations> upgrade, @Nullable Consumer<Operations> downgrade) {
        return retort(TransactionMode.PER_REVISION, upgrade, downgrade);
    }

    /** {@return a tool whose one Java revision does this, in the given transaction mode} */
    public Retort retort(TransactionMode mode, Consumer<Operations> upgrade, @Nullable Consumer<Operations> downgrade) {
        RetortSettings settings = RetortSettings.builder()
                .locations(List.of("filesystem:" + folder))
                .javaPackages(List.of("dev.retort.run.sample"))
                .transaction(mode)
                .build();
        return new Retort(
                settings,
                database.dataSource(),
                getClass().getClassLoader(),
                type -> Sample.of(upgrade, downgrade),
                List.of());
    }

    /** {@return a request of an operator} */
    public static RunRequest to(String target) {
        return RunRequest.by("alice", target);
    }
}
