package org.ohmstead.charging.session;

import org.jspecify.annotations.Nullable;
import org.ohmstead.tokens.Token;
import org.ohmstead.tokens.TokenVerdict;

/**
 * A token as a session knows it.
 *
 * @param value   as it is registered, however the station read it; as the station read it where nobody knows it
 * @param type    of OCPP 2.x; null: an idTag of 1.6
 * @param group   parent (1.6) or group (2.x) that it belonged to at that time
 * @param verdict what was said about it, as a word
 */
public record TokenUse(
        String value,
        @Nullable String type,
        @Nullable String group,
        @Nullable String verdict) {
    public static TokenUse of(String value, @Nullable String type, TokenVerdict verdict) {
        Token known = verdict.token();
        return new TokenUse(
                known == null ? value : known.value(),
                known == null || type == null ? type : known.type(),
                verdict.group(),
                verdict.status().word());
    }

    /** By which tokens are compared. */
    public String key() {
        return Token.key(value);
    }

    public boolean isSame(TokenUse other) {
        return key().equals(other.key()) && (type == null || other.type == null || type.equals(other.type));
    }

    /** Whether one may stop what the other started: the same token, or one of the same group (C09.FR.03, 1.6 §3.10). */
    public boolean mayStopWhatBegan(TokenUse other) {
        return isSame(other) || (group != null && other.group != null && group.equalsIgnoreCase(other.group));
    }
}
