package org.ohmstead.stations.hints;

import static org.ohmstead.db.schema.Tables.STATION;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.stations.PasswordHash;
import org.ohmstead.stations.StationRef;

/** Stations whose identity is like another one. */
@Singleton
public class SqlSimilarStations {
    private static final int MOST = 3;
    private static final int CHUNK = 500;
    /** Of those that begin alike so many are looked at. */
    private static final int LOOKED_AT = 500;

    private static final int BEGINNING = 3;

    private final Database database;

    @Inject
    public SqlSimilarStations(Database database) {
        this.database = database;
    }

    /** @param password null: it has none */
    record Similar(String identity, @Nullable PasswordHash password) {}

    /** The most alike first, itself not among them; few. */
    List<Similar> of(long tenant, String identity) {
        Scope scope = Scope.tenant(tenant);
        List<Similar> found = new ArrayList<>();
        List<String> neighbours = List.copyOf(Likeness.neighbours(identity));
        for (int from = 0; from < neighbours.size(); from += CHUNK) {
            List<String> some = neighbours.subList(from, Math.min(neighbours.size(), from + CHUNK));
            found.addAll(read(scope, STATION.IDENTITY_KEY.in(some)));
        }
        String key = identity.toLowerCase(Locale.ROOT);
        if (key.length() > BEGINNING) {
            String beginning = key.substring(0, BEGINNING);
            found.addAll(read(scope, STATION.IDENTITY_KEY.startsWith(beginning)));
        }
        Set<String> seen = new HashSet<>();
        return found.stream()
                .filter(each -> !each.identity().equalsIgnoreCase(identity) && seen.add(each.identity()))
                .filter(each -> Likeness.areAlike(identity, each.identity()))
                .sorted(Comparator.comparingInt(each -> Likeness.distance(identity, each.identity())))
                .limit(MOST)
                .toList();
    }

    private List<Similar> read(Scope scope, Condition which) {
        return database.read(scope)
                .select(STATION.IDENTITY, STATION.PASSWORD_HASH)
                .from(STATION)
                .where(scope.of(STATION.TENANT_ID), which)
                .orderBy(STATION.IDENTITY_KEY)
                .limit(LOOKED_AT)
                .fetch(row -> new Similar(row.value1(), hash(row.value2())));
    }

    /** What counted before its password was last changed. */
    Optional<PasswordHash> former(StationRef station) {
        return database.read(station.scope())
                .select(STATION.FORMER_PASSWORD_HASH)
                .from(STATION)
                .where(STATION.TENANT_ID.eq(station.tenant()), STATION.ID.eq(station.id()))
                .and(STATION.FORMER_PASSWORD_HASH.isNotNull())
                .fetchOptional(row -> new PasswordHash(row.value1()));
    }

    private static @Nullable PasswordHash hash(@Nullable String text) {
        return text == null ? null : new PasswordHash(text);
    }
}
