package org.ohmstead.remote.starts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.stations.StationRef;

/**
 * That somebody wanted a session to begin, and what came of it.
 *
 * @param command     number of the command that it became
 * @param actor       who wanted it
 * @param note        why it came to nothing, or what the station says beside its answer
 * @param transaction that the station's answer names (F01.FR.13)
 * @param session     number of the session that it led to
 */
public record RemoteStart(
        long id,
        StationRef station,
        long command,
        String actor,
        Wanted wanted,
        RemoteStartState state,
        @Nullable String note,
        @Nullable String transaction,
        @Nullable Long session,
        Times times) {

    /**
     * What was wanted.
     *
     * @param number the remoteStartId; null: 1.6 has none
     * @param type   of the token in 2.x
     * @param group  of the token
     * @param evse   null: any
     */
    public record Wanted(
            @Nullable Long number,
            String token,
            @Nullable String type,
            @Nullable String group,
            @Nullable Integer evse) {
        boolean isAt(@Nullable Integer other) {
            return evse == null || other == null || evse.equals(other);
        }
    }

    /**
     * By our clock.
     *
     * @param expires until when a session is waited for; null: not known yet
     * @param ended   when it came to nothing
     */
    public record Times(
            Instant requested,
            @Nullable Instant accepted,
            @Nullable Instant plugged,
            @Nullable Instant started,
            @Nullable Instant expires,
            @Nullable Instant ended) {
        static Times at(Instant requested) {
            return new Times(requested, null, null, null, null, null);
        }
    }

    /** When it came to be as it is. */
    Instant changedAt() {
        Instant at =
                switch (state) {
                    case QUEUED, REQUESTED -> times.requested();
                    case ACCEPTED -> times.accepted();
                    case PLUGGED -> times.plugged();
                    case STARTED -> times.started();
                    case REJECTED, EXPIRED, FAILED -> times.ended();
                };
        return at == null ? times.requested() : at;
    }

    RemoteStart leaving(Instant at) {
        return with(RemoteStartState.REQUESTED, note, Times.at(at));
    }

    /** The station will, unless it has begun already. */
    RemoteStart accepted(Instant at, Instant expires, @Nullable String said, @Nullable String named) {
        Times then = new Times(times.requested(), at, times.plugged(), times.started(), expires, null);
        RemoteStartState now = state == RemoteStartState.REQUESTED ? RemoteStartState.ACCEPTED : state;
        return new RemoteStart(id, station, command, actor, wanted, now, said, named, session, then);
    }

    RemoteStart plugged(Instant at) {
        return with(
                RemoteStartState.PLUGGED,
                note,
                new Times(times.requested(), times.accepted(), at, null, times.expires(), null));
    }

    RemoteStart started(Instant at, long itsSession) {
        Times then = new Times(times.requested(), times.accepted(), times.plugged(), at, times.expires(), null);
        return new RemoteStart(
                id, station, command, actor, wanted, RemoteStartState.STARTED, note, transaction, itsSession, then);
    }

    /** It comes to nothing, unless it has begun already. */
    RemoteStart over(RemoteStartState how, Instant at, @Nullable String why) {
        return state == RemoteStartState.STARTED
                ? this
                : with(
                        how,
                        why,
                        new Times(times.requested(), times.accepted(), times.plugged(), null, times.expires(), at));
    }

    /** Nobody knows whether the station does it: a session may yet follow. */
    RemoteStart inDoubt(Instant at, Instant until, @Nullable String why) {
        Times then = new Times(times.requested(), times.accepted(), times.plugged(), null, until, at);
        return state == RemoteStartState.STARTED ? this : with(RemoteStartState.FAILED, why, then);
    }

    /** Whether a session may be its. */
    boolean mayStart() {
        return switch (state) {
            case REQUESTED, ACCEPTED, PLUGGED, EXPIRED -> true;
            case FAILED -> times.expires() != null;
            case QUEUED, STARTED, REJECTED -> false;
        };
    }

    private RemoteStart with(RemoteStartState other, @Nullable String why, Times then) {
        return new RemoteStart(id, station, command, actor, wanted, other, why, transaction, session, then);
    }
}
