/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate;

import java.util.EnumSet;
import java.util.List;
import org.hibernate.tool.schema.TargetType;
import org.hibernate.tool.schema.spi.ScriptTargetOutput;
import org.hibernate.tool.schema.spi.TargetDescriptor;

/**
 * Where Hibernate's schema tool writes: a list, one command after the other.
 *
 * @param commands what has been written
 */
record CommandList(List<String> commands) implements TargetDescriptor, ScriptTargetOutput {

    @Override
    public EnumSet<TargetType> getTargetTypes() {
        return EnumSet.of(TargetType.SCRIPT);
    }

    @Override
    public ScriptTargetOutput getScriptTargetOutput() {
        return this;
    }

    @Override
    public void prepare() {}

    @Override
    public void accept(String command) {
        commands.add(command);
    }

    @Override
    public void release() {}
}
