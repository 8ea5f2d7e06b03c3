package org.ohmstead.remote.controls;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which connector of an EVSE is to be unlocked. */
@Schema(name = "UnlockBody")
public record UnlockBody(
        @Schema(description = "Counted within its EVSE; default: the only one. 1.6: 1", minimum = "1") @Nullable
        Integer connector) {}
