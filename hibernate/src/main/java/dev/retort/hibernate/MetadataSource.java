/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate;

import org.hibernate.tool.schema.SourceType;
import org.hibernate.tool.schema.spi.ScriptSourceInput;
import org.hibernate.tool.schema.spi.SourceDescriptor;
import org.jspecify.annotations.Nullable;

/** Says to Hibernate's schema tool that it should start from the metadata alone. */
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
