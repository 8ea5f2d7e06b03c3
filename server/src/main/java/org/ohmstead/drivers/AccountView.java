package org.ohmstead.drivers;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ohmstead.db.Scope;
import org.ohmstead.ledger.Holder;
import org.ohmstead.ledger.Ledger;
import org.ohmstead.ledger.Money;

/** What somebody has, and owes. */
@Schema(name = "MoneyAccount")
public record AccountView(
        @Schema(description = "What was paid before and not used, of each currency. Below 0: it was overdrawn")
        List<MoneyView> wallet,

        @Schema(description = "What was billed and not paid, of each currency")
        List<MoneyView> owed) {
    public AccountView {
        wallet = List.copyOf(wallet);
        owed = List.copyOf(owed);
    }

    /** An amount. */
    @Schema(name = "Money")
    public record MoneyView(
            @Schema(examples = "50.00") BigDecimal amount,
            @Schema(examples = "EUR") String currency) {
        static MoneyView of(Money money) {
            return new MoneyView(money.amount(), money.currency());
        }
    }

    static AccountView of(Ledger ledger, Scope scope, Holder holder) {
        return of(ledger.wallet(scope, holder), ledger.owed(scope, holder));
    }

    static AccountView of(List<Money> wallet, List<Money> owed) {
        return new AccountView(
                wallet.stream().map(MoneyView::of).toList(),
                owed.stream().map(MoneyView::of).toList());
    }
}
