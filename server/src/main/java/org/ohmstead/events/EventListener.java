package org.ohmstead.events;

/** Wants to know what happened. A bean that implements it is found by itself. */
public interface EventListener {
    /**
     * Takes an event. It comes at least once, so a listener that must not act twice remembers {@link StoredEvent#id()};
     * the events of a station come in their order. What is thrown makes it come again after a while.
     */
    void on(StoredEvent event);
}
