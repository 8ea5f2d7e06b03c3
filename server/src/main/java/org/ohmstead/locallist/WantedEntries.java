package org.ohmstead.locallist;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.limits.StationLimit;
import org.ohmstead.commands.limits.StationLimits;
import org.ohmstead.commands.verbs.Addressee;
import org.ohmstead.devicemodel.Address;
import org.ohmstead.devicemodel.DeviceModel;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.stations.StationRef;
import org.ohmstead.tokens.StoredToken;
import org.ohmstead.tokens.Token;
import org.ohmstead.tokens.TokenFilter;
import org.ohmstead.tokens.Tokens;

/**
 * What a station's list is to hold: our tokens that may be used there, with all their values, in the words of its version. Those
 * that are blocked or expired go with that word, so that they are refused offline too, as far as there is room for them.
 */
@Singleton
public class WantedEntries {
    private static final TokenFilter ALL = new TokenFilter(null, null, null);
    /** C02: it is accepted without a list. A code is kept nowhere but with its token, so not with commands either (C04). */
    private static final List<String> NOT_LISTED = List.of("NoAuthorization", "KeyCode");

    private static final List<Address> SWITCHES_16 = List.of(Address.ofKey("LocalAuthListEnabled"));

    private static final List<Address> SWITCHES_2 =
            List.of(Address.of("LocalAuthListCtrlr", "Available"), Address.of("LocalAuthListCtrlr", "Enabled"));

    private final Tokens tokens;
    private final StationLimits limits;
    private final DeviceModel model;
    private final Clock clock;

    @Inject
    public WantedEntries(Tokens tokens, StationLimits limits, DeviceModel model, Clock clock) {
        this.tokens = tokens;
        this.limits = limits;
        this.model = model;
        this.clock = clock;
    }

    /**
     * What is to be in a list.
     *
     * @param entries  by their keys
     * @param unwieldy how many values the version has no words for
     * @param beyond   how many there was no room for
     */
    record Wanted(Map<String, ListEntry> entries, int unwieldy, int beyond) {}

    private record One(ListEntry entry, boolean isRefused, Instant changedAt) {}

    /** The switch that is off, so that a list would lie there unused (behaviour 6); empty: none, as far as is known. */
    Optional<String> switchedOff(Addressee addressee) {
        return (addressee.version().isV2() ? SWITCHES_2 : SWITCHES_16)
                .stream()
                        .filter(address -> model.isOff(addressee.ref(), address))
                        .map(Address::shown)
                        .findFirst();
    }

    /** @throws Refused in conflict for more than the station takes, where that is to be refused */
    Wanted of(Addressee addressee, TooMany tooMany) {
        StationRef station = addressee.ref();
        List<One> all = new ArrayList<>();
        int unwieldy = read(addressee, all);
        long most = limits.of(station, StationLimit.LOCAL_LIST_ENTRIES)
                .map(StationLimits.Told::most)
                .orElse(Long.MAX_VALUE);
        long usable = all.stream().filter(one -> !one.isRefused()).count();
        if (usable > most && tooMany == TooMany.REFUSE) {
            throw refused(station, usable, most);
        }
        Comparator<One> order = all.size() > most
                ? Comparator.comparing(One::isRefused).thenComparing(One::changedAt, Comparator.reverseOrder())
                : Comparator.comparing(One::isRefused);
        Map<String, ListEntry> entries = new LinkedHashMap<>();
        all.sort(order);
        for (One one : all) {
            if (entries.size() < most) {
                entries.putIfAbsent(one.entry().key(), one.entry());
            }
        }
        return new Wanted(entries, unwieldy, (int) Math.max(0, all.size() - most));
    }

    private static Refused refused(StationRef station, long usable, long most) {
        return new Refused(
                Refused.Kind.CONFLICT,
                "More than the station takes",
                "There are " + usable + " tokens that may be used at " + station.identity() + "; its list takes " + most
                        + ". Nothing was sent. Restrict tokens to the stations where they are used (allowed), or have"
                        + " those sent that were changed last: whenTooMany newest at PUT /api/v1/stations/"
                        + station.identity() + "/local-list.",
                "whenTooMany");
    }

    /** @return how many values there are no words for */
    private int read(Addressee addressee, List<One> all) {
        Instant now = clock.instant();
        int unwieldy = 0;
        Cursor after = null;
        do {
            Page<StoredToken> page = tokens.page(addressee.ref().scope(), ALL, new Limit(Limit.LARGEST), after);
            for (StoredToken stored : page.items()) {
                unwieldy += add(stored, addressee, now, all);
            }
            after = Cursor.of(page.next());
        } while (after != null);
        return unwieldy;
    }

    private static int add(StoredToken stored, Addressee addressee, Instant now, List<One> all) {
        Token token = stored.token();
        List<Integer> evses = evses(token, addressee.ref().identity());
        if (evses == null || NOT_LISTED.contains(token.type())) {
            return 0;
        }
        OcppVersion version = addressee.version();
        int unwieldy = 0;
        for (String value : Stream.concat(Stream.of(token.value()), token.alsoKnownAs().stream())
                .toList()) {
            var entry = EntryWords.of(token, value, evses, version, now);
            if (entry.isEmpty()) {
                unwieldy++;
            } else {
                all.add(new One(entry.get(), token.isRefused(now), stored.updatedAt()));
            }
        }
        return unwieldy;
    }

    /** The EVSEs that a token may use at a station; empty: all; null: none of them. */
    private static @Nullable List<Integer> evses(Token token, String identity) {
        if (token.allowed().isEmpty()) {
            return List.of();
        }
        return token.allowed().stream()
                .filter(place -> place.station().equalsIgnoreCase(identity))
                .findFirst()
                .map(Token.Place::evses)
                .orElse(null);
    }
}
