package org.ohmstead.authority;

import static org.ohmstead.db.schema.Tables.AUTHORITY;
import static org.ohmstead.db.schema.Tables.ISSUED_CERTIFICATE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.certificates.Pem;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.db.schema.tables.records.AuthorityRecord;
import org.ohmstead.nodes.Invalidations;
import org.ohmstead.notices.StoredJson;

/** The table of authorities. */
@Singleton
public class SqlAuthorityStore {
    private final Database database;
    private final GroupCommit commits;

    @Inject
    public SqlAuthorityStore(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
    }

    Invalidations invalidations() {
        return commits.node().invalidations();
    }

    <T extends @Nullable Object> T write(Scope scope, GroupCommit.Work<T> unit) {
        return commits.write(scope, GroupCommit.BACKGROUND, unit);
    }

    /** In the order in which they were made. */
    List<Authority> all(Scope scope) {
        return database.read(scope)
                .selectFrom(AUTHORITY)
                .where(scope.of(AUTHORITY.TENANT_ID))
                .orderBy(AUTHORITY.ID)
                .fetch(SqlAuthorityStore::read);
    }

    /** Whoever's they are, those of which secrets are kept here. */
    List<Authority> withSecrets() {
        return database.read(Scope.everywhere())
                .selectFrom(AUTHORITY)
                .where(AUTHORITY.KEY_SEALED.isNotNull().or(AUTHORITY.EST_SEALED.isNotNull()))
                .orderBy(AUTHORITY.ID)
                .fetch(SqlAuthorityStore::read);
    }

    /** Of whichever tenant: what anybody may ask of it is public. */
    Optional<Authority> ofAnybody(long id) {
        return database.read(Scope.everywhere())
                .selectFrom(AUTHORITY)
                .where(AUTHORITY.ID.eq(id))
                .fetchOptional(SqlAuthorityStore::read);
    }

    Optional<Authority> find(Tx tx, Scope scope, long id) {
        return find(tx, of(scope, id));
    }

    Optional<Authority> issuing(Tx tx, Scope scope, Authority.Purpose purpose) {
        return find(
                tx,
                scope.of(AUTHORITY.TENANT_ID)
                        .and(AUTHORITY.PURPOSE.eq(purpose.word()))
                        .and(AUTHORITY.IS_ISSUING.isTrue()));
    }

    boolean isNamed(Tx tx, Scope scope, String name, long otherThan) {
        return find(
                        tx,
                        scope.of(AUTHORITY.TENANT_ID)
                                .and(AUTHORITY.NAME.eq(name))
                                .and(AUTHORITY.ID.ne(otherThan)))
                .isPresent();
    }

    private static Optional<Authority> find(Tx tx, Condition which) {
        return tx.sql().selectFrom(AUTHORITY).where(which).fetchOptional(SqlAuthorityStore::read);
    }

    long add(Tx tx, Authority one) {
        tx.sql()
                .insertInto(AUTHORITY)
                .set(AUTHORITY.TENANT_ID, one.tenant())
                .set(values(one))
                .execute();
        return Objects.requireNonNull(tx.sql()
                .select(DSL.max(AUTHORITY.ID))
                .from(AUTHORITY)
                .where(AUTHORITY.TENANT_ID.eq(one.tenant()))
                .and(AUTHORITY.NAME.eq(one.terms().name()))
                .fetchSingle()
                .value1());
    }

    void put(Tx tx, Authority one) {
        tx.sql()
                .update(AUTHORITY)
                .set(values(one))
                .where(of(one.scope(), one.id()))
                .execute();
    }

    void remove(Tx tx, Authority one) {
        tx.sql().deleteFrom(AUTHORITY).where(of(one.scope(), one.id())).execute();
    }

    boolean hasIssued(Tx tx, Authority one) {
        return tx.sql()
                .fetchExists(DSL.selectOne()
                        .from(ISSUED_CERTIFICATE)
                        .where(ISSUED_CERTIFICATE.TENANT_ID.eq(one.tenant()))
                        .and(ISSUED_CERTIFICATE.AUTHORITY_ID.eq(one.id())));
    }

    private static Condition of(Scope scope, long id) {
        return scope.of(AUTHORITY.TENANT_ID).and(AUTHORITY.ID.eq(id));
    }

    private static Map<Field<?>, @Nullable Object> values(Authority one) {
        Authority.Est est = one.est();
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(AUTHORITY.NAME, one.terms().name());
        values.put(AUTHORITY.KIND, one.kind().word());
        values.put(AUTHORITY.PURPOSE, one.purpose().word());
        values.put(AUTHORITY.IS_ISSUING, one.terms().issuing());
        values.put(AUTHORITY.ORGANISATION, one.terms().organisation());
        values.put(AUTHORITY.LIFETIME_DAYS, one.terms().lifetimeDays());
        values.put(AUTHORITY.CERTIFICATES_PEM, one.chain().isEmpty() ? null : Pem.write(one.chain()));
        values.put(AUTHORITY.KEY_SEALED, one.sealedKey());
        values.put(AUTHORITY.EST_JSON, est == null ? null : json(est));
        values.put(AUTHORITY.EST_SEALED, est == null ? null : est.sealed());
        values.put(AUTHORITY.CREATED_AT, one.createdAt());
        values.put(AUTHORITY.CREATED_BY, one.createdBy());
        return values;
    }

    private static String json(Authority.Est est) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("url", est.url())
                .put("user", est.user())
                .put("client", est.client())
                .put("trust", est.trust())
                .toString();
    }

    private static Authority read(AuthorityRecord row) {
        String pem = row.getCertificatesPem();
        List<X509Certificate> chain = pem == null ? List.of() : Pem.read("certificate", pem);
        return new Authority(
                row.getId(),
                row.getTenantId(),
                Authority.Kind.valueOf(row.getKind().toUpperCase(Locale.ROOT)),
                Authority.Purpose.valueOf(row.getPurpose().toUpperCase(Locale.ROOT)),
                new Authority.Terms(row.getName(), row.getIsIssuing(), row.getOrganisation(), row.getLifetimeDays()),
                chain,
                row.getKeySealed(),
                est(row),
                row.getCreatedAt(),
                row.getCreatedBy());
    }

    private static Authority.@Nullable Est est(AuthorityRecord row) {
        String json = row.getEstJson();
        if (json == null) {
            return null;
        }
        JsonNode est = StoredJson.read(json);
        return new Authority.Est(
                est.path("url").asText(),
                text(est, "user"),
                text(est, "client"),
                text(est, "trust"),
                row.getEstSealed());
    }

    private static @Nullable String text(JsonNode json, String field) {
        return json.path(field).isTextual() ? json.path(field).asText() : null;
    }
}
