package org.ohmstead.certificates;

import static org.ohmstead.db.schema.Tables.CERTIFICATE_LIST;
import static org.ohmstead.db.schema.Tables.STATION;
import static org.ohmstead.db.schema.Tables.STATION_CERTIFICATE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.db.schema.tables.records.StationCertificateRecord;
import org.ohmstead.events.Event;
import org.ohmstead.events.Outbox;
import org.ohmstead.notices.StoredJson;
import org.ohmstead.stations.StationRef;

/** The rows of certificates in stations. */
@Singleton
public class SqlCertificateStore {
    private final Database database;
    private final Outbox outbox;

    @Inject
    public SqlCertificateStore(Database database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /** In the order in which they came here. */
    List<StationCertificate> after(StationRef station, long id, int rows) {
        return database.read(station.scope())
                .selectFrom(STATION_CERTIFICATE)
                .where(of(station).and(STATION_CERTIFICATE.ID.gt(id)))
                .orderBy(STATION_CERTIFICATE.ID)
                .limit(rows)
                .fetch(row -> read(station, row));
    }

    /** Of all stations, in the order in which they came here. @param until null: whenever they end */
    List<StationCertificate> after(Scope scope, @Nullable String use, @Nullable Instant until, long id, int rows) {
        return database.read(scope)
                .select(STATION_CERTIFICATE.fields())
                .select(STATION.IDENTITY)
                .from(STATION_CERTIFICATE)
                .join(STATION)
                .on(STATION.ID.eq(STATION_CERTIFICATE.STATION_ID))
                .where(scope.of(STATION_CERTIFICATE.TENANT_ID, STATION_CERTIFICATE.STATION_ID))
                .and(STATION_CERTIFICATE.ID.gt(id))
                .and(use == null ? DSL.noCondition() : STATION_CERTIFICATE.USE.eq(use))
                .and(until == null ? DSL.noCondition() : STATION_CERTIFICATE.ENDS_AT.le(until))
                .orderBy(STATION_CERTIFICATE.ID)
                .limit(rows)
                .fetch(row -> {
                    StationCertificateRecord one = row.into(STATION_CERTIFICATE);
                    return read(new StationRef(one.getTenantId(), one.getStationId(), row.get(STATION.IDENTITY)), one);
                });
    }

    Optional<StationCertificate> find(StationRef station, long id) {
        return database.read(station.scope())
                .selectFrom(STATION_CERTIFICATE)
                .where(of(station).and(STATION_CERTIFICATE.ID.eq(id)))
                .fetchOptional(row -> read(station, row));
    }

    /** When the station last told what it has; empty: never. */
    Optional<Instant> listedAt(StationRef station) {
        return database.read(station.scope())
                .select(CERTIFICATE_LIST.TOLD_AT)
                .from(CERTIFICATE_LIST)
                .where(CERTIFICATE_LIST.TENANT_ID.eq(station.tenant()))
                .and(CERTIFICATE_LIST.STATION_ID.eq(station.id()))
                .fetchOptional(CERTIFICATE_LIST.TOLD_AT);
    }

    List<StationCertificate> all(Tx tx, StationRef station) {
        return tx.sql()
                .selectFrom(STATION_CERTIFICATE)
                .where(of(station))
                .orderBy(STATION_CERTIFICATE.ID)
                .fetch(row -> read(station, row));
    }

    /** Adds it, or writes it anew where it has a row. */
    void put(Tx tx, StationCertificate one) {
        Map<Field<?>, @Nullable Object> values = values(one);
        if (one.id() == 0) {
            tx.sql()
                    .insertInto(STATION_CERTIFICATE)
                    .set(STATION_CERTIFICATE.TENANT_ID, one.station().tenant())
                    .set(STATION_CERTIFICATE.STATION_ID, one.station().id())
                    .set(values)
                    .execute();
        } else {
            tx.sql()
                    .update(STATION_CERTIFICATE)
                    .set(values)
                    .where(of(one.station()).and(STATION_CERTIFICATE.ID.eq(one.id())))
                    .execute();
        }
    }

    void remove(Tx tx, StationCertificate one) {
        tx.sql()
                .deleteFrom(STATION_CERTIFICATE)
                .where(of(one.station()).and(STATION_CERTIFICATE.ID.eq(one.id())))
                .execute();
    }

    void listed(Tx tx, StationRef station, Instant at) {
        tx.sql()
                .insertInto(CERTIFICATE_LIST)
                .set(CERTIFICATE_LIST.TENANT_ID, station.tenant())
                .set(CERTIFICATE_LIST.STATION_ID, station.id())
                .set(CERTIFICATE_LIST.TOLD_AT, at)
                .onConflict(CERTIFICATE_LIST.STATION_ID, CERTIFICATE_LIST.TENANT_ID)
                .doUpdate()
                .set(CERTIFICATE_LIST.TOLD_AT, at)
                .execute();
    }

    void tell(Tx tx, Event event) {
        outbox.append(tx, event);
    }

    private static Map<Field<?>, @Nullable Object> values(StationCertificate one) {
        StationCertificate.Content content = one.content();
        StationCertificate.Given given = one.given();
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(STATION_CERTIFICATE.USE, one.use());
        values.put(STATION_CERTIFICATE.HASH_ALGORITHM, one.hashes().hashAlgorithm());
        values.put(STATION_CERTIFICATE.ISSUER_NAME_HASH, one.hashes().issuerNameHash());
        values.put(STATION_CERTIFICATE.ISSUER_KEY_HASH, one.hashes().issuerKeyHash());
        values.put(STATION_CERTIFICATE.SERIAL_NUMBER, one.hashes().serialNumber());
        values.put(STATION_CERTIFICATE.CHILDREN_JSON, children(one.children()));
        values.put(STATION_CERTIFICATE.PEM, content == null ? null : content.pem());
        values.put(STATION_CERTIFICATE.SUBJECT, content == null ? null : content.subject());
        values.put(STATION_CERTIFICATE.ISSUER, content == null ? null : content.issuer());
        values.put(STATION_CERTIFICATE.BEGINS_AT, content == null ? null : content.from());
        values.put(STATION_CERTIFICATE.ENDS_AT, content == null ? null : content.until());
        values.put(STATION_CERTIFICATE.INSTALLED_AT, given == null ? null : given.at());
        values.put(STATION_CERTIFICATE.INSTALLED_BY, given == null ? null : given.by());
        values.put(STATION_CERTIFICATE.REPORTED_AT, one.reportedAt());
        return values;
    }

    private static @Nullable String children(List<HashData> children) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        children.forEach(child -> child.write(list.addObject()));
        return list.isEmpty() ? null : list.toString();
    }

