/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate;

import org.hibernate.tool.schema.SourceType;
import org.hibernate.tool.schema.spi.ScriptSourceInput;
import org.hibernate.tool.schema.spi.SourceDescriptor;
import org.jspecify.annotations.Nullable;

/** Configures Hibernate's schema tool to use only the metadata. */
record MetadataSource() implements SourceDescriptor {

    @Override
    public SourceType getSourceType() {
        return SourceType.METADATA;
    }

    @Override
    public @Nullable ScriptSourceInput getScriptSourceInput() {
        return null;
    }
}
