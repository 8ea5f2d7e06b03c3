package org.ohmstead.configuration;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ohmstead.commands.verbs.VerbView;
import org.ohmstead.reports.ShownReportRequest;

/** What was sent to learn what a station is set to, as the API shows it. */
@Schema(name = "ConfigurationRefresh")
public record RefreshView(
        @Schema(description = "What was sent, in its order, and what came of it")
        List<VerbView> commands,

        @Schema(
                description = "Reports that the station was asked for (2.x); GET"
                        + " /api/v1/stations/{station}/report-requests/{id} shows how far each is")
        List<ShownReportRequest> reports) {

    static RefreshView of(ConfigurationReading.Asked asked) {
        return new RefreshView(
                asked.commands().stream().map(VerbView::of).toList(),
                asked.reports().stream().map(ShownReportRequest::of).toList());
    }
}
