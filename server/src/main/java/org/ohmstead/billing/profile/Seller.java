package org.ohmstead.billing.profile;

import org.jspecify.annotations.Nullable;

/**
 * What invoices say of the organisation; null: nothing.
 *
 * @param registration such as its number in a register of companies
 * @param footer       such as a bank account and terms of payment; several lines
 */
public record Seller(
        @Nullable String name,
        @Nullable String address,
        @Nullable String vatNumber,
        @Nullable String registration,
        @Nullable String email,
        @Nullable String footer) {
    public static final Seller NOBODY = new Seller(null, null, null, null, null, null);
}
