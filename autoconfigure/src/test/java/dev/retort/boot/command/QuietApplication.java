/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.command;

import dev.retort.internal.scratch.SchemaModels;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Prepares an application context as a command does. */
public final class QuietApplication implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private final CommandContext commandContext = new CommandContext();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.addBeanFactoryPostProcessor(commandContext);
    }

    /** {@return the models as a command finds them} */
    public SchemaModels models(ConfigurableApplicationContext context) {
        return new InAppWorkspace(context, commandContext.deferredBeans(), null).models();
    }
}
