package org.ohmstead.devicemodel;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A value that became another, as the API shows it. */
@Schema(name = "ConfigurationChange")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VariableChangeView(
        long id,

        @Schema(description = "All of its name in one", examples = "OCPPCommCtrlr.HeartbeatInterval")
        String name,

        ShownAddress address,

        @Schema(description = "What it was; absent: none, or a secret") @Nullable
        String before,

        @Schema(description = "What it became; absent: none, or a secret") @Nullable
        String after,

        @Schema(description = "Whether the station has it no more")
        boolean gone,

        @Schema(
                description = "Who set it; absent: it was found so, whoever has changed it",
                examples = "user:anna@example.org")
        @Nullable
        String by,

        @Schema(description = "When the change was noticed, or accepted")
        Instant at) {

    static VariableChangeView of(VariableChange change) {
        return new VariableChangeView(
                change.id(),
                change.address().shown(),
                ShownAddress.of(change.address()),
                change.before(),
                change.after(),
                change.gone(),
                change.by(),
                change.at());
    }
}
