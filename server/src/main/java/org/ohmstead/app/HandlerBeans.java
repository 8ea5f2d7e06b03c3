package org.ohmstead.app;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** The handlers as the container has made them. */
@Singleton
public class HandlerBeans implements Handlers {
    private final Instance<Object> beans;

    @Inject
    public HandlerBeans(@Any Instance<Object> beans) {
        this.beans = beans;
    }

    @Override
    public <T> T get(Class<T> type) {
        return beans.select(type).get();
    }
}
