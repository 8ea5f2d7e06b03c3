package org.ohmstead.iso15118.checks;

import static org.ohmstead.db.schema.Tables.CONTRACT_LENIENCY;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jooq.DSLContext;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;

/** The rows of what organisations let pass: one for each, none where nobody has said anything. */
@Singleton
public class SqlLeniencyStore {
    private final Database database;
    private final GroupCommit commits;

    @Inject
    public SqlLeniencyStore(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
    }

    /** What is recorded with a change. */
    @FunctionalInterface
    interface Also {
        void of(Tx tx, Leniency before, Leniency after);
    }

    Leniency of(Scope scope) {
        return read(database.read(scope), scope);
    }

    /** @return as it is then */
    Leniency change(Scope scope, Instant now, UnaryOperator<Leniency> change, Also also) {
        return commits.write(scope, GroupCommit.BACKGROUND, tx -> {
            Leniency before = read(tx.sql(), scope);
            Leniency after = change.apply(before);
            tx.sql()
                    .insertInto(CONTRACT_LENIENCY)
                    .set(CONTRACT_LENIENCY.TENANT_ID, scope.tenant())
                    .set(CONTRACT_LENIENCY.IS_WITHOUT_OCSP, after.withoutOcsp())
                    .set(CONTRACT_LENIENCY.IS_EXPIRED, after.expired())
                    .set(CONTRACT_LENIENCY.IS_UNKNOWN_ROOT, after.unknownRoot())
                    .set(CONTRACT_LENIENCY.CHANGED_AT, now)
                    .onConflict(CONTRACT_LENIENCY.TENANT_ID)
                    .doUpdate()
                    .set(CONTRACT_LENIENCY.IS_WITHOUT_OCSP, after.withoutOcsp())
                    .set(CONTRACT_LENIENCY.IS_EXPIRED, after.expired())
                    .set(CONTRACT_LENIENCY.IS_UNKNOWN_ROOT, after.unknownRoot())
                    .set(CONTRACT_LENIENCY.CHANGED_AT, now)
                    .execute();
            also.of(tx, before, after);
            return after;
        });
    }

    private static Leniency read(DSLContext sql, Scope scope) {
        return sql.selectFrom(CONTRACT_LENIENCY)
                .where(scope.of(CONTRACT_LENIENCY.TENANT_ID))
                .fetchOptional(row -> new Leniency(row.getIsWithoutOcsp(), row.getIsExpired(), row.getIsUnknownRoot()))
                .orElse(Leniency.NONE);
    }
}
