package org.ohmstead.payments.gateways;

import jakarta.inject.Singleton;
import java.util.Set;
import org.ohmstead.payments.gateways.Sighting.Stage;
import org.ohmstead.payments.state.Money;
import org.ohmstead.payments.state.Payment;

/**
 * Payment by invoice: no money moves here. The hold is there at once and is zero, so that the whole cost is told as a debt, which
 * whoever makes invoices collects.
 */
@Singleton
public class InvoiceGateway implements PaymentGateway {
    @Override
    public String name() {
        return "invoice";
    }

    @Override
    public Set<AccountKey> needs() {
        return Set.of();
    }

    @Override
    public Answer authorize(GatewayCall call) {
        return sighting(call.payment(), Stage.HELD);
    }

    @Override
    public Answer capture(GatewayCall call) {
        return Answer.declined("no_money", "There is nothing to take from an invoice.");
    }

    @Override
    public Answer refund(GatewayCall call) {
        return Answer.declined("no_money", "Nothing was taken that could go back. Credit the invoice.");
    }

    @Override
    public Answer cancel(GatewayCall call) {
        return sighting(call.payment(), Stage.CANCELLED);
    }

    @Override
    public Answer lookUp(Account account, Payment payment) {
        return sighting(payment, payment.state().isOver() ? Stage.CANCELLED : Stage.HELD);
    }

    private static Answer sighting(Payment payment, Stage stage) {
        Money nothing = Money.zero(payment.terms().amount().currency());
        return Sighting.of(stage, nothing, Payment.Link.NONE).seen();
    }
}
