package org.ohmstead.simulator.station.authorization;

/**
 * What became of a token.
 *
 * @param status as the CSMS, the local list or the cache has it, in the protocol's word; {@code Accepted} is the good one
 * @param token  with its group
 */
public record Verdict(String status, Token token) {
    public static final String ACCEPTED = "Accepted";

    public boolean accepted() {
        return status.equals(ACCEPTED);
    }
}
