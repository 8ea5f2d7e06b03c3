package org.ohmstead.payments;

import static org.ohmstead.db.schema.Tables.PAYMENT_NOTICE;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.keys.IndexKey;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.payments.gateways.Account;

/** The inbox: what providers have told, each once. */
@Singleton
public class SqlNoticeStore {
    private final GroupCommit commits;

    @Inject
    public SqlNoticeStore(GroupCommit commits) {
        this.commits = commits;
    }

    /** @return whether it is still to be handled; false: it came before, and was */
    boolean receive(Account account, String event, String kind, @Nullable String object, Instant now) {
        return commits.write(account.scope(), GroupCommit.BACKGROUND, tx -> {
            Optional<Boolean> standing = handled(tx, account, event);
            if (standing.isEmpty()) {
                tx.sql()
                        .insertInto(PAYMENT_NOTICE)
                        .set(PAYMENT_NOTICE.ID, tx.nextId("payment_notice"))
                        .set(PAYMENT_NOTICE.TENANT_ID, account.tenant())
                        .set(PAYMENT_NOTICE.GATEWAY_ID, account.id())
                        .set(PAYMENT_NOTICE.EVENT_NAME, IndexKey.of(event))
                        .set(PAYMENT_NOTICE.KIND, kind)
                        .set(PAYMENT_NOTICE.OBJECT_NAME, object)
                        .set(PAYMENT_NOTICE.RECEIVED_AT, now)
                        .onConflictDoNothing() // another node has it at the same moment
                        .execute();
            }
            return !standing.orElse(false);
        });
    }

    private static Optional<Boolean> handled(Tx tx, Account account, String event) {
        return tx.sql()
                .selectFrom(PAYMENT_NOTICE)
                .where(of(account, event))
                .fetchOptional(row -> row.getHandledAt() != null);
    }

    void handled(Account account, String event, Instant now) {
        commits.write(account.scope(), GroupCommit.BACKGROUND, tx -> tx.sql()
                .update(PAYMENT_NOTICE)
                .set(PAYMENT_NOTICE.HANDLED_AT, now)
                .where(of(account, event))
                .execute());
    }

    private static Condition of(Account account, String event) {
        return PAYMENT_NOTICE
                .TENANT_ID
                .eq(account.tenant())
                .and(PAYMENT_NOTICE.GATEWAY_ID.eq(account.id()))
                .and(PAYMENT_NOTICE.EVENT_NAME.eq(IndexKey.of(event)));
    }
}
