/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.util.ClassUtils;

/** {@link StartClassesTests} compares the list with the classes of a start. */
class TrainingRunTests {

    @Test
    void eachListedClassExists() {
        assertThat(TrainingRun.classNames()).isNotEmpty().allMatch(name -> ClassUtils.isPresent(name, null));
    }
}
