/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.maven.sample;

import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import dev.retort.migration.Revision;
import java.util.Optional;

/** Cannot be instantiated here, which reading its annotation does not require. */
@Revision(id = "java", down = "a1")
final class Between implements Migration {

    private final String name;

    Between(String name) {
        this.name = name;
    }

    @Override
    public void upgrade(Operations op) {
        op.execute("CREATE TABLE " + name + " ()");
    }

    @Override
    public Optional<String> fingerprint() {
        return Optional.of(name);
    }
}
