/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing.spring;

import dev.retort.boot.model.ApplicationModels;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/** Records the entities of an application. Equal to every other instance, so that contexts are shared. */
record ModelCustomizer() implements ContextCustomizer {

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        new ApplicationModels(context).remember();
    }
}
