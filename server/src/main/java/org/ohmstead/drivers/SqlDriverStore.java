package org.ohmstead.drivers;

import static org.ohmstead.db.schema.Tables.COMPANY;
import static org.ohmstead.db.schema.Tables.DRIVER;
import static org.ohmstead.db.schema.Tables.DRIVER_TOKEN;
import static org.ohmstead.db.schema.Tables.TOKEN;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Refused;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.db.schema.tables.records.DriverRecord;

/** The rows of drivers and of which tokens are theirs. */
@Singleton
public class SqlDriverStore {
    private final Database database;
    private final GroupCommit commits;

    @Inject
    public SqlDriverStore(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
    }

    <T> T write(Scope scope, GroupCommit.Work<T> unit) {
        return commits.write(scope, GroupCommit.BACKGROUND, unit);
    }

    StoredDriver insert(Tx tx, Scope scope, Driver driver, Instant now) {
        mustExist(tx, scope, driver.company());
        long id = tx.nextId("driver");
        tx.sql()
                .insertInto(DRIVER)
                .set(DRIVER.ID, id)
                .set(DRIVER.TENANT_ID, scope.tenant())
                .set(DRIVER.CREATED_AT, now)
                .set(columns(driver, now))
                .execute();
        give(tx, scope, id, driver.tokens());
        return new StoredDriver(id, driver, now, now, null);
    }

    StoredDriver update(Tx tx, Scope scope, StoredDriver before, Driver driver, Instant now) {
        mustExist(tx, scope, driver.company());
        tx.sql()
                .update(DRIVER)
                .set(columns(driver, now))
                .where(scope.of(DRIVER.TENANT_ID))
                .and(DRIVER.ID.eq(before.id()))
                .execute();
        take(tx, scope, before.id());
        give(tx, scope, before.id(), driver.tokens());
        return new StoredDriver(before.id(), driver, before.createdAt(), now, before.erasedAt());
    }

    StoredDriver erase(Tx tx, Scope scope, StoredDriver before, String name, Instant now) {
        StoredDriver erased = update(tx, scope, before, before.driver().erased(name), now);
        tx.sql()
                .update(DRIVER)
                .set(DRIVER.ERASED_AT, now)
                .where(scope.of(DRIVER.TENANT_ID))
                .and(DRIVER.ID.eq(before.id()))
                .execute();
        return new StoredDriver(erased.id(), erased.driver(), erased.createdAt(), now, now);
    }

    private static void take(Tx tx, Scope scope, long driver) {
        tx.sql()
                .deleteFrom(DRIVER_TOKEN)
                .where(scope.of(DRIVER_TOKEN.TENANT_ID))
                .and(DRIVER_TOKEN.DRIVER_ID.eq(driver))
                .execute();
    }

