package org.ohmstead.payments;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What something has cost in the end. */
@Schema(name = "PaymentCaptureBody")
public record CaptureBody(
        @Schema(
                description =
                        "In the payment's currency. What the hold does not cover is told as a debt; 0 gives the hold"
                                + " back",
                examples = "17.35",
                required = true,
                minimum = "0")
        @Nullable
        BigDecimal cost) {}
