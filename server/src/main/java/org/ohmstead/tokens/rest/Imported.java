package org.ohmstead.tokens.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ohmstead.tokens.blocking.TokenCharging;

/** How an import went, or would go. */
@Schema(name = "Imported", description = "How an import of tokens went, or would go")
public record Imported(
        @Schema(description = "true: nothing was written, this is a preview")
        boolean dryRun,

        @Schema(description = "How many tokens are new") int created,

        @Schema(description = "How many stood and were changed")
        int changed,

        @Schema(description = "How many stood as they are") int unchanged,

        @Schema(description = "Those that are new or were changed, in the order in which they were sent")
        List<Row> rows,

        @Schema(
                description =
                        "Those of all that were sent which are blocked or have expired, or would be, and charge: with their"
                                + " sessions and how to stop them")
        List<TokenCharging> charging) {

    /** What became of one entry. */
    @Schema(name = "ImportedRow")
    public record Row(
            @Schema(description = "Where it stands in what was sent", examples = "Line 3")
            String where,

            @Schema(description = "The token's value") String value,

            @Schema(
                    description = "What became of it",
                    enumeration = {"created", "changed"})
            String outcome,

            @Schema(description = "The fields that were changed")
            List<String> fields) {}
}
