package org.ohmstead.bench.load;

/** A station that sends nothing but Heartbeats: what a message costs that stores nothing. */
public record Heartbeats(String identity, Version version) implements Script {
    @Override
    public String next() {
        return ",\"Heartbeat\",{}]";
    }

    @Override
    public String boot() {
        return version.boot(identity);
    }

    @Override
    public String subprotocol() {
        return version.subprotocol();
    }
}
