package org.ohmstead.ledger;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The whole ledger added up. */
@Schema(name = "LedgerTotals")
public record LedgerTotalsView(
        @Schema(description = "Whether everything adds up as it has to")
        boolean balanced,

        @Schema(description = "Of each kind of account and currency")
        List<LedgerAccountTotal> accounts,

        @Schema(description = "Of each currency: always 0") List<LedgerSum> sums,

        long postings) {
    public LedgerTotalsView {
        accounts = List.copyOf(accounts);
        sums = List.copyOf(sums);
    }

    /** What stands on accounts of a kind. */
    public record LedgerAccountTotal(
            @Schema(implementation = Account.Kind.class) String account,
            @Schema(examples = "EUR") String currency,

            @Schema(
                    description =
                            "As people call it: of wallet, revenue and tax what stands in credit, of the others what"
                                    + " stands in debit",
                    examples = "1250.00")
            BigDecimal amount,

            @Schema(description = "How many drivers and companies have one")
            long holders) {}

    /** All accounts of a currency together, debit less credit. */
    public record LedgerSum(
            @Schema(examples = "EUR") String currency,
            @Schema(examples = "0.00") BigDecimal amount) {}

    static LedgerTotalsView of(Totals totals) {
        return new LedgerTotalsView(
                totals.isBalanced(),
                totals.accounts().stream()
                        .map(sum -> new LedgerAccountTotal(
                                sum.account().word(),
                                sum.amount().currency(),
                                (sum.account().isOfCredit() ? sum.amount().negated() : sum.amount()).amount(),
                                sum.holders()))
                        .toList(),
                totals.sums().stream()
                        .map(sum -> new LedgerSum(sum.currency(), sum.amount()))
                        .toList(),
                totals.postings());
    }
}
