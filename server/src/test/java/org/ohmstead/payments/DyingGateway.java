package org.ohmstead.payments;

import java.util.Set;
import org.ohmstead.payments.gateways.Account;
import org.ohmstead.payments.gateways.AccountKey;
import org.ohmstead.payments.gateways.Answer;
import org.ohmstead.payments.gateways.GatewayCall;
import org.ohmstead.payments.gateways.PaymentGateway;
import org.ohmstead.payments.state.Payment;

/** The provider does what is wanted, and our server ends before it can write that down. */
public final class DyingGateway implements PaymentGateway {
    /** As of a process that was killed. */
    public static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final PaymentGateway real;

    public DyingGateway(PaymentGateway real) {
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
        real.authorize(call);
        throw new Killed();
    }

    @Override
    public Answer capture(GatewayCall call) {
        real.capture(call);
        throw new Killed();
    }

    @Override
    public Answer refund(GatewayCall call) {
        real.refund(call);
        throw new Killed();
    }

    @Override
    public Answer cancel(GatewayCall call) {
        real.cancel(call);
        throw new Killed();
    }

    @Override
    public Answer lookUp(Account account, Payment payment) {
        return real.lookUp(account, payment);
    }
}
