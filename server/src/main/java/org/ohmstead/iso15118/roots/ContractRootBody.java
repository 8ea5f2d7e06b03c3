package org.ohmstead.iso15118.roots;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An authority to trust. */
@Schema(name = "ContractRootAdd")
public record ContractRootBody(
        @Schema(required = true, implementation = RootUse.class, description = "What it vouches for: v2g, mo or oem")
        @Nullable
        String use,

        @Schema(required = true, maxLength = 20_000, description = "One certificate of an authority, as PEM") @Nullable
        String certificate,

        @Schema(maxLength = 200, description = "For people") @Nullable
        String note) {}
