package org.ohmstead.payments.gateways;

import java.util.Set;
import org.ohmstead.api.Refused;
import org.ohmstead.payments.state.OperationKind;
import org.ohmstead.payments.state.Payment;

/**
 * Speaks with a provider. A bean that implements it is found by itself. No method writes to the payment: what is answered is applied
 * by whoever asked. Each may be called again with the same {@link GatewayCall#operation()}, and must not move money a second time then.
 */
public interface PaymentGateway {
    /** In small letters, such as {@code stripe}; stands in the database. */
    String name();

    /** Of which of {@link AccountKey} an account cannot do without. */
    Set<AccountKey> needs();

    /** @throws Refused invalid: the keys are not of the mode, or otherwise wrong at sight */
    default void check(Account account) {}

    /** Before a payment is made. @throws Refused invalid: such as a currency that it does not take */
    default void check(Payment.Terms terms) {}

    Answer authorize(GatewayCall call);

    Answer capture(GatewayCall call);

    Answer refund(GatewayCall call);

    Answer cancel(GatewayCall call);

    /**
     * How it stands at the provider.
     *
     * @param account where the payment was made
     */
    Answer lookUp(Account account, Payment payment);

    /** Does what the operation says. */
    default Answer perform(GatewayCall call) {
        OperationKind kind = call.operation().kind();
        return switch (kind) {
            case AUTHORIZE -> authorize(call);
            case CAPTURE -> capture(call);
            case REFUND -> refund(call);
            case CANCEL -> cancel(call);
        };
    }
}
