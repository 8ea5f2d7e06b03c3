package org.ohmstead.billing.invoices;

import static org.ohmstead.db.schema.Tables.INVOICE;
import static org.ohmstead.db.schema.Tables.INVOICE_SERIES;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.billing.bills.ItemJson;
import org.ohmstead.billing.profile.Seller;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.db.schema.tables.records.InvoiceRecord;
import org.ohmstead.drivers.Person;
import org.ohmstead.events.Outbox;
import org.ohmstead.ledger.Holder;
import org.ohmstead.ledger.Money;

/** The rows of invoices and of their series. */
@Singleton
public class SqlInvoiceStore {
    private static final TypeReference<Seller> SELLER = new TypeReference<>() {};
    private static final TypeReference<Person> BUYER = new TypeReference<>() {};
    private static final TypeReference<Content> CONTENT = new TypeReference<>() {};

    private record Content(List<InvoiceLine> lines, List<InvoiceTax> taxes) {}

    private final Database database;
    private final Outbox outbox;

    @Inject
    public SqlInvoiceStore(Database database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /** The next number of a series. Nobody else gets one until the commit, and without it nobody has got this one. */
    long next(Tx tx, long tenant, String series) {
        tx.sql()
                .insertInto(INVOICE_SERIES)
                .set(INVOICE_SERIES.TENANT_ID, tenant)
                .set(INVOICE_SERIES.SERIES, series)
                .set(INVOICE_SERIES.LAST_NUMBER, 1L)
                .onConflict(INVOICE_SERIES.TENANT_ID, INVOICE_SERIES.SERIES)
                .doUpdate()
                .set(INVOICE_SERIES.LAST_NUMBER, INVOICE_SERIES.LAST_NUMBER.plus(1))
                .execute();
        return Objects.requireNonNull(tx.sql()
                .select(INVOICE_SERIES.LAST_NUMBER)
                .from(INVOICE_SERIES)
                .where(INVOICE_SERIES.TENANT_ID.eq(tenant))
                .and(INVOICE_SERIES.SERIES.eq(series))
                .fetchOne(INVOICE_SERIES.LAST_NUMBER));
    }

    /** Tells of it too. @return it with its id */
    Invoice insert(Tx tx, long tenant, Invoice invoice) {
        long id = tx.nextId("invoice");
        Invoice.Parties parties = invoice.parties();
        tx.sql()
                .insertInto(INVOICE)
                .set(INVOICE.ID, id)
                .set(INVOICE.TENANT_ID, tenant)
                .set(INVOICE.SERIES, invoice.series())
                .set(INVOICE.INVOICE_NUMBER, invoice.number())
                .set(INVOICE.KIND, invoice.kind().word())
                .set(INVOICE.HOLDER_KIND, parties.holder().kind().word())
                .set(INVOICE.HOLDER_ID, parties.holder().id())
                .set(INVOICE.CURRENCY, invoice.net().currency())
                .set(INVOICE.NET_MINOR, invoice.net().minor())
                .set(INVOICE.TAX_MINOR, invoice.tax().minor())
                .set(INVOICE.SELLER_JSON, ItemJson.write(parties.seller()))
                .set(INVOICE.BUYER_JSON, ItemJson.write(parties.buyer()))
                .set(INVOICE.CONTENT_JSON, ItemJson.write(new Content(invoice.lines(), invoice.taxes())))
                .set(INVOICE.LANGUAGE, parties.language())
                .set(INVOICE.FROM_AT, invoice.dates().from())
                .set(INVOICE.TO_AT, invoice.dates().to())
                .set(INVOICE.ISSUED_AT, invoice.dates().issuedAt())
                .set(INVOICE.DUE_AT, invoice.dates().dueAt())
                .set(INVOICE.ACTOR, invoice.actor())
                .execute();
        Invoice stored = new Invoice(
                id,
                invoice.series(),
                invoice.number(),
                invoice.kind(),
                parties,
                invoice.net(),
                invoice.tax(),
                invoice.lines(),
                invoice.taxes(),
                invoice.dates(),
                invoice.actor());
        outbox.append(tx, InvoiceIssued.of(tenant, stored));
        return stored;
    }

    Optional<Invoice> find(Scope scope, long id) {
        return database.read(scope)
                .selectFrom(INVOICE)
                .where(scope.of(INVOICE.TENANT_ID))
                .and(INVOICE.ID.eq(id))
                .fetchOptional(SqlInvoiceStore::read);
    }

    List<Invoice> before(Scope scope, InvoiceFilter filter, int rows, @Nullable Cursor after) {
        Condition where = scope.of(INVOICE.TENANT_ID);
        if (after != null) {
            where = where.and(INVOICE.ID.lt(after.id()));
        }
        Holder holder = filter.holder();
        if (holder != null) {
            where = where.and(INVOICE.HOLDER_KIND.eq(holder.kind().word())).and(INVOICE.HOLDER_ID.eq(holder.id()));
        }
        if (filter.kind() != null) {
            where = where.and(INVOICE.KIND.eq(filter.kind().word()));
        }
        if (filter.series() != null) {
            where = where.and(INVOICE.SERIES.eq(filter.series()));
        }
        if (filter.from() != null) {
            where = where.and(INVOICE.ISSUED_AT.ge(filter.from()));
        }
        if (filter.to() != null) {
            where = where.and(INVOICE.ISSUED_AT.lt(filter.to()));
        }
        return database.read(scope)
                .selectFrom(INVOICE)
                .where(where)
                .orderBy(INVOICE.ID.desc())
                .limit(rows)
                .fetch(SqlInvoiceStore::read);
    }

    private static Invoice read(InvoiceRecord row) {
        Content content = ItemJson.read(row.getContentJson(), CONTENT);
        return new Invoice(
                row.getId(),
                row.getSeries(),
                row.getInvoiceNumber(),
                InvoiceKind.of(row.getKind()),
                new Invoice.Parties(
                        new Holder(Holder.Kind.of(row.getHolderKind()), row.getHolderId()),
                        ItemJson.read(row.getSellerJson(), SELLER),
                        ItemJson.read(row.getBuyerJson(), BUYER),
                        row.getLanguage()),
                new Money(row.getCurrency(), row.getNetMinor()),
                new Money(row.getCurrency(), row.getTaxMinor()),
                content.lines(),
                content.taxes(),
                new Invoice.Dates(row.getFromAt(), row.getToAt(), row.getIssuedAt(), row.getDueAt()),
                row.getActor());
    }
}
