package org.ohmstead.remote.controls;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ohmstead.commands.verbs.VerbResult;
import org.ohmstead.commands.verbs.VerbView;

/** What came of having a station send a message, as the API shows it. */
@Schema(name = "Trigger")
public record TriggerView(
        @Schema(description = "Whether the station has said that it sends all of it")
        boolean accepted,

        @Schema(
                description =
                        "The command that it became; for StatusNotification one for each connector, up to one that the"
                                + " station did not answer")
        List<VerbView> commands) {
    static TriggerView of(List<VerbResult> results) {
        return new TriggerView(
                results.stream().allMatch(VerbResult::isAccepted),
                results.stream().map(VerbView::of).toList());
    }
}
