package org.ohmstead.ledger;

import java.util.List;

/**
 * What stands on all accounts, worked out anew from every entry.
 *
 * @param accounts   of each kind of account and currency the sum, debit above 0
 * @param sums       of each currency the sum of everything: zero
 * @param agrees     whether the balances that are kept are what the entries say
 * @param postings   how many there are
 * @param lastNumber the number of the last one: as many, because there is no gap
 */
public record Totals(List<Sum> accounts, List<Money> sums, boolean agrees, long postings, long lastNumber) {
    /** @param holders how many accounts there are of the kind */
    public record Sum(Account.Kind account, Money amount, long holders) {}

    public boolean isBalanced() {
        return agrees && postings == lastNumber && sums.stream().allMatch(Money::isZero);
    }
}
