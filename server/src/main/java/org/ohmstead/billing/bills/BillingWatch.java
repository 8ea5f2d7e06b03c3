package org.ohmstead.billing.bills;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.ohmstead.access.Actor;
import org.ohmstead.events.EventListener;
import org.ohmstead.events.StoredEvent;

/** Makes a bill of each price. What was not on disk when the server died comes again. */
@Singleton
public class BillingWatch implements EventListener {
    private final Billing billing;

    @Inject
    public BillingWatch(Billing billing) {
        this.billing = billing;
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
        Long station = event.station();
        if (station != null && event.kind().equals(PricedSession.KIND)) {
            billing.priced(Actor.server(event.tenant(), name()), PricedSession.of(station, event.payload()));
        }
    }
}
