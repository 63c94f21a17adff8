/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure.ready;

import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import dev.retort.migration.Revision;
import java.time.Clock;

@Revision(id = "stamped", down = "3f9c2a7b1d04", message = "note the year")
final class Stamped implements Migration {

    private final Clock clock;

    Stamped(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void upgrade(Operations op) {
        op.execute("CREATE TABLE year_" + clock.instant().toString().substring(0, 4) + " ()");
    }
}
