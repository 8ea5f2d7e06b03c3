package org.ohmstead.drivers;

import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.QueryWords;
import org.ohmstead.api.Refused;
import org.ohmstead.ledger.Account;
import org.ohmstead.ledger.Money;
import org.ohmstead.ledger.Wallets;

/** Money that was received, or paid out. */
@Schema(description = "Money that was received by hand, or paid out")
public record MoneyBody(
        @Schema(description = "Below 0: it was paid out", examples = "50.00", required = true) @Nullable
        BigDecimal amount,

        @Schema(description = "ISO 4217", examples = "EUR", minLength = 3, maxLength = 3, required = true) @Nullable
        String currency,

        @Schema(description = "For people", examples = "In cash", maxLength = 500) @Nullable
        String note) {
    Money money() {
        if (amount == null) {
            throw Refused.invalid("amount", "amount is missing; give one, such as 50.00.");
        }
        if (currency == null) {
            throw Refused.invalid("currency", "currency is missing; give a code of ISO 4217, such as EUR.");
        }
        return Money.given("currency", currency, "amount", amount);
    }

    /**
     * Enters it in the ledger, once for each key.
     *
     * @param repeat a key of the caller's own; null: each time
     */
    static void enter(
            @Nullable MoneyBody body, Wallets wallets, Actor actor, Account account, @Nullable String repeat) {
        actor.checkSeesAll("Money");
        if (body == null) {
            throw Refused.invalid("amount", "amount is missing; give one, such as 50.00.");
        }
        String key = QueryWords.text(repeat);
        wallets.move(
                actor, account, body.money(), key == null ? UUID.randomUUID().toString() : key, body.text());
    }

    @Nullable
    String text() {
        PersonRules.text("note", note, 500, false);
        return QueryWords.text(note);
    }
}
