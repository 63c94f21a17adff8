/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script.read;

import dev.retort.internal.script.ScriptPart;
import dev.retort.internal.sql.Fingerprint;
import dev.retort.internal.sql.SqlItem;
import dev.retort.internal.sql.SqlStatement;
import java.util.ArrayList;
import java.util.List;

/** The parts of one section, in the making: a new part begins with the first statement in another mode. */
final class PartList {

    private final List<ScriptPart> finished = new ArrayList<>();
    private final String section;
    private final Fingerprint fingerprint;
    private List<SqlStatement> open = new ArrayList<>();
    private boolean openAutocommit;
    private boolean autocommit;

    PartList(String section, Fingerprint fingerprint) {
        this.section = section;
        this.fingerprint = fingerprint;
    }

    void autocommit(boolean on) {
        autocommit = on;
    }

    boolean isAutocommit() {
        return autocommit;
    }

    boolean isEmpty() {
        return finished.isEmpty() && open.isEmpty();
    }

    void add(SqlItem.Statement item) {
        if (open.isEmpty() || openAutocommit != autocommit) {
            endPart();
            openAutocommit = autocommit;
            fingerprint.add(section, autocommit ? "autocommit" : "transaction");
        }
        SqlStatement statement = item.statement();
        open.add(statement);
        fingerprint.add("statement", item.canonical());
        if (statement.copyData() != null) {
            fingerprint.add("data", statement.copyData());
        }
    }

    List<ScriptPart> finish() {
        endPart();
        return finished;
    }

    private void endPart() {
        if (!open.isEmpty()) {
            finished.add(new ScriptPart(openAutocommit, open));
            open = new ArrayList<>();
        }
    }
}
