package org.ohmstead.app;

/** Gives the routes their handlers, so that a page of routes need not name each of them twice. */
interface Handlers {
    <T> T get(Class<T> type);
}
