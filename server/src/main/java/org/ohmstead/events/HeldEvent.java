package org.ohmstead.events;

/** An event that a listener failed to take, or that waits behind such a one of its station. */
final class HeldEvent {
    private final StoredEvent event;
    private boolean stored;
    private boolean abandoned;
    private String failure;

    private HeldEvent(StoredEvent event, boolean stored, String failure) {
        this.event = event;
        this.stored = stored;
        this.failure = failure;
    }

    static HeldEvent fresh(StoredEvent event, String failure) {
        return new HeldEvent(event, false, failure);
    }

    static HeldEvent stored(StoredEvent event, String failure) {
        return new HeldEvent(event, true, failure);
    }

    StoredEvent event() {
        return event;
    }

    String failure() {
        return failure;
    }

    void failed(String why) {
        failure = why;
    }

    boolean isStored() {
        return stored;
    }

    void store() {
        stored = true;
    }

    boolean isAbandoned() {
        return abandoned;
    }

    void abandon() {
        abandoned = true;
    }
}
