/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render;

import dev.retort.internal.render.text.Dialect;
import dev.retort.operation.InheritanceOperation;
import dev.retort.operation.InheritanceOperation.AddInheritance;
import dev.retort.operation.InheritanceOperation.AttachPartition;
import dev.retort.operation.InheritanceOperation.DetachPartition;
import dev.retort.operation.InheritanceOperation.DropInheritance;
import java.util.List;

/** Writes operations on inheritance and partitions. */
record InheritanceSql(Dialect dialect) implements InheritanceOperation.Visitor<List<String>> {

    @Override
    public List<String> addInheritance(AddInheritance operation) {
        return List.of(
                "ALTER TABLE " + dialect.name(operation.table()) + " INHERIT " + dialect.name(operation.parent()));
    }

    @Override
    public List<String> dropInheritance(DropInheritance operation) {
        return List.of(
                "ALTER TABLE " + dialect.name(operation.table()) + " NO INHERIT " + dialect.name(operation.parent()));
    }

    @Override
    public List<String> attachPartition(AttachPartition operation) {
        return List.of("ALTER TABLE " + dialect.name(operation.partition().parent()) + " ATTACH PARTITION "
                + dialect.name(operation.table()) + " " + operation.partition().bound());
    }

    @Override
    public List<String> detachPartition(DetachPartition operation) {
        if (operation.concurrently()) {
            dialect.require(14, "DETACH PARTITION CONCURRENTLY");
        }
        return List.of("ALTER TABLE " + dialect.name(operation.parent()) + " DETACH PARTITION "
                + dialect.name(operation.table()) + (operation.concurrently() ? " CONCURRENTLY" : ""));
    }
}
