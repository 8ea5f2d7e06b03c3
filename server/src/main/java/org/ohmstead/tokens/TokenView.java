package org.ohmstead.tokens;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A stored token as REST shows it. */
@Schema(name = "StoredToken")
public record TokenView(long id, @JsonUnwrapped TokenBody token, Instant createdAt, Instant updatedAt) {
    static TokenView of(StoredToken stored) {
        return new TokenView(stored.id(), TokenBody.of(stored.token()), stored.createdAt(), stored.updatedAt());
    }
}
