/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate;

import java.util.EnumSet;
import java.util.List;
import org.hibernate.tool.schema.TargetType;
import org.hibernate.tool.schema.spi.ScriptTargetOutput;
import org.hibernate.tool.schema.spi.TargetDescriptor;

/**
 * Target of Hibernate's schema tool: a list of commands.
 *
 * @param commands the commands written so far
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
