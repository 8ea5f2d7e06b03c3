package org.ohmstead.billing.personal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.billing.bills.Bill;
import org.ohmstead.billing.bills.BillItem;
import org.ohmstead.billing.invoices.Invoice;
import org.ohmstead.drivers.Driver;
import org.ohmstead.drivers.Person;
import org.ohmstead.ledger.Entry;
import org.ohmstead.ledger.Holder;
import org.ohmstead.ledger.Money;
import org.ohmstead.ledger.StoredPosting;
import org.ohmstead.tokens.StoredToken;

/** All that is kept of a driver. */
@Schema(name = "DriverExport")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DriverExportView(
        long id,
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String language,
        @Nullable String address,
        @Nullable String vatNumber,
        @Nullable Long company,
        String paymentMethod,
        @Nullable String note,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant erasedAt,
        List<ExportedToken> tokens,

        @Schema(description = "Of each currency, such as 12.50 EUR")
        List<String> wallet,

        @Schema(description = "Of each currency, such as 12.50 EUR")
        List<String> owed,

        @Schema(description = "What moved at their accounts")
        List<ExportedMovement> movements,

        List<ExportedBill> bills,
        List<ExportedInvoice> invoices) {

    /** A token that is theirs. */
    public record ExportedToken(
            long id,
            String value,
            String type,
            @Nullable String group,
            @Nullable String note,
            Instant createdAt) {
        static ExportedToken of(StoredToken stored) {
            return new ExportedToken(
                    stored.id(),
                    stored.token().value(),
                    stored.token().type(),
                    stored.token().group(),
                    stored.token().note(),
                    stored.createdAt());
        }
    }

    /** Money that moved at one of their accounts. */
    public record ExportedMovement(
            Instant at,
            @Schema(examples = "top_up") String kind,
            @Schema(examples = "wallet") String account,

            @Schema(description = "Debit above 0, credit below")
            BigDecimal amount,

            String currency,
            @Nullable String note) {}

    /** A session that was billed. */
    public record ExportedBill(
            long id,
            @Schema(examples = "charged") String state,
            boolean credit,
            long session,
            String station,
            @Nullable String token,
            Instant startedAt,
            Instant endedAt,
            @Nullable BigDecimal energyWh,
            BigDecimal inclVat,
            String currency,
            List<BillItem> items) {
        static ExportedBill of(Bill bill) {
            return new ExportedBill(
                    bill.id(),
                    bill.standing().state().word(),
                    bill.isCredit(),
                    bill.session(),
                    bill.what().place().identity(),
                    bill.what().token(),
                    bill.what().span().startedAt(),
                    bill.what().span().endedAt(),
                    bill.what().span().energyWh(),
                    bill.total().amount(),
                    bill.net().currency(),
                    bill.items());
        }
    }

    /** An invoice, as it was sent. */
    public record ExportedInvoice(
            long id,
            String label,
            String name,
            @Nullable String address,
            Instant issuedAt,
            BigDecimal inclVat,
            String currency) {
        static ExportedInvoice of(Invoice invoice) {
            return new ExportedInvoice(
                    invoice.id(),
                    invoice.label(),
                    invoice.parties().buyer().name(),
                    invoice.parties().buyer().address(),
                    invoice.dates().issuedAt(),
                    invoice.total().amount(),
                    invoice.net().currency());
        }
    }

    static DriverExportView of(DriverData.Kept kept) {
        Driver driver = kept.driver().driver();
        Person person = driver.person();
        Holder holder = Holder.driver(kept.driver().id());
        return new DriverExportView(
                kept.driver().id(),
                person.name(),
                person.email(),
                driver.phone(),
                person.language(),
                person.address(),
                person.vatNumber(),
                driver.company(),
                driver.method().word(),
                driver.note(),
                kept.driver().createdAt(),
                kept.driver().updatedAt(),
                kept.driver().erasedAt(),
                kept.tokens().stream().map(ExportedToken::of).toList(),
                kept.wallet().stream().map(Money::toString).toList(),
                kept.owed().stream().map(Money::toString).toList(),
                kept.postings().stream()
                        .flatMap(posting -> posting.posting().entries().stream()
                                .filter(entry -> entry.account().holder().equals(holder))
                                .map(entry -> movement(posting, entry)))
                        .toList(),
                kept.bills().stream().map(ExportedBill::of).toList(),
                kept.invoices().stream().map(ExportedInvoice::of).toList());
    }

    private static ExportedMovement movement(StoredPosting posting, Entry entry) {
        return new ExportedMovement(
                posting.postedAt(),
                posting.posting().kind().word(),
                entry.account().kind().word(),
                entry.amount().amount(),
                entry.amount().currency(),
                posting.posting().note());
    }
}
