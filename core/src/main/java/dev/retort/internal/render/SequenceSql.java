/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render;

import dev.retort.internal.render.text.Dialect;
import dev.retort.internal.render.text.ObjectText;
import dev.retort.internal.render.text.SequenceText;
import dev.retort.operation.SequenceOperation;
import dev.retort.operation.SequenceOperation.AlterSequence;
import dev.retort.operation.SequenceOperation.CreateSequence;
import dev.retort.operation.SequenceOperation.DropSequence;
import dev.retort.schema.Sequence;
import dev.retort.schema.part.SequenceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes operations on sequences. */
record SequenceSql(Dialect dialect) implements SequenceOperation.Visitor<List<String>> {

    @Override
    public List<String> createSequence(CreateSequence operation) {
        Sequence sequence = operation.definition();
        if (sequence.unlogged()) {
            dialect.require(15, "unlogged sequences");
        }
        List<String> clauses = new ArrayList<>();
        clauses.add("CREATE " + (sequence.unlogged() ? "UNLOGGED SEQUENCE " : "SEQUENCE ")
                + (operation.ifNotExists() ? "IF NOT EXISTS " : "") + dialect.name(sequence.name()));
        if (sequence.type() != null) {
            clauses.add("AS " + sequence.type().sql());
        }
        clauses.addAll(SequenceText.options(sequence.options()));
        if (sequence.ownedBy() != null) {
            clauses.add("OWNED BY " + dialect.name(sequence.ownedBy()));
        }
        List<String> statements = new ArrayList<>();
        statements.add(String.join(" ", clauses));
        ObjectText objects = new ObjectText(dialect);
        objects.addComment(statements, sequence.key(), sequence.comment());
        statements.addAll(objects.grant(sequence.key(), sequence.grants()));
        return statements;
    }

    @Override
    public List<String> dropSequence(DropSequence operation) {
        return List.of("DROP SEQUENCE " + (operation.ifExists() ? "IF EXISTS " : "")
                + dialect.name(operation.sequence()) + (operation.cascade() ? " CASCADE" : ""));
    }

    @Override
    public List<String> alterSequence(AlterSequence operation) {
        Sequence from = operation.from();
        Sequence to = operation.to();
        List<String> clauses = new ArrayList<>();
        if (to.type() != null && (from == null || !to.type().equals(from.type()))) {
            clauses.add("AS " + to.type().sql());
        }
        SequenceOptions before = from == null ? null : from.options();
        clauses.addAll(SequenceText.changes(before, to.options()));
        if (from == null ? to.ownedBy() != null : !Objects.equals(from.ownedBy(), to.ownedBy())) {
            clauses.add("OWNED BY " + (to.ownedBy() == null ? "NONE" : dialect.name(to.ownedBy())));
        }
        List<String> statements = new ArrayList<>();
        String alter = "ALTER SEQUENCE " + dialect.name(to.name()) + " ";
        if (!clauses.isEmpty()) {
            statements.add(alter + String.join(" ", clauses));
        }
        if (changesLogging(from, to)) {
            dialect.require(15, "unlogged sequences");
            statements.add(alter + (to.unlogged() ? "SET UNLOGGED" : "SET LOGGED"));
        }
        return statements;
    }

    private static boolean changesLogging(@Nullable Sequence from, Sequence to) {
        return from == null ? to.unlogged() : from.unlogged() != to.unlogged();
    }
}
