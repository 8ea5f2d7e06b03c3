package org.ohmstead.charging.lifecycle;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.ConnectorRef;
import org.ohmstead.charging.store.SqlChargingSessionStore;
import org.ohmstead.charging.store.SqlSessionRows;
import org.ohmstead.charging.trail.TransactionReport;
import org.ohmstead.tokens.TokenQuery;

/** What a verdict may have to know of a 2.x event: its session, or the one that has lost its end there. */
final class TransactionCircumstances implements TokenQuery.Circumstances {
    private final TransactionReport report;
    private final SqlSessionRows rows;

    TransactionCircumstances(TransactionReport report, SqlChargingSessionStore sessions) {
        this.report = report;
        this.rows = sessions.committed(report.caller().station());
    }

    @Override
    public @Nullable Integer evse() {
        return own().map(ChargingSession::place)
                .orElse(ConnectorRef.UNKNOWN)
                .or(report.place())
                .evse();
    }

    @Override
    public @Nullable Long ownSession() {
        return own().or(() -> rows.openAt(report.place()).stream().findFirst())
                .map(ChargingSession::id)
                .orElse(null);
    }

    private Optional<ChargingSession> own() {
        return rows.byStationTx(report.transaction());
    }
}
