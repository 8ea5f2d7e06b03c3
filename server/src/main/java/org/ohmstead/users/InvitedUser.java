package org.ohmstead.users;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A user with the link by which they choose a password. */
public record InvitedUser(
        UserProfile user,

        @Schema(
                description = "Give it to them on a way that nobody else reads; it counts once. Shown this once",
                examples = "https://csms.example.com/password#N3Zk…")
        String link,

        @Schema(description = "Until when it counts") Instant linkExpiresAt) {
    @Override
    public String toString() {
        return "InvitedUser " + user;
    }
}
