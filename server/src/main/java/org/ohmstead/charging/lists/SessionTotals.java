package org.ohmstead.charging.lists;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.CsvTable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.api.TimeText;
import org.ohmstead.db.Scope;
import org.ohmstead.tokens.Tokens;

/**
 * Energy and number of sessions per day or month, station and token. A session belongs to the period in which it ended, so that
 * what is still open is in none, and a month that is over changes only by what stations say late.
 */
@Singleton
public class SessionTotals {
    private static final List<String> COLUMNS = List.of(
            "period",
            "from",
            "to",
            "station",
            "token",
            "completeSessions",
            "completeEnergyWh",
            "incompleteSessions",
            "incompleteEnergyWh",
            "suspectSessions",
            "suspectEnergyWh");

    /** A day or month of a zone, as far as the filter reaches; without a name: the whole time of the filter. */
    public record Period(
            @Nullable String name,
            @Nullable Instant from,
            @Nullable Instant to) {}

    private final SqlSessionTotals store;
    private final Tokens tokens;

    @Inject
    public SessionTotals(SqlSessionTotals store, Tokens tokens) {
        this.store = store;
        this.tokens = tokens;
    }

    /**
     * In the order of time, station and token.
     *
     * @throws Refused invalid naming the parameter that is not allowed
     */
    public Page<SessionTotal> page(Scope scope, TotalsQuery query, Limit limit, @Nullable Cursor after) {
        SessionFilter filter = query.filter(token -> tokens.keyOf(scope, token));
        Set<TotalsQuery.By> groups = query.groups();
        ZoneId zone = query.timeZone();
        List<SqlSessionTotals.Row> rows = new ArrayList<>();
        Optional<Period> period = after == null
                ? first(scope, filter, groups, zone, filter.endedFrom())
                : Optional.of(periodAt(filter, groups, zone, begun(after)));
        SqlSessionTotals.@Nullable Group behind =
                after == null ? null : new SqlSessionTotals.Group(after.key(1, 3), after.key(2, 3));
        while (period.isPresent() && rows.size() <= limit.rows()) {
            rows.addAll(store.rows(scope, filter, period.get(), groups, behind, limit.rows() + 1 - rows.size()));
            behind = null;
            Instant end = period.get().to();
            period = period.get().name() == null || end == null
                    ? Optional.empty()
                    : first(scope, filter, groups, zone, end);
        }
        return Page.of(
                        rows,
                        limit,
                        row -> Cursor.at(
                                String.valueOf(row.period().from()),
                                row.group().station(),
                                row.group().token()))
                .map(SqlSessionTotals.Row::total);
    }

    CsvTable<SessionTotal> table(Scope scope, TotalsQuery query) {
        return new CsvTable<>(COLUMNS, SessionTotals::cells, after -> page(scope, query, CsvTable.PORTION, after));
    }

    /** The period of the first session that ended at a time or later; periods without any are passed over. */
    private Optional<Period> first(
            Scope scope, SessionFilter filter, Set<TotalsQuery.By> groups, ZoneId zone, @Nullable Instant from) {
        return store.firstEnd(scope, filter, from).map(end -> periodAt(filter, groups, zone, end));
    }

    private static Period periodAt(
            SessionFilter filter, Set<TotalsQuery.By> groups, ZoneId zone, @Nullable Instant moment) {
        boolean daily = groups.contains(TotalsQuery.By.DAY);
        if (moment == null || !(daily || groups.contains(TotalsQuery.By.MONTH))) {
            return new Period(null, filter.endedFrom(), filter.endedTo());
        }
        LocalDate day = LocalDate.ofInstant(moment, zone);
        LocalDate begin = daily ? day : day.withDayOfMonth(1);
        LocalDate end = daily ? begin.plusDays(1) : begin.plusMonths(1);
        Instant from = begin.atStartOfDay(zone).toInstant();
        Instant to = end.atStartOfDay(zone).toInstant();
        String name = daily
                ? begin.toString()
                : begin.toString().substring(0, begin.toString().length() - "-01".length());
        Instant filterFrom = filter.endedFrom();
        Instant filterTo = filter.endedTo();
        return new Period(
                name,
                filterFrom != null && filterFrom.isAfter(from) ? filterFrom : from,
                filterTo != null && filterTo.isBefore(to) ? filterTo : to);
    }

    private static @Nullable Instant begun(Cursor after) {
        String text = after.key(0, 3);
        try {
            return text.equals("null") ? null : TimeText.parse(text);
        } catch (DateTimeException e) {
            throw Refused.invalid(
                    "cursor", "cursor is none of this list. Take it unchanged from next of the page before.");
        }
    }

    private static List<@Nullable Object> cells(SessionTotal row) {
        return CsvTable.cells(
                row.period(),
                row.from(),
                row.to(),
                row.station(),
                row.token(),
                row.complete().sessions(),
                row.complete().energyWh(),
                row.incomplete().sessions(),
                row.incomplete().energyWh(),
                row.suspect().sessions(),
                row.suspect().energyWh());
    }
}
