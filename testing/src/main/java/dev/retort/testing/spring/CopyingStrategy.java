/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing.spring;

import dev.retort.Retort;
import dev.retort.StartMode;
import dev.retort.boot.MigrationStrategy;
import dev.retort.run.RunResult;
import java.util.Optional;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * Resets the database of a context to a copy of the template before any bean uses it, so that the application starts
 * at head. A strategy of the application runs instead, on an empty database.
 */
final class CopyingStrategy implements MigrationStrategy {

    private final TestedDatabase database;
    private final ListableBeanFactory beans;

    CopyingStrategy(TestedDatabase database, ListableBeanFactory beans) {
        this.database = database;
        this.beans = beans;
    }

    @Override
    public Optional<RunResult> migrate(Retort retort) {
        Optional<MigrationStrategy> own = beans.getBeansOfType(MigrationStrategy.class).values().stream()
                .filter(strategy -> strategy != this)
                .findFirst();
        if (own.isPresent()) {
            database.requireSame(retort);
            return own.get().migrate(retort);
        }
        if (database.staysEmpty()) {
            return Optional.empty();
        }
        database.fill(retort);
        database.requireSame(retort);
        return database.target().equals("heads") ? retort.start(StartMode.UPGRADE) : Optional.empty();
    }
}
