package org.ohmstead.adhocpayment;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.db.Scope;
import org.ohmstead.stations.StationRef;

/**
 * Payments at terminals (OCPP 2.1 C18 to C22). A station repeats what was not answered in time, so a payment is known by the
 * reference of the payment service provider. What differs replaces what was known, unless it is older.
 */
@Singleton
public class Settlements {
    private final SqlSettlementStore store;
    private final AdHocPaymentSettings settings;

    @Inject
    public Settlements(SqlSettlementStore store, AdHocPaymentSettings settings) {
        this.store = store;
        this.settings = settings;
    }

    /**
     * @return where the driver finds our receipt (C21.FR.03); empty: the terminal has made one, there is nothing to be receipted,
     *         or we make none
     */
    public Optional<String> reported(StationRef station, SettlementReport report, Instant receivedAt) {
        Optional<String> ours = report.receiptUrl() == null && report.status().equals("Settled")
                ? settings.receipt(station.identity(), report.pspRef())
                : Optional.empty();
        store.keep(
                station,
                ours.isPresent() ? report.withReceiptUrl(ours.get()) : report,
                receivedAt.truncatedTo(ChronoUnit.MICROS));
        return ours;
    }

    /** @throws Refused not found */
    Settlement get(Scope scope, long id) {
        return store.find(scope, id)
                .orElseThrow(() ->
                        Refused.notFound("There is no settlement " + id + ". GET /api/v1/settlements lists them."));
    }

    /** The one that was first reported last comes first. */
    Page<Settlement> page(Scope scope, SettlementFilter filter, Limit limit, @Nullable Cursor after) {
        return Page.of(store.before(scope, filter, limit.rows() + 1, after), limit, row -> Cursor.at(row.id()));
    }
}
