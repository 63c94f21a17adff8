/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure.waiting;

import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import dev.retort.migration.Revision;
import org.springframework.jdbc.core.JdbcTemplate;

@Revision(id = "impatient", down = "3f9c2a7b1d04")
final class Impatient implements Migration {

    private final JdbcTemplate template;

    Impatient(JdbcTemplate template) {
        this.template = template;
    }

    @Override
    public void upgrade(Operations op) {
        template.execute("SELECT 1");
    }
}
