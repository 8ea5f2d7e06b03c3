package org.ohmstead.payments.gateways;

import static org.ohmstead.db.schema.Tables.PAYMENT;
import static org.ohmstead.db.schema.Tables.PAYMENT_GATEWAY;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.db.schema.tables.records.PaymentGatewayRecord;
import org.ohmstead.encryption.Encryption;
import org.ohmstead.notices.StoredJson;

/** The table of accounts at providers; their secrets leave and enter it encrypted. */
@Singleton
public class SqlGatewayAccountStore {
    private final Database database;
    private final GroupCommit commits;
    private final Encryption encryption;

    @Inject
    public SqlGatewayAccountStore(Database database, GroupCommit commits, Encryption encryption) {
        this.database = database;
        this.commits = commits;
        this.encryption = encryption;
    }

    <T extends @Nullable Object> T write(Scope scope, GroupCommit.Work<T> unit) {
        return commits.write(scope, GroupCommit.BACKGROUND, unit);
    }

    List<Account> all(Scope scope) {
        return database.read(scope)
                .selectFrom(PAYMENT_GATEWAY)
                .where(scope.of(PAYMENT_GATEWAY.TENANT_ID))
                .orderBy(PAYMENT_GATEWAY.ID)
                .fetch(this::read);
    }

    Optional<Account> find(Scope scope, long id) {
        return database.read(scope)
                .selectFrom(PAYMENT_GATEWAY)
                .where(of(scope, id))
                .fetchOptional(this::read);
    }

    /** Of whichever tenant: a provider calls by the number alone, and proves itself with what only that account has. */
    Optional<Account> ofAnybody(long id) {
        return database.read(Scope.everywhere())
                .selectFrom(PAYMENT_GATEWAY)
                .where(PAYMENT_GATEWAY.ID.eq(id))
                .fetchOptional(this::read);
    }

    Optional<Account> find(Tx tx, Scope scope, long id) {
        return tx.sql().selectFrom(PAYMENT_GATEWAY).where(of(scope, id)).fetchOptional(this::read);
    }

    boolean isThere(Tx tx, Account like) {
        return tx.sql()
                .fetchExists(DSL.selectOne()
                        .from(PAYMENT_GATEWAY)
                        .where(PAYMENT_GATEWAY.TENANT_ID.eq(like.tenant()))
                        .and(PAYMENT_GATEWAY.GATEWAY.eq(like.gateway()))
                        .and(PAYMENT_GATEWAY.IS_LIVE.eq(like.live())));
    }

    boolean isUsed(Tx tx, Account account) {
        return tx.sql()
                .fetchExists(DSL.selectOne()
                        .from(PAYMENT)
                        .where(PAYMENT.TENANT_ID.eq(account.tenant()))
                        .and(PAYMENT.GATEWAY_ID.eq(account.id())));
    }

    Account add(Tx tx, Account fresh) {
        long id = tx.nextId("payment_gateway");
        tx.sql()
                .insertInto(PAYMENT_GATEWAY)
                .set(PAYMENT_GATEWAY.ID, id)
                .set(PAYMENT_GATEWAY.TENANT_ID, fresh.tenant())
                .set(PAYMENT_GATEWAY.GATEWAY, fresh.gateway())
                .set(PAYMENT_GATEWAY.IS_LIVE, fresh.live())
                .set(PAYMENT_GATEWAY.CREATED_AT, fresh.createdAt())
                .set(values(fresh))
                .execute();
        return new Account(
                id,
                fresh.tenant(),
                fresh.gateway(),
                fresh.live(),
                fresh.enabled(),
                fresh.keys(),
                fresh.createdAt(),
                fresh.changedAt());
    }

    void put(Tx tx, Account account) {
        tx.sql()
                .update(PAYMENT_GATEWAY)
                .set(values(account))
                .where(of(account.scope(), account.id()))
                .execute();
    }

    void remove(Tx tx, Account account) {
        tx.sql()
                .deleteFrom(PAYMENT_GATEWAY)
                .where(of(account.scope(), account.id()))
                .execute();
    }

    private static Condition of(Scope scope, long id) {
        return scope.of(PAYMENT_GATEWAY.TENANT_ID).and(PAYMENT_GATEWAY.ID.eq(id));
    }

    private Map<Field<?>, @Nullable Object> values(Account account) {
        ObjectNode open = JsonNodeFactory.instance.objectNode();
        ObjectNode secret = JsonNodeFactory.instance.objectNode();
        account.keys().forEach((key, value) -> (key.isSecret() ? secret : open).put(key.field(), value));
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(PAYMENT_GATEWAY.IS_ENABLED, account.enabled());
        values.put(PAYMENT_GATEWAY.KEYS_JSON, open.toString());
        values.put(
                PAYMENT_GATEWAY.SECRETS_SEALED,
                secret.isEmpty()
                        ? null
                        : encryption.seal(
                                secret.toString().getBytes(StandardCharsets.UTF_8),
                                place(account.tenant(), account.gateway(), account.live())));
        values.put(PAYMENT_GATEWAY.CHANGED_AT, account.changedAt());
        return values;
    }

    private static String place(long tenant, String gateway, boolean live) {
        return "payment-gateway/" + tenant + "/" + gateway + "/" + Account.mode(live);
    }

    private Account read(PaymentGatewayRecord row) {
        Map<AccountKey, String> keys = new EnumMap<>(AccountKey.class);
        put(keys, StoredJson.read(row.getKeysJson()));
        String sealed = row.getSecretsSealed();
        if (sealed != null && encryption.isOurs(sealed)) { // else they count as missing, and can be set anew
            byte[] open = encryption.open(sealed, place(row.getTenantId(), row.getGateway(), row.getIsLive()));
            put(keys, StoredJson.read(new String(open, StandardCharsets.UTF_8)));
        }
        return new Account(
                row.getId(),
                row.getTenantId(),
                row.getGateway(),
                row.getIsLive(),
                row.getIsEnabled(),
                keys,
                row.getCreatedAt(),
                row.getChangedAt());
    }

    private static void put(Map<AccountKey, String> keys, JsonNode json) {
        for (AccountKey key : AccountKey.values()) {
            if (json.path(key.field()).isTextual()) {
                keys.put(key, json.path(key.field()).textValue());
            }
        }
    }
}
