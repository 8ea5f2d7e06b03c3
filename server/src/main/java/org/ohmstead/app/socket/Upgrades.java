package org.ohmstead.app.socket;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.app.settings.StationSecuritySettings.NoCommonSubprotocol;
import org.ohmstead.app.settings.StationSettings.DefaultVersion;
import org.ohmstead.app.socket.frames.CloseCode;
import org.ohmstead.app.socket.handshake.Newcomers;
import org.ohmstead.app.socket.handshake.Probation;
import org.ohmstead.app.socket.handshake.RawTarget;
import org.ohmstead.app.socket.handshake.StationDoor.Admitted;
import org.ohmstead.app.socket.handshake.StationDoor.Knock;
import org.ohmstead.app.socket.handshake.StationDoor.TurnedAway;
import org.ohmstead.app.socket.handshake.Subprotocols;
import org.ohmstead.app.socket.handshake.Visit;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.stations.connections.Attempt.Reason;
import org.ohmstead.tenants.Tenant;

/** Makes links of the handshakes of stations that may come in. */
final class Upgrades {
    static final String SUBPROTOCOL = "Sec-WebSocket-Protocol";

    private final LinkServices services;
    private final OpenLinks open;
    private final Refusals refusals;
    private final Newcomers newcomers;

    Upgrades(LinkServices services, OpenLinks open, Refusals refusals) {
        this.services = services;
        this.open = open;
        this.refusals = refusals;
        this.newcomers = new Newcomers(
                services.settings().stations().newcomersPerAddress(),
                services.settings().http().trustedProxies());
    }

    void upgrade(Visit visit, Admitted station) {
        Probation probation = null;
        if (!station.accepted()) {
            Optional<Newcomers.Permit> place = newcomers.enter(visit.knock().address());
            if (place.isEmpty()) {
                refusals.refuse(visit, tooMany(station));
                return;
            }
            probation = new Probation(((ConnectionBase) visit.request().connection()).channel(), place.get());
        }
        upgrade(visit, station, probation);
    }

    private static TurnedAway tooMany(Admitted station) {
        return new TurnedAway(
                station.station().tenant(),
                Reason.TOO_MANY_CONNECTIONS,
                "its address has as many connections of stations that were never accepted as newcomers-per-address allows");
    }

    private void upgrade(Visit visit, Admitted station, @Nullable Probation probation) {
        HttpServerRequest request = visit.request();
        Subprotocols offered = Subprotocols.of(request.headers().getAll(SUBPROTOCOL));
        Optional<Subprotocols.Agreed> agreed = offered.agree();
        if (agreed.isEmpty() && !offered.isSilent() && refusesOthers()) {
            refusals.refuse(visit, noCommonVersion(station, offered));
            return;
        }
        // Vert.x itself would compare exactly; left without a list of its own it passes this header on.
        agreed.ifPresent(it -> request.response().putHeader(SUBPROTOCOL, it.token()));
        String extensions = request.getHeader("Sec-WebSocket-Extensions");
        RawTarget.makeAcceptable(request);
        HttpConnection connection = request.connection();
        request.toWebSocket().onComplete(done -> {
            if (done.failed()) {
                String why = String.valueOf(done.cause().getMessage());
                refusals.note(visit, new TurnedAway(Tenant.DEFAULT.id(), Reason.BAD_HANDSHAKE, why));
            } else if (agreed.isEmpty() && !offered.isSilent()) {
                noCommonVersion(done.result(), visit, station, offered);
            } else {
                visit.trial().passed();
                OcppVersion version = agreed.map(Subprotocols.Agreed::version)
                        .or(() -> unspoken(visit.knock(), station))
                        .orElse(null);
                Upgraded socket = Upgraded.of(done.result(), connection, probation);
                new OpenLink(services, station, visit, socket, eventLoop(), open).begin(version, extensions);
            }
        });
    }

    /** What a station speaks that offered nothing (field note 1); empty: its first message will tell. */
    private Optional<OcppVersion> unspoken(Knock knock, Admitted station) {
        return Optional.ofNullable(station.defaultVersion())
                .or(() -> Optional.ofNullable(knock.path().version()))
                .or(() -> ofSettings(services.settings().stations().defaultVersion()));
    }

    private static Optional<OcppVersion> ofSettings(DefaultVersion version) {
        return switch (version) {
            case SNIFF -> Optional.empty();
            case V1_6 -> Optional.of(OcppVersion.V16);
            case V2_0_1 -> Optional.of(OcppVersion.V201);
            case V2_1 -> Optional.of(OcppVersion.V21);
        };
    }

    /** OCPP-J §3.3: the handshake is completed without the header, and the connection closed at once. */
    private void noCommonVersion(ServerWebSocket socket, Visit visit, Admitted station, Subprotocols offered) {
        refusals.note(visit, noCommonVersion(station, offered));
        socket.close((short) CloseCode.PROTOCOL_ERROR, "spoken are ocpp1.6, ocpp2.0.1 and ocpp2.1");
    }

    private static TurnedAway noCommonVersion(Admitted station, Subprotocols offered) {
        return new TurnedAway(
                station.station().tenant(),
                Reason.NO_COMMON_SUBPROTOCOL,
                "offered were only " + offered + "; spoken are ocpp1.6, ocpp2.0.1 and ocpp2.1");
    }

    private boolean refusesOthers() {
        return services.settings().stationSecurity().noCommonSubprotocol() == NoCommonSubprotocol.REFUSE;
    }

    /** Of this connection; not the copy that Quarkus makes for each request, which would be kept as long as the connection. */
    static Context eventLoop() {
        ContextInternal current = (ContextInternal) Objects.requireNonNull(Vertx.currentContext(), "an event loop");
        return current.unwrap();
    }
}
