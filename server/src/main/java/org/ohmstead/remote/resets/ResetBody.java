package org.ohmstead.remote.resets;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A reset as somebody wants it. */
@Schema(name = "ResetBody")
public record ResetBody(
        @Schema(
                implementation = ResetType.class,
                description =
                        "immediate: at once, sessions that run are stopped (Hard in 1.6). onIdle: when no session runs"
                                + " any more (Soft in 1.6: sessions are stopped in good order). immediateAndResume: at"
                                + " once, and sessions go on afterwards (2.1 only)",
                required = true)
        @Nullable
        String type,

        @Schema(description = "An EVSE alone (2.x only); absent: the station as a whole", minimum = "1") @Nullable
        Integer evse) {}
