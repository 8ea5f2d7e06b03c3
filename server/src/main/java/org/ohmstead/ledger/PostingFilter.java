package org.ohmstead.ledger;

import org.jspecify.annotations.Nullable;

/** Which postings are wanted: those with an entry at such an account. @param account null: any; holder too */
public record PostingFilter(
        Account.@Nullable Kind account, @Nullable Holder holder) {
    public static final PostingFilter ALL = new PostingFilter(null, null);
}
