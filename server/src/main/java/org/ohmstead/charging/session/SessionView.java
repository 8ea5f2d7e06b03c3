package org.ohmstead.charging.session;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.live.MeterSample;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.tokens.TokenStatus;

/**
 * A session as the API and events show it. Absent values are not known.
 *
 * @param id                number of the session; also the transactionId of a 1.6 station
 * @param station           identity of the station
 * @param transactionId     what the station knows it by: its own id (2.x, and 1.6 where it made one up), else the number
 * @param state             open or ended
 * @param tokenVerdict      what was said about the token when the session began
 * @param startedAt         the time we believe; stationStartedAt is what the station said
 * @param meterStartWh      register of the meter at the start, in Wh; meterStopWh at the end
 * @param energyWh          from registers, in Wh
 * @param powerW            of the newest reading, in W; absent once ended
 * @param chargingState     charging, ev_connected, suspended_by_ev, suspended_by_station or idle; absent once ended
 * @param closedBy          station, superseded, operator, reboot, connector_free or refused
 * @param presumedEnd       open, and what tells that it is over all the same: reboot, connector_free, superseded or refused. It
 *                          is closed if it does not go on
 * @param freeAt            from then on it keeps its token busy no more, because of presumedEnd
 * @param verdict           complete, incomplete or suspect; absent while open
 * @param suspicions        what is odd about it
 * @param reservationNumber of the reservation that it used up
 * @param remoteStartNumber of the remote start that led to it
 * @param offline           whether parts of it came from the queue of an offline station
 * @param latest            what its meter showed last; absent in lists and events, and once ended
 * @param stale             open, but without any sign for so long that it no longer keeps its token busy
 */
public record SessionView(
        long id,
        String station,
        @Schema(implementation = OcppVersion.class) String ocppVersion,
        @Nullable Integer evse,
        @Nullable Integer connector,
        String transactionId,
        @Schema(implementation = SessionState.class) String state,
        @Nullable String token,
        @Nullable String tokenType,
        @Nullable String tokenGroup,

        @Schema(implementation = TokenStatus.class) @Nullable
        String tokenVerdict,

        @Nullable String stopToken,
        Instant startedAt,
        @Nullable Instant stationStartedAt,
        Instant receivedAt,
        @Nullable Instant endedAt,
        @Nullable Instant stationEndedAt,
        Instant updatedAt,
        @Nullable BigDecimal meterStartWh,
        @Nullable BigDecimal meterStopWh,
        @Nullable BigDecimal lastMeterWh,
        @Nullable BigDecimal energyWh,
        @Nullable BigDecimal powerW,
        @Nullable BigDecimal socPercent,

        @Schema(implementation = ChargingState.class) @Nullable
        String chargingState,

        @Schema(implementation = StopReason.class) @Nullable String stopReason,
        @Schema(implementation = ClosedBy.class) @Nullable String closedBy,

        @Schema(
                implementation = ClosedBy.class,
                description =
                        "Why the session is presumed to be over although it is open, by what its station says otherwise")
        @Nullable
        String presumedEnd,

        @Schema(description = "From when on its token is free, while an end is presumed") @Nullable
        Instant freeAt,

        @Schema(implementation = SessionVerdict.class) @Nullable
        String verdict,

        @Schema(implementation = Suspicion[].class) List<String> suspicions,
        @Nullable Long reservationNumber,
        @Nullable Long remoteStartNumber,
        boolean offline,
        boolean stale,

        @Schema(
                description = "What its meter showed last, where one open session is asked for;"
                        + " /api/v1/events/live?meter=true tells it as it changes")
        @Nullable
        MeterSample latest) {

    /** At the moment of a sign of life. */
    public static SessionView of(ChargingSession session) {
        return of(session, false, null);
    }

    public static SessionView of(ChargingSession session, boolean stale, @Nullable MeterSample latest) {
        TokenUse token = session.token();
        return new SessionView(
                session.id(),
                session.origin().station().identity(),
                session.origin().version().number(),
                session.place().evse(),
                session.place().connector(),
                session.transactionId(),
                session.state().word(),
                token == null ? null : token.value(),
                token == null ? null : token.type(),
                token == null ? null : token.group(),
                token == null ? null : token.verdict(),
                stopToken(session),
                session.times().startedAt(),
                session.times().stationStartedAt(),
                session.times().receivedAt(),
                session.times().endedAt(),
                session.times().stationEndedAt(),
                session.times().updatedAt(),
                session.meter().startWh(),
                session.meter().stopWh(),
                session.meter().lastWh(),
                session.meter().energyWh(),
                session.isOpen() ? session.meter().powerW() : null,
                session.meter().socPercent(),
                session.isOpen() ? word(session.charging()) : null,
                word(session.ending().reason()),
                word(session.ending().closedBy()),
                presumedEnd(session.ending().sign()),
                freeAt(session.ending().sign()),
                word(session.ending().verdict()),
                session.suspicions().stream().map(Suspicion::word).toList(),
                session.origin().reservation(),
                session.origin().remoteStart(),
                session.offline(),
                stale,
                latest);
    }

    private static @Nullable String presumedEnd(@Nullable EndSign sign) {
        return sign == null ? null : word(sign.by());
    }

    private static @Nullable Instant freeAt(@Nullable EndSign sign) {
        return sign == null ? null : sign.freeAt();
    }

    private static @Nullable String stopToken(ChargingSession session) {
        TokenUse stop = session.stopToken();
        return stop == null ? null : stop.value();
    }

    private static @Nullable String word(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name().toLowerCase(Locale.ROOT);
    }
}