    private static List<HashData> children(@Nullable String json) {
        List<HashData> children = new ArrayList<>();
        if (json != null) {
            for (JsonNode child : StoredJson.read(json)) {
                HashData read = HashData.read(child);
                if (read != null) {
                    children.add(read);
                }
            }
        }
        return children;
    }

    private static Condition of(StationRef station) {
        return STATION_CERTIFICATE.TENANT_ID.eq(station.tenant()).and(STATION_CERTIFICATE.STATION_ID.eq(station.id()));
    }

    private static StationCertificate read(StationRef station, StationCertificateRecord row) {
        String pem = row.getPem();
        Instant installed = row.getInstalledAt();
        return new StationCertificate(
                row.getId(),
                station,
                row.getUse(),
                new HashData(
                        row.getHashAlgorithm(), row.getIssuerNameHash(), row.getIssuerKeyHash(), row.getSerialNumber()),
                children(row.getChildrenJson()),
                pem == null
                        ? null
                        : new StationCertificate.Content(
                                pem,
                                String.valueOf(row.getSubject()),
                                String.valueOf(row.getIssuer()),
                                Objects.requireNonNull(row.getBeginsAt()),
                                Objects.requireNonNull(row.getEndsAt())),
                installed == null
                        ? null
                        : new StationCertificate.Given(installed, String.valueOf(row.getInstalledBy())),
                row.getReportedAt());
    }
}
