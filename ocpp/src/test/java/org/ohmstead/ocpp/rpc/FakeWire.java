package org.ohmstead.ocpp.rpc;

import java.util.ArrayList;
import java.util.List;

/** A socket that remembers. */
final class FakeWire implements Wire {
    private final List<String> sent = new ArrayList<>();
    private final List<String> closings = new ArrayList<>();
    private final List<String> flow = new ArrayList<>();

    private Runnable next = () -> {};

    /** Once, as soon as something is sent. */
    void whenSent(Runnable what) {
        next = what;
    }

    @Override
    public synchronized void send(String text) {
        sent.add(text);
        Runnable now = next;
        next = () -> {};
        now.run();
    }

    @Override
    public synchronized void close(int code, String reason) {
        closings.add(code + " " + reason);
    }

    @Override
    public synchronized void pause() {
        flow.add("pause");
    }

    @Override
    public synchronized void resume() {
        flow.add("resume");
    }

    synchronized List<String> sent() {
        return List.copyOf(sent);
    }

    synchronized List<String> closings() {
        return List.copyOf(closings);
    }

    synchronized List<String> flow() {
        return List.copyOf(flow);
    }

    synchronized String last() {
        return sent.getLast();
    }

    /** The id of the CALL sent last. */
    String lastId() {
        return last().split("\"")[1];
    }
}
