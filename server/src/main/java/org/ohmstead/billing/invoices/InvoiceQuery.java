package org.ohmstead.billing.invoices;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.QueryWords;
import org.ohmstead.api.Refused;
import org.ohmstead.ledger.Holder;

/** Which invoices are wanted, as the parameters of a request say it. */
public record InvoiceQuery(
        @Parameter(description = "For this driver") @QueryParam("driver") @Nullable
        String driver,

        @Parameter(description = "For this company") @QueryParam("company") @Nullable
        String company,

        @Parameter(description = "Only these", schema = @Schema(implementation = InvoiceKind.class))
        @QueryParam("kind")
        @Nullable
        String kind,

        @Parameter(description = "Only of this series") @QueryParam("series") @Nullable
        String series,

        @Parameter(description = "Issued then or later") @QueryParam("from") @Nullable
        String from,

        @Parameter(description = "Issued before") @QueryParam("to") @Nullable
        String to) {

    /** @throws Refused invalid naming the parameter that is not allowed */
    InvoiceFilter filter() {
        Long ofDriver = QueryWords.number("driver", driver);
        Long ofCompany = QueryWords.number("company", company);
        if (ofDriver != null && ofCompany != null) {
            throw Refused.invalid("company", "company and driver are both given; an invoice is for one of them.");
        }
        InvoiceFilter filter = new InvoiceFilter(
                ofDriver != null ? Holder.driver(ofDriver) : ofCompany != null ? Holder.company(ofCompany) : null,
                QueryWords.word("kind", InvoiceKind.class, kind),
                QueryWords.text(series),
                QueryWords.time("from", from),
                QueryWords.time("to", to));
        QueryWords.period("from", filter.from(), "to", filter.to());
        return filter;
    }
}
