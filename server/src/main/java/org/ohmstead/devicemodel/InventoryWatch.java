package org.ohmstead.devicemodel;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.ohmstead.events.EventListener;
import org.ohmstead.events.StoredEvent;
import org.ohmstead.reports.Report;
import org.ohmstead.reports.ReportRequest;
import org.ohmstead.reports.ReportRequests;
import org.ohmstead.reports.Reports;
import org.ohmstead.stations.StationRef;

/** When a full inventory has come whole, what it does not tell of is no more; other reports say nothing of that (behaviour 10.3). */
@Singleton
public class InventoryWatch implements EventListener {
    static final String FULL = "FullInventory";

    private final DeviceModel model;
    private final Reports reports;
    private final ReportRequests requests;

    @Inject
    public InventoryWatch(DeviceModel model, Reports reports, ReportRequests requests) {
        this.model = model;
        this.reports = reports;
        this.requests = requests;
    }

    @Override
    public String name() {
        return "device-model";
    }

    @Override
    public Kind kind() {
        return Kind.DURABLE;
    }

    @Override
    public void on(StoredEvent event) {
        Long id = event.station();
        if (id == null
                || !event.kind().equals("report.completed")
                || !event.payload().path("action").asText().equals("NotifyReport")) {
            return;
        }
        StationRef station = new StationRef(
                event.tenant(), id, event.payload().path("identity").asText());
        Optional<Report> report =
                reports.find(station.scope(), event.payload().path("report").asLong());
        report.filter(each -> isFull(station, each)).ifPresent(each -> {
            Instant completed = each.completedAt() == null ? each.openedAt() : each.completedAt();
            model.replaced(station, each.openedAt(), completed);
        });
    }

    private boolean isFull(StationRef station, Report report) {
        return requests.of(station, report)
                .map(ReportRequest::wanted)
                .filter(FULL::equals)
                .isPresent();
    }
}
