package org.ohmstead.ocpp.codec;

/**
 * One difference between a message and its schema.
 *
 * @param path    where, as {@code meterValue[0].sampledValue[2].value}; empty for the whole payload
 * @param rule    which kind of rule it breaks
 * @param found   what stands there, at most 64 characters; never the text of a token or a password
 * @param allowed what the rule wants, for people
 */
public record Deviation(String path, Rule rule, String found, String allowed) {
    @Override
    public String toString() {
        return (path.isEmpty() ? "payload" : path) + ": " + rule + ", found " + found + ", allowed " + allowed;
    }
}
