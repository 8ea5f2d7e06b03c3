package org.ohmstead.iso15118.pools;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.iso15118.roots.RootUse;

/** Where vehicles get contract certificates from, as the API shows it. */
@Schema(name = "ContractPool")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContractPoolView(
        @Schema(
                description = "As the setting contract-pool says",
                enumeration = {"none", "lab", "hubject"})
        String pool,

        @Schema(description = "Of Hubject's. Absent: it is another") @Nullable
        String url,

        @Schema(description = "How long a station waits for it at most, in milliseconds")
        long patienceMs,

        @Schema(description = "The roots of the laboratory, for whoever wants to trust them. Empty: it is another")
        List<Root> roots) {

    /** A root of the laboratory. */
    @Schema(name = "ContractPoolRoot")
    public record Root(
            @Schema(implementation = RootUse.class, description = "What it vouches for: v2g, mo or oem")
            String use,

            @Schema(description = "As PEM") String certificate) {}

    /** What came of a try. */
    @Schema(name = "ContractPoolTest")
    public record Tried(
            @Schema(description = "Whether the pool can be reached")
            boolean reached,

            @Schema(description = "What was seen, in a sentence")
            String seen,

            @Schema(description = "How long it took, in milliseconds")
            long durationMs) {}
}
