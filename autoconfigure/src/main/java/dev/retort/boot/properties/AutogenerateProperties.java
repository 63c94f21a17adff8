/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.properties;

import java.util.ArrayList;
import java.util.List;

/**
 * What a comparison of a database with a model leaves out, and what becomes of the rest.
 *
 * @since 0.1
 */
public class AutogenerateProperties {

    /** Patterns of what is compared, [kind:]name with * for any letters. By default everything is. */
    private List<String> include = new ArrayList<>();

    /** Patterns of what is not compared, [kind:]name with * for any letters, such as audit_* or index:ix_tmp_*. */
    private List<String> exclude = new ArrayList<>();

    /** Whether what the model does not know is dropped. Otherwise it is left alone and listed. */
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
