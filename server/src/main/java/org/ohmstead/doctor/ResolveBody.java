package org.ohmstead.doctor;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a problem is to be solved. */
@Schema(name = "ResolveConnectionProblem")
public record ResolveBody(
        @Schema(description = "One of the problem's actions", required = true, examples = "create_station") @Nullable
        String action) {}
