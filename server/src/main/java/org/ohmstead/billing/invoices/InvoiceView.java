package org.ohmstead.billing.invoices;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.billing.bills.BillItem;
import org.ohmstead.billing.profile.Seller;
import org.ohmstead.drivers.Person;
import org.ohmstead.ledger.Holder;

/** An invoice as the API shows it. */
@Schema(name = "Invoice")
public record InvoiceView(
        long id,

        @Schema(description = "As people say it", examples = "INV-000017")
        String label,

        @Schema(examples = "INV") String series,

        @Schema(description = "Within its series, from 1, without a gap")
        long number,

        @Schema(implementation = InvoiceKind.class) String kind,
        @Schema(implementation = Holder.Kind.class) String holder,

        @Schema(description = "Number of the driver or company")
        long holderId,

        @Schema(description = "As it was that day") InvoiceParty seller,
        @Schema(description = "As it was that day") InvoiceParty buyer,
        @Schema(examples = "EUR") String currency,

        @Schema(description = "Without tax; of a credit note below 0")
        BigDecimal exclVat,

        BigDecimal tax,
        @Schema(description = "With tax") BigDecimal inclVat,

        @Schema(description = "What of it the wallet has paid; the rest is to be paid")
        BigDecimal fromWallet,

        @Schema(examples = "de") String language,
        @Schema(description = "Of the first session") Instant from,
        @Schema(description = "Of the last session") Instant to,
        Instant issuedAt,
        Instant dueAt,
        @Schema(examples = "server:billing") String actor,
        @Schema(description = "Which are the tax together") List<InvoiceTaxLine> taxes,

        @Schema(description = "Its sessions. Absent in lists") @Nullable
        List<InvoiceSession> lines) {

    /** Who sells, or who buys. */
    public record InvoiceParty(
            @Nullable String name,
            @Nullable String address,
            @Nullable String vatNumber,
            @Nullable String registration,
            @Nullable String email,
            @Nullable String footer) {
        static InvoiceParty of(Seller seller) {
            return new InvoiceParty(
                    seller.name(),
                    seller.address(),
                    seller.vatNumber(),
                    seller.registration(),
                    seller.email(),
                    seller.footer());
        }

        static InvoiceParty of(Person buyer) {
            return new InvoiceParty(buyer.name(), buyer.address(), buyer.vatNumber(), null, buyer.email(), null);
        }
    }

    /** Of one rate. */
    public record InvoiceTaxLine(
            @Schema(description = "In percent; null: no tax", examples = "19") @Nullable
            BigDecimal vat,

            @Schema(description = "What the tax is of") BigDecimal exclVat,
            BigDecimal tax) {}

    /** A session, or one that is taken back. */
    public record InvoiceSession(
            @Schema(description = "Number of the bill or credit")
            long bill,

            @Schema(description = "Whether it takes back") boolean credit,
            long session,
            @Schema(description = "Identity of the station") String station,
            Instant startedAt,
            Instant endedAt,
            @Nullable BigDecimal energyWh,
            List<BillItem> items,
            BigDecimal exclVat,
            BigDecimal inclVat,
            BigDecimal fromWallet) {
        static InvoiceSession of(InvoiceLine line) {
            return new InvoiceSession(
                    line.bill(),
                    line.isCredit(),
                    line.session(),
                    line.station(),
                    line.startedAt(),
                    line.endedAt(),
                    line.energyWh(),
                    line.items(),
                    line.exclVat(),
                    line.inclVat(),
                    line.fromWallet());
        }
    }

    /** In a list. */
    static InvoiceView of(Invoice invoice) {
        return of(invoice, null);
    }

    static InvoiceView whole(Invoice invoice) {
        return of(invoice, invoice.lines().stream().map(InvoiceSession::of).toList());
    }

    private static InvoiceView of(Invoice invoice, @Nullable List<InvoiceSession> lines) {
        Invoice.Parties parties = invoice.parties();
        return new InvoiceView(
                invoice.id(),
                invoice.label(),
                invoice.series(),
                invoice.number(),
                invoice.kind().word(),
                parties.holder().kind().word(),
                parties.holder().id(),
                InvoiceParty.of(parties.seller()),
                InvoiceParty.of(parties.buyer()),
                invoice.net().currency(),
                invoice.net().amount(),
                invoice.tax().amount(),
                invoice.total().amount(),
                invoice.fromWallet().amount(),
                parties.language(),
                invoice.dates().from(),
                invoice.dates().to(),
                invoice.dates().issuedAt(),
                invoice.dates().dueAt(),
                invoice.actor(),
                invoice.taxes().stream()
                        .map(tax -> new InvoiceTaxLine(tax.vat(), tax.exclVat(), tax.tax()))
                        .toList(),
                lines);
    }
}
