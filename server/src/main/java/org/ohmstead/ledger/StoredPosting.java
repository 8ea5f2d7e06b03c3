package org.ohmstead.ledger;

import java.time.Instant;
import org.ohmstead.ledger.Account.Kind;

/**
 * A posting as it stands.
 *
 * @param number 1, 2, 3 … of the tenant, without a gap
 * @param actor  who did it
 */
public record StoredPosting(long id, long number, Posting posting, String actor, Instant postedAt) {
    /** What it moved at accounts of a kind and holder. */
    public Money at(Kind kind, Holder holder) {
        Money sum = Money.zero(posting.currency());
        for (Entry entry : posting.entries()) {
            if (entry.account().equals(new Account(kind, holder))) {
                sum = sum.plus(entry.amount());
            }
        }
        return sum;
    }
}
