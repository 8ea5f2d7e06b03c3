package org.ohmstead.doctor;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.ohmstead.db.schema.Tables.CONNECTION;
import static org.ohmstead.db.schema.Tables.CONNECTION_ATTEMPT;
import static org.ohmstead.db.schema.Tables.STATION;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.schema.tables.records.ConnectionAttemptRecord;
import org.ohmstead.stations.connections.Attempt;
import org.ohmstead.stations.connections.AttemptHint;

/** Refused attempts, put together by who they are of and why. */
@Singleton
public class SqlConnectionProblems {
    private static final Field<String> WHO =
            coalesce(lower(CONNECTION_ATTEMPT.IDENTITY), CONNECTION_ATTEMPT.REMOTE_ADDRESS);
    private static final Field<Long> NEWEST = max(CONNECTION_ATTEMPT.ID);
    private static final Field<Instant> FIRST = min(CONNECTION_ATTEMPT.ATTEMPTED_AT);
    private static final Field<Instant> LAST = max(CONNECTION_ATTEMPT.LAST_AT);
    private static final Field<BigDecimal> OCCURRED = sum(CONNECTION_ATTEMPT.OCCURRED);

    private final Database database;

    @Inject
    public SqlConnectionProblems(Database database) {
        this.database = database;
    }

    private record Group(long newest, long occurred, Instant first, Instant last) {}

    /** When the station of an identity was last connected. */
    private record Known(String identity, @Nullable Instant connectedAt) {}

    /**
     * Those with an attempt since then, the newest first.
     *
     * @param station an identity in any case; null: any
     * @param before  the id of a problem, behind which they come
     */
    List<ConnectionProblem> since(Scope scope, Instant since, @Nullable String station, long before, int rows) {
        Condition of = station == null
                ? noCondition()
                : lower(CONNECTION_ATTEMPT.IDENTITY).eq(station.toLowerCase(Locale.ROOT));
        return problems(
                scope, groups(scope, CONNECTION_ATTEMPT.LAST_AT.ge(since).and(of), before, rows));
    }

    /** The problem to which a row of attempts belongs, with all that is kept of it. */
    Optional<ConnectionProblem> of(Scope scope, long attempt) {
        return database
                .read(scope)
                .select(WHO, CONNECTION_ATTEMPT.REASON)
                .from(CONNECTION_ATTEMPT)
                .where(scope.of(CONNECTION_ATTEMPT.TENANT_ID), CONNECTION_ATTEMPT.ID.eq(attempt))
                .and(own(scope))
                .fetchOptional(row -> WHO.eq(row.value1()).and(CONNECTION_ATTEMPT.REASON.eq(row.value2())))
                .stream()
                .flatMap(same -> problems(scope, groups(scope, same, Long.MAX_VALUE, 1)).stream())
                .findFirst();
    }

    private List<Group> groups(Scope scope, Condition which, long before, int rows) {
        return database.read(scope)
                .select(NEWEST, OCCURRED, FIRST, LAST)
                .from(CONNECTION_ATTEMPT)
                .where(scope.of(CONNECTION_ATTEMPT.TENANT_ID), which)
                .and(own(scope))
                .groupBy(WHO, CONNECTION_ATTEMPT.REASON)
                .having(NEWEST.lt(before))
                .orderBy(NEWEST.desc())
                .limit(rows)
                .fetch(row -> new Group(row.value1(), row.value2().longValue(), row.value3(), row.value4()));
    }

    /** Whoever sees some stations only sees what names them. */
    private static Condition own(Scope scope) {
        return scope.isLimited()
                ? lower(CONNECTION_ATTEMPT.IDENTITY)
                        .in(select(STATION.IDENTITY_KEY).from(STATION).where(scope.of(STATION.TENANT_ID, STATION.ID)))
                : noCondition();
    }

    private List<ConnectionProblem> problems(Scope scope, List<Group> groups) {
        Map<Long, ConnectionAttemptRecord> latest = database.read(scope)
                .selectFrom(CONNECTION_ATTEMPT)
                .where(scope.of(CONNECTION_ATTEMPT.TENANT_ID))
                .and(CONNECTION_ATTEMPT.ID.in(groups.stream().map(Group::newest).toList()))
                .fetchMap(CONNECTION_ATTEMPT.ID);
        Map<String, Known> known = known(
                scope,
                latest.values().stream()
                        .map(ConnectionAttemptRecord::getIdentity)
                        .filter(Objects::nonNull)
                        .map(SqlConnectionProblems::key)
                        .toList());
        return groups.stream()
                .flatMap(group -> Optional.ofNullable(latest.get(group.newest())) // it may have grown too old meanwhile
                        .map(row -> problem(group, row, known, hint(scope, row)))
                        .stream())
                .toList();
    }

    private Map<String, Known> known(Scope scope, List<String> keys) {
        Field<Instant> opened = max(CONNECTION.OPENED_AT);
        return database.read(scope)
                .select(STATION.IDENTITY_KEY, STATION.IDENTITY, opened)
                .from(STATION)
                .leftJoin(CONNECTION)
                .on(CONNECTION.TENANT_ID.eq(STATION.TENANT_ID))
                .and(CONNECTION.STATION_ID.eq(STATION.ID))
                .where(scope.of(STATION.TENANT_ID, STATION.ID), STATION.IDENTITY_KEY.in(keys))
                .groupBy(STATION.IDENTITY_KEY, STATION.IDENTITY)
                .fetchMap(STATION.IDENTITY_KEY, row -> new Known(row.value2(), row.value3()));
    }

    private static ConnectionProblem problem(
            Group group, ConnectionAttemptRecord row, Map<String, Known> known, @Nullable AttemptHint hint) {
        String identity = row.getIdentity();
        Known station = identity == null ? null : known.get(key(identity));
        Attempt latest = new Attempt(
                row.getTenantId(),
                row.getAttemptedAt(),
                row.getRemoteAddress(),
                row.getPath(),
                identity,
                row.getSubprotocols(),
                Attempt.Reason.valueOf(row.getReason().toUpperCase(Locale.ROOT)),
                row.getDetail());
        return new ConnectionProblem(
                group.newest(),
                latest,
                hint,
                group.occurred(),
                group.first(),
                group.last(),
                station == null ? null : station.identity(),
                station == null ? null : station.connectedAt());
    }

    /** A name of another station is no affair of whoever sees some alone. */
    private static @Nullable AttemptHint hint(Scope scope, ConnectionAttemptRecord row) {
        String word = row.getHint();
        if (word == null) {
            return null;
        }
        AttemptHint.Kind kind = AttemptHint.Kind.valueOf(word.toUpperCase(Locale.ROOT));
        return new AttemptHint(kind, scope.isLimited() && kind.namesStations() ? null : row.getHintValue());
    }

    private static String key(String identity) {
        return identity.toLowerCase(Locale.ROOT);
    }
}
