package org.ohmstead.payments;

import org.jspecify.annotations.Nullable;
import org.ohmstead.payments.state.Money;

/**
 * A payment to be made.
 *
 * @param key         of whoever wants it, unique within the organisation: asked again with the same it is the same payment
 * @param gateway     such as {@code stripe}
 * @param live        whether money moves
 * @param amount      to be held; where the provider knows no holds, to be paid at once
 * @param subject     what it is for, such as {@code session:17}; null: not said
 * @param description for the driver; null: none
 * @param method      how it is paid, in the provider's words: never a card's number; null: the driver chooses
 * @param returnUrl   where the driver comes back to from the provider's page; null: nowhere
 */
public record NewPayment(
        String key,
        String gateway,
        boolean live,
        Money amount,
        @Nullable String subject,
        @Nullable String description,
        @Nullable String method,
        @Nullable String returnUrl) {}
