package org.ohmstead.drivers;

import static org.ohmstead.db.schema.Tables.COMPANY;
import static org.ohmstead.db.schema.Tables.COMPANY_TOKEN_GROUP;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
import org.ohmstead.db.schema.tables.records.CompanyRecord;

/** The rows of companies and of the groups of tokens for which they pay. */
@Singleton
public class SqlCompanyStore {
    private final Database database;
    private final GroupCommit commits;

    @Inject
    public SqlCompanyStore(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
    }

    <T> T write(Scope scope, GroupCommit.Work<T> unit) {
        return commits.write(scope, GroupCommit.BACKGROUND, unit);
    }

    StoredCompany insert(Tx tx, Scope scope, Company company, Instant now) {
        long id = tx.nextId("company");
        tx.sql()
                .insertInto(COMPANY)
                .set(COMPANY.ID, id)
                .set(COMPANY.TENANT_ID, scope.tenant())
                .set(COMPANY.CREATED_AT, now)
                .set(columns(company, now))
                .execute();
        give(tx, scope, id, company.tokenGroups());
        return new StoredCompany(id, company, now, now);
    }

    StoredCompany update(Tx tx, Scope scope, StoredCompany before, Company company, Instant now) {
        tx.sql()
                .update(COMPANY)
                .set(columns(company, now))
                .where(scope.of(COMPANY.TENANT_ID))
                .and(COMPANY.ID.eq(before.id()))
                .execute();
        tx.sql()
                .deleteFrom(COMPANY_TOKEN_GROUP)
                .where(scope.of(COMPANY_TOKEN_GROUP.TENANT_ID))
                .and(COMPANY_TOKEN_GROUP.COMPANY_ID.eq(before.id()))
                .execute();
        give(tx, scope, before.id(), company.tokenGroups());
        return new StoredCompany(before.id(), company, before.createdAt(), now);
    }

    private static void give(Tx tx, Scope scope, long company, List<String> groups) {
        for (int i = 0; i < groups.size(); i++) {
            String group = groups.get(i);
            Long other = tx.sql()
                    .select(COMPANY_TOKEN_GROUP.COMPANY_ID)
                    .from(COMPANY_TOKEN_GROUP)
                    .where(isOf(scope, group))
                    .fetchOne(COMPANY_TOKEN_GROUP.COMPANY_ID);
            if (other != null) {
                throw Refused.conflict(
                        "tokenGroups[" + i + "]",
                        "Company " + other + " pays for the token group '" + group
                                + "' already. Take it from there first.");
            }
            tx.sql()
                    .insertInto(COMPANY_TOKEN_GROUP)
                    .set(COMPANY_TOKEN_GROUP.TENANT_ID, scope.tenant())
                    .set(COMPANY_TOKEN_GROUP.GROUP_KEY, key(group))
                    .set(COMPANY_TOKEN_GROUP.GROUP_NAME, group)
                    .set(COMPANY_TOKEN_GROUP.COMPANY_ID, company)
                    .execute();
        }
    }

    private static String key(String group) {
        return group.strip().toLowerCase(Locale.ROOT);
    }

    private static Condition isOf(Scope scope, String group) {
        return scope.of(COMPANY_TOKEN_GROUP.TENANT_ID).and(COMPANY_TOKEN_GROUP.GROUP_KEY.eq(key(group)));
    }

    private static Map<Field<?>, @Nullable Object> columns(Company company, Instant now) {
        Person person = company.person();
        Map<Field<?>, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put(COMPANY.NAME, person.name());
        columns.put(COMPANY.ADDRESS, person.address());
        columns.put(COMPANY.VAT_NUMBER, person.vatNumber());
        columns.put(COMPANY.EMAIL, person.email());
        columns.put(COMPANY.LANGUAGE, person.language());
        columns.put(COMPANY.NOTE, company.note());
        columns.put(COMPANY.UPDATED_AT, now);
        return columns;
    }

    Optional<StoredCompany> find(Scope scope, long id) {
        return read(database.read(scope), scope, COMPANY.ID.eq(id), 1).stream().findFirst();
    }

    Optional<StoredCompany> find(Tx tx, Scope scope, long id) {
        return read(tx.sql(), scope, COMPANY.ID.eq(id), 1).stream().findFirst();
    }

    Optional<StoredCompany> ofGroup(Scope scope, String group) {
        Condition pays = COMPANY.ID.in(DSL.select(COMPANY_TOKEN_GROUP.COMPANY_ID)
                .from(COMPANY_TOKEN_GROUP)
                .where(isOf(scope, group)));
        return read(database.read(scope), scope, pays, 1).stream().findFirst();
    }

    List<StoredCompany> after(Scope scope, @Nullable String search, int rows, @Nullable Cursor after) {
        Condition where = after == null ? DSL.noCondition() : COMPANY.ID.gt(after.id());
        return read(
                database.read(scope),
                scope,
                search == null ? where : where.and(COMPANY.NAME.containsIgnoreCase(search)),
                rows);
    }

    private static List<StoredCompany> read(DSLContext sql, Scope scope, Condition which, int rows) {
        List<CompanyRecord> found = sql.selectFrom(COMPANY)
                .where(scope.of(COMPANY.TENANT_ID))
                .and(which)
                .orderBy(COMPANY.ID)
                .limit(rows)
                .fetch();
        Map<Long, List<String>> groups = sql.select(COMPANY_TOKEN_GROUP.COMPANY_ID, COMPANY_TOKEN_GROUP.GROUP_NAME)
                .from(COMPANY_TOKEN_GROUP)
                .where(scope.of(COMPANY_TOKEN_GROUP.TENANT_ID))
                .and(COMPANY_TOKEN_GROUP.COMPANY_ID.in(
                        found.stream().map(CompanyRecord::getId).toList()))
                .orderBy(COMPANY_TOKEN_GROUP.GROUP_KEY)
                .fetchGroups(COMPANY_TOKEN_GROUP.COMPANY_ID, COMPANY_TOKEN_GROUP.GROUP_NAME);
        return found.stream()
                .map(row -> new StoredCompany(
                        row.getId(),
                        new Company(
                                new Person(
                                        row.getName(),
                                        row.getEmail(),
                                        row.getAddress(),
                                        row.getVatNumber(),
                                        row.getLanguage()),
                                row.getNote(),
                                groups.getOrDefault(row.getId(), List.of())),
                        row.getCreatedAt(),
                        row.getUpdatedAt()))
                .toList();
    }
}
