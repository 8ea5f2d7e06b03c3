package org.ohmstead.drivers;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Scope;
import org.ohmstead.ledger.Holder;
import org.ohmstead.tokens.StoredToken;
import org.ohmstead.tokens.Tokens;

/** Who pays for a session: the driver's company, the company of the token's group, the driver, or nobody that is known. */
@Singleton
public class Payers {
    private final Tokens tokens;
    private final Drivers drivers;
    private final Companies companies;

    @Inject
    public Payers(Tokens tokens, Drivers drivers, Companies companies) {
        this.tokens = tokens;
        this.drivers = drivers;
        this.companies = companies;
    }

    /**
     * @param token as the session has it; null: it began without one
     * @param type  of OCPP 2.x; null: an idTag of 1.6
     * @param group that the token belonged to when the session began; null: none
     */
    public Payer of(Scope scope, @Nullable String token, @Nullable String type, @Nullable String group) {
        if (token == null) {
            return Payer.NOBODY;
        }
        Optional<StoredToken> known = tokens.find(scope, token, type);
        StoredDriver driver =
                known.flatMap(each -> drivers.ofToken(scope, each.id())).orElse(null);
        Long number = driver == null ? null : driver.id();
        if (driver != null && driver.driver().company() != null) {
            return new Payer(Holder.company(driver.driver().company()), PaymentMethod.INVOICE, number);
        }
        String payingGroup =
                group != null ? group : known.map(each -> each.token().group()).orElse(null);
        Optional<StoredCompany> company =
                payingGroup == null ? Optional.empty() : companies.ofGroup(scope, payingGroup);
        if (company.isPresent()) {
            return new Payer(Holder.company(company.get().id()), PaymentMethod.INVOICE, number);
        }
        return driver == null
                ? Payer.NOBODY
                : new Payer(Holder.driver(driver.id()), driver.driver().method(), number);
    }

    /** As an invoice is to name them; empty: nobody is known. */
    public Optional<Person> person(Scope scope, Holder holder) {
        return switch (holder.kind()) {
            case NOBODY -> Optional.empty();
            case DRIVER -> Optional.of(drivers.get(scope, holder.id()).driver().person());
            case COMPANY ->
                Optional.of(companies.get(scope, holder.id()).company().person());
        };
    }
}
