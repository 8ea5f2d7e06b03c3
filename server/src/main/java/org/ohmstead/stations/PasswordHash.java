package org.ohmstead.stations;

/**
 * A station's password as it is stored: {@code pbkdf2-sha256$iterations$salt$hash}, salt and hash in base64.
 * Keeps itself out of logs.
 */
public record PasswordHash(String text) {
    @Override
    public String toString() {
        return "(hidden)";
    }
}
