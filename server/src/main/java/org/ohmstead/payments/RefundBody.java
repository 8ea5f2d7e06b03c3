package org.ohmstead.payments;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What goes back. */
@Schema(name = "PaymentRefundBody")
public record RefundBody(
        @Schema(description = "In the payment's currency. Absent: all that is left", examples = "5.00", minimum = "0")
        @Nullable
        BigDecimal amount,

        @Schema(
                description =
                        "Yours: sent again with the same it is the same refund. Absent: each is another, as far as"
                                + " there is money")
        @Nullable
        String key) {}
