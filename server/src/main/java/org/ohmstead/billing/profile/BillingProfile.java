package org.ohmstead.billing.profile;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * How an organisation bills.
 *
 * @param language    of invoices for those of whom none is known
 * @param zone        in which a month begins, and in which times on invoices are
 * @param series      of the numbers of invoices and of credit notes
 * @param dueDays     until an invoice is to be paid
 * @param overdraft   whether a session may take more from a wallet than there is; else the rest is owed
 */
public record BillingProfile(
        Invoicing invoicing,
        Seller seller,
        String language,
        ZoneId zone,
        Series series,
        int dueDays,
        boolean overdraft,
        @Nullable Logo logo) {
    /** What stands before the numbers. */
    public record Series(String invoices, String creditNotes) {}

    /** Of those who have not said anything. */
    public static final BillingProfile DEFAULT = new BillingProfile(
            Invoicing.NONE, Seller.NOBODY, "en", ZoneOffset.UTC, new Series("INV", "CN"), 14, false, null);
}
