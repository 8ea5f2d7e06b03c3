package org.ohmstead.charging.ageing;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;

/**
 * PostgreSQL keeps readings in a table a month, so that old ones leave no holes: a month goes as a whole, once all its readings
 * are rolled up. It is the month in which a reading was sampled, because that time is the same when it is repeated, and its
 * arrival is not. SQLite has one table, and uses its holes again.
 */
@Singleton
public class SqlReadingPartitions {
    /** Stations bring what they have queued for two months. */
    private static final int BEHIND = 2;

    private static final int AHEAD = 2;
    private static final String PREFIX = "meter_reading_";
    private static final Pattern MONTH = Pattern.compile(PREFIX + "(\\d{4})_(\\d{2})");
    /** Who waits for a lock makes all others wait who come later; so it gives up soon, and the next round tries again. */
    private static final String IMPATIENT = "set local lock_timeout = '1s'";

    private static final String PATIENT = "set local lock_timeout to default";
    /** Bytes. A table is looked through while nobody may write, so its dead rows have to be gone before. */
    private static final long SMALL = 16L << 20;

    private final Database database;
    private final GroupCommit commits;

    @Inject
    public SqlReadingPartitions(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
    }

    /** So that there is one for whatever a station sends around now. */
    void makeAround(Instant now) {
        if (database.dialect() == SQLDialect.POSTGRES) {
            YearMonth current = month(now);
            List<YearMonth> there = months();
            for (int i = -BEHIND; i <= AHEAD; i++) {
                YearMonth month = current.plusMonths(i);
                if (!there.contains(month)) {
                    make(month);
                }
            }
        }
    }

    /** What came early, and so into the table of the rest, moves. */
    private void make(YearMonth month) {
        String table = table(month);
        String between = "sampled_at >= '%s' and sampled_at < '%s'".formatted(begin(month), begin(month.plusMonths(1)));
        commits.write(Scope.everywhere(), GroupCommit.UPKEEP, tx -> {
            DSLContext sql = tx.sql();
            sql.execute(IMPATIENT);
            if (!exists(sql, "select from pg_class where relname = '" + table + "' and relispartition")) {
                sql.execute("create table " + table + " (like meter_reading)");
                sql.execute("lock table meter_reading_rest in access exclusive mode");
                sql.execute("with early as (delete from meter_reading_rest where " + between
                        + " returning *) insert into " + table + " select * from early");
                sql.execute("select protect_rows()"); // asked for by its own name it has to hold tenants apart, too
                sql.execute("alter table meter_reading attach partition " + table + " for values from ('" + begin(month)
                        + "') to ('" + begin(month.plusMonths(1)) + "')");
            }
            sql.execute(PATIENT);
            return null;
        });
    }

    /** Months that are over by then, and all of whose readings are gone. */
    void dropEmptyBefore(Instant end, Instant now) {
        if (database.dialect() == SQLDialect.POSTGRES) {
            YearMonth kept = month(now).minusMonths(BEHIND);
            months().stream()
                    .filter(month -> month.isBefore(kept) && month.isBefore(month(end)))
                    .filter(month -> isEmpty(database.read(Scope.everywhere()), month))
                    .forEach(this::drop);
        }
    }

    private void drop(YearMonth month) {
        commits.write(Scope.everywhere(), GroupCommit.UPKEEP, tx -> {
            DSLContext sql = tx.sql();
            sql.execute(IMPATIENT);
            sql.execute("lock table " + table(month) + " in access exclusive mode");
            if (isEmpty(sql, month)) { // and nothing has come meanwhile
                sql.execute("drop table " + table(month));
            }
            sql.execute(PATIENT);
            return null;
        });
    }

    private static boolean isEmpty(DSLContext sql, YearMonth month) {
        return exists(sql, "select where pg_relation_size('" + table(month) + "') < " + SMALL)
                && !exists(sql, "select from " + table(month));
    }

    private static boolean exists(DSLContext sql, String query) {
        return Boolean.TRUE.equals(sql.fetchValue("select exists (" + query + ")"));
    }

    List<YearMonth> months() {
        return database
                .read(Scope.everywhere())
                .fetch("select relname from pg_inherits join pg_class on pg_class.oid = inhrelid"
                        + " where inhparent = 'meter_reading'::regclass order by relname")
                .getValues(0, String.class)
                .stream()
                .map(MONTH::matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(name -> YearMonth.of(Integer.parseInt(name.group(1)), Integer.parseInt(name.group(2))))
                .toList();
    }

    private static String table(YearMonth month) {
        return PREFIX + "%04d_%02d".formatted(month.getYear(), month.getMonthValue());
    }

    private static YearMonth month(Instant at) {
        return YearMonth.from(at.atOffset(ZoneOffset.UTC));
    }

    private static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
