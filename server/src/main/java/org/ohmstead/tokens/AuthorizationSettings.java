package org.ohmstead.tokens;

import java.util.List;

/**
 * How tokens are compared and which are accepted without being registered.
 *
 * @param freeTags         values that are accepted everywhere without being registered, for stations that charge without
 *                         a card and send a fixed word such as {@code #FreeCharging}, or nothing; default: none
 * @param matchReversedUid also find a card whose bytes were read in the other order (1.6 §3.9 recommends byte 0 first, not
 *                         every reader obeys); default: no
 * @param stopBlockedSessions whether a change that leaves a token blocked or expired has its sessions stopped; default: no
 */
public record AuthorizationSettings(List<String> freeTags, boolean matchReversedUid, boolean stopBlockedSessions) {
    public AuthorizationSettings {
        freeTags = freeTags.stream().map(Token::key).toList();
    }

    public static AuthorizationSettings defaults() {
        return new AuthorizationSettings(List.of(), false, false);
    }

    boolean free(String value) {
        return freeTags.contains(Token.key(value));
    }
}
