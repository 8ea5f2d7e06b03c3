package org.ohmstead.billing.invoices;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;
import org.ohmstead.ledger.Holder;

/** Of whom invoices are to be made. */
@Schema(name = "InvoiceWish", description = "Whose bills are to be put on invoices")
public record CollectBody(
        @Schema(description = "Number of a driver. Default: everybody") @Nullable
        Long driver,

        @Schema(description = "Number of a company. Default: everybody") @Nullable
        Long company,

        @Schema(description = "Charged before. Default: now") @Nullable
        Instant until) {
    public static final CollectBody ALL = new CollectBody(null, null, null);

    @Nullable
    Holder holder() {
        if (driver != null && company != null) {
            throw Refused.invalid("company", "company and driver are both given; an invoice is for one of them.");
        }
        return driver != null ? Holder.driver(driver) : company != null ? Holder.company(company) : null;
    }
}
