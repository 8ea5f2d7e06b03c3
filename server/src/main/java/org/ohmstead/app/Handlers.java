package org.ohmstead.app;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Gives the routes their handlers, so that a page of routes need not name each of them twice. */
@Singleton
class Handlers {
    private final Instance<Object> beans;

    @Inject
    Handlers(@Any Instance<Object> beans) {
        this.beans = beans;
    }

    <T> T get(Class<T> type) {
        return beans.select(type).get();
    }
}
