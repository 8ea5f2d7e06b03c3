package org.ohmstead.payments;

import java.util.Set;
import org.ohmstead.payments.gateways.Account;
import org.ohmstead.payments.gateways.AccountKey;
import org.ohmstead.payments.gateways.Answer;
import org.ohmstead.payments.gateways.GatewayCall;
import org.ohmstead.payments.gateways.PaymentGateway;
import org.ohmstead.payments.state.Payment;

/** A provider that no request to do something comes to; it can be asked how things stand. */
final class SilentGateway implements PaymentGateway {
    private final PaymentGateway real;

    SilentGateway(PaymentGateway real) {
        this.real = real;
    }

    @Override
    public String name() {
        return real.name();
    }

    @Override
    public Set<AccountKey> needs() {
        return real.needs();
    }

    @Override
    public Answer authorize(GatewayCall call) {
        return new Answer.Unknown("nobody there");
    }

    @Override
    public Answer capture(GatewayCall call) {
        return authorize(call);
    }

    @Override
    public Answer refund(GatewayCall call) {
        return authorize(call);
    }

    @Override
    public Answer cancel(GatewayCall call) {
        return authorize(call);
    }

    @Override
    public Answer lookUp(Account account, Payment payment) {
        return real.lookUp(account, payment);
    }
}
