package org.ohmstead.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up single accounts. @param accounts by kind, kind of holder, holder and currency; in minor units */
record LedgerSums(Map<List<Object>, Long> accounts) {
    private record Of(Account.Kind account, String currency) {}

    Totals totals(boolean agrees, long postings, long lastNumber) {
        Map<Of, Totals.Sum> sums = new LinkedHashMap<>();
        Map<String, Money> all = new TreeMap<>();
        accounts.forEach((account, minor) -> {
            Money amount = new Money((String) account.get(3), minor);
            Of of = new Of(Account.Kind.of((String) account.get(0)), amount.currency());
            sums.merge(
                    of,
                    new Totals.Sum(of.account(), amount, 1),
                    (one, other) -> new Totals.Sum(
                            of.account(), one.amount().plus(other.amount()), one.holders() + other.holders()));
            all.merge(amount.currency(), amount, Money::plus);
        });
        return new Totals(List.copyOf(sums.values()), List.copyOf(all.values()), agrees, postings, lastNumber);
    }
}
