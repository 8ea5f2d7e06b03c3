package org.ohmstead.events;

/** Wants to know what happened. A bean that implements it is found by itself. */
public interface EventListener {
    /** What a listener can rely on. */
    enum Kind {
        /**
         * Where it is stands in the database: it goes on there after a restart, at whichever node, and events wait for it up
         * to {@link EventSettings#retention()}. One node delivers at a time. A new one begins with the oldest event that is kept.
         */
        DURABLE,
        /** Every node has one of its own, which is told what happens from its start to its end, at any node. */
        LOCAL
    }

    /**
     * Names it in the database, in metrics and in the log: small letters, digits and hyphens, such as {@code webhooks}. Another
     * name is another listener.
     */
    String name();

    Kind kind();

    /** It gets events from now on, which another node may have had until now: what it remembers of earlier ones may be wrong. */
    default void begin() {}

    /**
     * Takes an event. It comes at least once, so a listener that must not act twice remembers {@link StoredEvent#id()};
     * the events of a station come in their order, one at a time. It may take as long as it likes: others do not wait.
     * What is thrown makes it come again after a while, and holds back the later events of its station; after
     * {@link EventSettings#attempts()} it is given up. A {@link org.ohmstead.background.PassesByItself} is no fault of the event:
     * for that it is never given up.
     */
    void on(StoredEvent event);
}
