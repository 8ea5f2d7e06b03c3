package org.ohmstead.billing.bills;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.ohmstead.access.Actor;
import org.ohmstead.events.EventListener;
import org.ohmstead.events.StoredEvent;

/** Makes a bill of each price, and posts what was paid. What was not on disk when the server died comes again. */
@Singleton
public class BillingWatch implements EventListener {
    private final Billing billing;
    private final PaymentPostings payments;

    @Inject
    public BillingWatch(Billing billing, PaymentPostings payments) {
        this.billing = billing;
        this.payments = payments;
    }

    @Override
    public String name() {
        return "billing";
    }

    @Override
    public Kind kind() {
        return Kind.DURABLE;
    }

    @Override
    public void on(StoredEvent event) {
        Actor server = Actor.server(event.tenant(), name());
        Long station = event.station();
        switch (event.kind()) {
            case PricedSession.KIND -> {
                if (station != null) {
                    billing.priced(server, PricedSession.of(station, event.payload()));
                }
            }
            case PaymentPostings.CAPTURED, PaymentPostings.REFUNDED -> payments.told(server, event);
            default -> {
                // of no interest here
            }
        }
    }
}
