package org.ohmstead.locallist;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.stations.StationRef;

/**
 * What we know of a station's list.
 *
 * @param version  after the last update that it took; 0: there was none
 * @param known    whether the entries that we have are those that it has
 * @param told     the version that it told last; null: it was never asked
 * @param syncedAt when it last held what it is to hold; null: never
 */
record LocalList(
        StationRef station,
        Wishes wishes,
        int version,
        boolean known,
        @Nullable Told told,
        @Nullable Result result,
        @Nullable Instant syncedAt) {

    /**
     * What somebody wants of it.
     *
     * @param autoSync whether it follows our tokens by itself; null: as the server's setting says
     * @param due      to be brought up to date once the station is there
     */
    record Wishes(@Nullable Boolean autoSync, TooMany tooMany, boolean due) {
        static final Wishes NONE = new Wishes(null, TooMany.REFUSE, false);

        Wishes due(boolean whether) {
            return new Wishes(autoSync, tooMany, whether);
        }
    }

    /** A version as the station told it: 0 is an empty list, or none; -1 is that it has no such thing (1.6). */
    record Told(int version, Instant at) {}

    /**
     * What the last update came to.
     *
     * @param word  the station's, or the outcome of a command that it did not answer, or one of ours: upToDate, refused
     * @param actor who wanted it
     * @param text  for people; null: nothing to say
     */
    record Result(
            String word, Instant at, String actor, @Nullable String text) {}

    static LocalList none(StationRef station) {
        return new LocalList(station, Wishes.NONE, 0, false, null, null, null);
    }

    LocalList with(Wishes other) {
        return new LocalList(station, other, version, known, told, result, syncedAt);
    }

    LocalList with(Result other) {
        return new LocalList(station, wishes, version, known, told, other, syncedAt);
    }

    LocalList at(int next, boolean isKnown) {
        return new LocalList(station, wishes, next, isKnown, told, result, syncedAt);
    }

    /** It tells a version; another one than ours means that somebody else has changed it, or that it was lost. */
    LocalList told(int other, Instant at) {
        return new LocalList(
                station, wishes, Math.max(other, 0), known && other == version, new Told(other, at), result, syncedAt);
    }

    LocalList synced(Instant at) {
        return new LocalList(station, wishes.due(false), version, known, told, result, at);
    }
}
