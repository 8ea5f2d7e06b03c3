package org.ohmstead.bench.load;

/** For a server that sends back what it gets: messages as long as a Heartbeat that look like their own answers. */
public record Echoes() implements Script {
    @Override
    public String next() {
        return ",{\"echo\":\"123\"}]";
    }

    @Override
    public String boot() {
        return ",{\"status\":\"Accepted\"}]";
    }

    @Override
    public String subprotocol() {
        return Version.V16.subprotocol();
    }

    @Override
    public char frameType() {
        return '3';
    }
}
