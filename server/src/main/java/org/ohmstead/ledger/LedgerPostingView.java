package org.ohmstead.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A posting as the API shows it. */
@Schema(name = "LedgerPosting")
public record LedgerPostingView(
        @Schema(description = "1, 2, 3 … without a gap") long number,

        @Schema(description = "What was posted; it is posted once", examples = "bill/17")
        String key,

        @Schema(implementation = Posting.Kind.class) String kind,
        @Schema(examples = "EUR") String currency,
        @Nullable String note,

        @Schema(description = "Who did it", examples = "user:anna@example.org")
        String actor,

        Instant postedAt,
        @Schema(description = "Together they are 0") List<LedgerEntry> entries) {
    public LedgerPostingView {
        entries = List.copyOf(entries);
    }

    /** A line of it. */
    public record LedgerEntry(
            @Schema(implementation = Account.Kind.class) String account,
            @Schema(implementation = Holder.Kind.class) String holder,

            @Schema(description = "Number of the driver or company; 0: nobody")
            long holderId,

            @Schema(description = "Debit above 0, credit below", examples = "-12.50")
            BigDecimal amount) {}

    static LedgerPostingView of(StoredPosting stored) {
        Posting posting = stored.posting();
        return new LedgerPostingView(
                stored.number(),
                posting.key(),
                posting.kind().word(),
                posting.currency(),
                posting.note(),
                stored.actor(),
                stored.postedAt(),
                posting.entries().stream()
                        .map(entry -> new LedgerEntry(
                                entry.account().kind().word(),
                                entry.account().holder().kind().word(),
                                entry.account().holder().id(),
                                entry.amount().amount()))
                        .toList());
    }
}
