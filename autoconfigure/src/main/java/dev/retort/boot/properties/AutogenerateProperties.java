/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.properties;

import java.util.ArrayList;
import java.util.List;

/**
 * Settings of autogenerate.
 *
 * @since 0.1
 */
public class AutogenerateProperties {

    /** Patterns of objects that are compared, [kind:]name with * for any characters. By default all objects are. */
    private List<String> include = new ArrayList<>();

    /** Patterns of objects that are not compared, [kind:]name with * for any characters, such as audit_* or index:ix_tmp_*. */
    private List<String> exclude = new ArrayList<>();

    /** Whether to drop objects that are not in the model. By default they are kept and listed. */
    private boolean dropUnknown = false;

    /**
     * Kinds of rules that a database may have although its entities do not state them, such as not-null or on-delete; all or
     * none.
     */
    private List<String> tolerate = new ArrayList<>(List.of("all"));

    public List<String> getInclude() {
        return include;
    }

    public void setInclude(List<String> include) {
        this.include = include;
    }

    public List<String> getExclude() {
        return exclude;
    }

    public void setExclude(List<String> exclude) {
        this.exclude = exclude;
    }

    public List<String> getTolerate() {
        return tolerate;
    }

    public void setTolerate(List<String> tolerate) {
        this.tolerate = tolerate;
    }

    public boolean isDropUnknown() {
        return dropUnknown;
    }

    public void setDropUnknown(boolean dropUnknown) {
        this.dropUnknown = dropUnknown;
    }
}
