/**
 * Payments by Stripe: PaymentIntents that are captured by hand (docs.stripe.com/payments/place-a-hold-on-a-payment-method), and
 * signed webhooks. Cards go from the driver's browser to Stripe and never come here.
 */
@NullMarked
package org.ohmstead.payments.stripe;

import org.jspecify.annotations.NullMarked;
