/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.LifecycleProcessor;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.context.event.SimpleApplicationEventMulticaster;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.context.weaving.LoadTimeWeaverAware;
import org.springframework.core.ResolvableType;

/**
 * Removes from a context all beans that act on their own: lifecycle beans, event listeners, scheduled methods, and
 * beans that are created early because they are load-time weaver aware, such as an EntityManagerFactory. The remaining
 * beans are created lazily, and those for the model when a command needs it.
 */
final class CommandContext implements BeanFactoryPostProcessor {

    private static final List<String> ACTING = List.of(
            "org.springframework.context.annotation.internalScheduledAnnotationProcessor",
            "org.springframework.context.event.internalEventListenerProcessor");

    private final DeferredBeans deferredBeans = new DeferredBeans();

    /** {@return the definitions of the removed beans that a command can still need} */
    DeferredBeans deferredBeans() {
        return deferredBeans;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        BeanDefinitionRegistry definitions = (BeanDefinitionRegistry) beans;
        ACTING.forEach(name -> remove(definitions, name));
        for (String name : beans.getBeanNamesForType(LoadTimeWeaverAware.class, true, false)) {
            deferredBeans.take(definitions, BeanFactoryUtils.transformedBeanName(name));
        }
        // Also beans that are explicitly not lazy, such as the repositories of Spring Data.
        for (String name : beans.getBeanDefinitionNames()) {
            beans.getBeanDefinition(name).setLazyInit(true);
        }
        replace(beans, AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME, new StartsNothing());
        replace(beans, AbstractApplicationContext.APPLICATION_EVENT_MULTICASTER_BEAN_NAME, new PublishesNothing());
    }

    private static void remove(BeanDefinitionRegistry definitions, String name) {
        if (definitions.containsBeanDefinition(name)) {
            definitions.removeBeanDefinition(name);
        }
    }

    private static void replace(ConfigurableListableBeanFactory beans, String name, Object instance) {
        remove((BeanDefinitionRegistry) beans, name);
        beans.registerSingleton(name, instance);
    }

    private static final class StartsNothing implements LifecycleProcessor {

        private volatile boolean running;

        @Override
        public void onRefresh() {
            running = true;
        }

        @Override
        public void onClose() {
            running = false;
        }

        @Override
        public void start() {
            running = true;
        }

        @Override
        public void stop() {
            running = false;
        }

        @Override
        public boolean isRunning() {
            return running;
        }
    }

    /** An {@link ApplicationEventMulticaster} that publishes no events. */
    private static final class PublishesNothing extends SimpleApplicationEventMulticaster {

        @Override
        public void multicastEvent(ApplicationEvent event, @Nullable ResolvableType eventType) {}
    }
}
