package org.ohmstead.securityevents.ocpp16;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.v16.SecurityEventNotification.Request;
import org.ohmstead.ocpp.v16.SecurityEventNotification.Response;
import org.ohmstead.securityevents.SecurityEvents;
import org.ohmstead.securityevents.SecurityReport;
import org.ohmstead.stations.Caller;

/** OCPP 1.6 security extension A04: something happened that bears on security, perhaps while the station was offline. */
@Singleton
public class SecurityEventNotification16 implements CallHandler<Caller, Request, Response> {
    /** For a station that left its type out: the event is kept all the same. */
    private static final String UNKNOWN = "Unknown";

    private final SecurityEvents events;

    @Inject
    public SecurityEventNotification16(SecurityEvents events) {
        this.events = events;
    }

    @Override
    public Response handle(Caller caller, Request call) {
        events.report(
                caller.station(),
                new SecurityReport(
                        Objects.requireNonNullElse(call.type(), UNKNOWN),
                        Objects.requireNonNullElse(call.timestamp(), caller.receivedAt()),
                        Objects.requireNonNullElse(call.techInfo(), ""),
                        caller.receivedAt()));
        return new Response();
    }
}
