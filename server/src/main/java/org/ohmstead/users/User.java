package org.ohmstead.users;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person who may sign in.
 *
 * @param tenant   whose data they see
 * @param email    by which they sign in; one of the whole installation
 * @param role     by its name
 * @param password how it is stored; null: they have none (yet), or sign in elsewhere
 * @param subject  of the identity provider that they sign in at; null: none
 * @param totp     their second factor; null: none
 */
public record User(
        long id,
        long tenant,
        String email,
        String name,
        String role,
        @Nullable String password,
        @Nullable String subject,
        @Nullable Totp totp,
        boolean disabled,
        Instant createdAt,
        Instant changedAt,
        @Nullable Instant signedInAt) {

    /**
     * A time-based one-time password (RFC 6238).
     *
     * @param secret Base32
     * @param step   the last time step whose code was taken; null: none
     */
    public record Totp(String secret, @Nullable Long step) {
        @Override
        public String toString() {
            return "(hidden)";
        }
    }

    /** Whether they have a second factor. */
    public boolean hasSecondFactor() {
        return totp != null;
    }

    public User withName(String value) {
        return new User(
                id, tenant, email, value, role, password, subject, totp, disabled, createdAt, changedAt, signedInAt);
    }

    public User withRole(String value) {
        return new User(
                id, tenant, email, name, value, password, subject, totp, disabled, createdAt, changedAt, signedInAt);
    }

    public User withDisabled(boolean value) {
        return new User(
                id, tenant, email, name, role, password, subject, totp, value, createdAt, changedAt, signedInAt);
    }

    public User withPassword(String value) {
        return new User(
                id, tenant, email, name, role, value, subject, totp, disabled, createdAt, changedAt, signedInAt);
    }

    public User withSubject(String value) {
        return new User(
                id, tenant, email, name, role, password, value, totp, disabled, createdAt, changedAt, signedInAt);
    }

    public User withTotp(@Nullable Totp value) {
        return new User(
                id, tenant, email, name, role, password, subject, value, disabled, createdAt, changedAt, signedInAt);
    }

    public User withSignedInAt(Instant value) {
        return new User(id, tenant, email, name, role, password, subject, totp, disabled, createdAt, changedAt, value);
    }

    public User withChangedAt(Instant value) {
        return new User(id, tenant, email, name, role, password, subject, totp, disabled, createdAt, value, signedInAt);
    }

    /** Without what proves them. */
    @Override
    public String toString() {
        return "User " + id + " of tenant " + tenant + " (" + email + ", " + role + ")";
    }
}
