package org.ohmstead.audit;

import java.time.Duration;
import java.util.Map;
import org.ohmstead.access.Actor;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.stations.TestClock;

/** The slice over a database. */
final class AuditWorld implements AutoCloseable {
    static final Actor ANNA =
            new Actor(Scope.tenant(1), Actor.Kind.USER, "anna@example.org", new Actor.Origin("192.0.2.7", "request-1"));

    final TestClock clock = new TestClock();
    final Database database;
    final GroupCommit commits;
    final AuditLog audit = new AuditLog(clock);
    final SqlAuditLines lines;
    final AuditChains chains;

    AuditWorld(TestDatabases.Kind kind) {
        this(kind.open());
    }

    AuditWorld(Database database) {
        this.database = database;
        commits = new GroupCommit(database);
        lines = new SqlAuditLines(database, commits);
        chains = new AuditChains(lines);
    }

    /** So many lines of a tenant, each a commit of its own and a second behind the one before it. */
    void write(long tenant, int count) {
        Actor actor = new Actor(Scope.tenant(tenant), Actor.Kind.SERVER, "test", Actor.Origin.WITHIN);
        for (int i = 0; i < count; i++) {
            clock.advance(Duration.ofSeconds(1));
            record(actor, AuditEntry.done("gate", "N" + i, "opened", Map.of("i", i)));
        }
    }

    void record(Actor actor, AuditEntry entry) {
        commits.write(Scope.everywhere(), 7, tx -> {
            audit.record(tx, actor, entry);
            return true;
        });
    }

    /** Behind the server's back. */
    void execute(String sql) {
        commits.write(Scope.everywhere(), GroupCommit.BACKGROUND, tx -> tx.sql().execute(sql));
    }

    AuditVerification verify(long tenant) {
        return chains.verify(tenant, null);
    }

    AuditRetention retention(Duration kept) {
        return new AuditRetention(lines, new AuditSettings(kept), clock);
    }

    @Override
    public void close() {
        commits.close();
        database.close();
    }
}