    private static void give(Tx tx, Scope scope, long driver, List<Long> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            long token = tokens.get(i);
            String field = "tokens[" + i + "]";
            if (!tx.sql().fetchExists(TOKEN, scope.of(TOKEN.TENANT_ID).and(TOKEN.ID.eq(token)))) {
                throw Refused.invalid(
                        field, field + " is " + token + ", and there is no such token; GET /api/v1/tokens lists them.");
            }
            Long other = tx.sql()
                    .select(DRIVER_TOKEN.DRIVER_ID)
                    .from(DRIVER_TOKEN)
                    .where(scope.of(DRIVER_TOKEN.TENANT_ID))
                    .and(DRIVER_TOKEN.TOKEN_ID.eq(token))
                    .fetchOne(DRIVER_TOKEN.DRIVER_ID);
            if (other != null) {
                throw Refused.conflict(
                        field, "Token " + token + " is driver " + other + "'s already. Take it from there first.");
            }
            tx.sql()
                    .insertInto(DRIVER_TOKEN)
                    .set(DRIVER_TOKEN.TENANT_ID, scope.tenant())
                    .set(DRIVER_TOKEN.TOKEN_ID, token)
                    .set(DRIVER_TOKEN.DRIVER_ID, driver)
                    .execute();
        }
    }

    private static void mustExist(Tx tx, Scope scope, @Nullable Long company) {
        if (company != null
                && !tx.sql().fetchExists(COMPANY, scope.of(COMPANY.TENANT_ID).and(COMPANY.ID.eq(company)))) {
            throw Refused.invalid(
                    "company",
                    "company is " + company + ", and there is none of that number; GET /api/v1/companies lists them.");
        }
    }

    private static Map<Field<?>, @Nullable Object> columns(Driver driver, Instant now) {
        Person person = driver.person();
        Map<Field<?>, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put(DRIVER.NAME, person.name());
        columns.put(DRIVER.EMAIL, person.email());
        columns.put(DRIVER.PHONE, driver.phone());
        columns.put(DRIVER.LANGUAGE, person.language());
        columns.put(DRIVER.ADDRESS, person.address());
        columns.put(DRIVER.VAT_NUMBER, person.vatNumber());
        columns.put(DRIVER.COMPANY_ID, driver.company());
        columns.put(DRIVER.PAYMENT_METHOD, driver.method().word());
        columns.put(DRIVER.NOTE, driver.note());
        columns.put(DRIVER.UPDATED_AT, now);
        return columns;
    }

    Optional<StoredDriver> find(Scope scope, long id) {
        return read(database.read(scope), scope, DRIVER.ID.eq(id), 1).stream().findFirst();
    }

    Optional<StoredDriver> find(Tx tx, Scope scope, long id) {
        return read(tx.sql(), scope, DRIVER.ID.eq(id), 1).stream().findFirst();
    }

    List<StoredDriver> after(Scope scope, DriverFilter filter, int rows, @Nullable Cursor after) {
        Condition where = after == null ? DSL.noCondition() : DRIVER.ID.gt(after.id());
        String search = filter.search();
        if (search != null) {
            where = where.and(DRIVER.NAME
                    .containsIgnoreCase(search)
                    .or(DRIVER.EMAIL.containsIgnoreCase(search))
                    .or(DRIVER.PHONE.contains(search)));
        }
        if (filter.company() != null) {
            where = where.and(DRIVER.COMPANY_ID.eq(filter.company()));
        }
        if (filter.token() != null) {
            where = where.and(DRIVER.ID.in(DSL.select(DRIVER_TOKEN.DRIVER_ID)
                    .from(DRIVER_TOKEN)
                    .where(scope.of(DRIVER_TOKEN.TENANT_ID))
                    .and(DRIVER_TOKEN.TOKEN_ID.eq(filter.token()))));
        }
        return read(database.read(scope), scope, where, rows);
    }

    private static List<StoredDriver> read(DSLContext sql, Scope scope, Condition which, int rows) {
        List<DriverRecord> found = sql.selectFrom(DRIVER)
                .where(scope.of(DRIVER.TENANT_ID))
                .and(which)
                .orderBy(DRIVER.ID)
                .limit(rows)
                .fetch();
        Map<Long, List<Long>> tokens = sql.select(DRIVER_TOKEN.DRIVER_ID, DRIVER_TOKEN.TOKEN_ID)
                .from(DRIVER_TOKEN)
                .where(scope.of(DRIVER_TOKEN.TENANT_ID))
                .and(DRIVER_TOKEN.DRIVER_ID.in(
                        found.stream().map(DriverRecord::getId).toList()))
                .fetchGroups(DRIVER_TOKEN.DRIVER_ID, DRIVER_TOKEN.TOKEN_ID);
        return found.stream()
                .map(row -> stored(row, tokens.getOrDefault(row.getId(), List.of())))
                .toList();
    }

    private static StoredDriver stored(DriverRecord row, List<Long> tokens) {
        return new StoredDriver(
                row.getId(),
                new Driver(
                        new Person(
                                row.getName(), row.getEmail(), row.getAddress(), row.getVatNumber(), row.getLanguage()),
                        row.getPhone(),
                        row.getCompanyId(),
                        PaymentMethod.of(row.getPaymentMethod()),
                        row.getNote(),
                        tokens),
                row.getCreatedAt(),
                row.getUpdatedAt(),
                row.getErasedAt());
    }
}
