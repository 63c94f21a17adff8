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

    public boolean isDropUnknown() {
        return dropUnknown;
    }

    public void setDropUnknown(boolean dropUnknown) {
        this.dropUnknown = dropUnknown;
    }
}
