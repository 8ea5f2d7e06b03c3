package org.ohmstead.locallist;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.commands.verbs.VerbView;

/** What came of an update, as the API shows it. */
@Schema(name = "LocalListSync")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SyncView(
        @Schema(implementation = SyncOutcome.class) String outcome,

        @Schema(description = "Why, or what follows, for people") @Nullable
        String text,

        @Schema(description = "How many entries were added or changed; of a whole list, how many it has")
        int put,

        @Schema(description = "How many were taken from it") int removed,

        @Schema(
                description =
                        "How many values of tokens have no words in the station's version, such as those that are too"
                                + " long")
        int unwieldy,

        @Schema(description = "How many there was no room for")
        int beyond,

        @Schema(description = "The list as it stands now") LocalListView list,

        @Schema(description = "What came of the last command that was sent") @Nullable
        VerbView command) {
    static SyncView of(LocalListSync.Done done, LocalListView list) {
        return new SyncView(
                done.outcome().word(),
                done.text(),
                done.put(),
                done.removed(),
                done.unwieldy(),
                done.beyond(),
                list,
                done.last() == null ? null : VerbView.of(done.last()));
    }
}
