package org.ohmstead.apikeys;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new key. */
public record ApiKeyMade(
        @Schema(description = "What the program sends. Shown this once", examples = "omk_k3jr7q2mva_9f…")
        String secret,

        ApiKeyView key) {
    @Override
    public String toString() {
        return "ApiKeyMade " + key.prefix();
    }
}
