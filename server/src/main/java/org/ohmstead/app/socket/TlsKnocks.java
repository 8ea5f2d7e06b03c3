package org.ohmstead.app.socket;

import java.util.Optional;
import org.ohmstead.app.socket.handshake.FailedHandshakes;
import org.ohmstead.app.socket.handshake.StationDoor.Knock;
import org.ohmstead.app.socket.handshake.StationDoor.TurnedAway;
import org.ohmstead.app.socket.handshake.StationPath;
import org.ohmstead.app.socket.handshake.Transport;
import org.ohmstead.app.socket.listening.TlsFailure;
import org.ohmstead.app.socket.listening.TlsFailures;
import org.ohmstead.stations.connections.Attempt.Reason;
import org.ohmstead.tenants.Tenant;

/** Connections to a port with TLS that have not come as far as a request: kept as all that were turned away, within the same bounds. */
final class TlsKnocks implements TlsFailures {
    private final FailedHandshakes failures;
    private final Refusals refusals;

    TlsKnocks(FailedHandshakes failures, Refusals refusals) {
        this.failures = failures;
        this.refusals = refusals;
    }

    @Override
    public void plain(String address, String target) {
        StationPath path = target.isEmpty() ? StationPath.UNREADABLE : StationPath.ofWrongPlace(target);
        note(
                new Knock(address, Transport.PLAIN, path, null, null),
                Reason.PLAIN_ON_TLS_PORT,
                "it speaks plain HTTP where TLS is spoken: set wss:// instead of ws:// in the station, or let it dial the port"
                        + " without TLS");
    }

    @Override
    public void failed(String address, TlsFailure failure) {
        note(
                new Knock(address, Transport.PLAIN, StationPath.UNREADABLE, null, null),
                failure.reason(),
                failure.detail());
    }

    private void note(Knock knock, Reason reason, String detail) {
        Optional<FailedHandshakes.Trial> trial = failures.begin(knock.address(), reason.toString(), false);
        refusals.note(knock, trial, new TurnedAway(Tenant.DEFAULT.id(), reason, detail));
    }
}
