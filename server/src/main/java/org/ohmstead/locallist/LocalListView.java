package org.ohmstead.locallist;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is known of a station's list, as the API shows it. */
@Schema(name = "LocalList")
public record LocalListView(
        @Schema(description = "Identity of the station") String station,

        @Schema(description = "Version after the last update that the station took; 0: there was none, or it is empty")
        int version,

        @Schema(
                description =
                        "Whether its entries are known. If not, because an update came to a bad end or somebody else"
                                + " has changed it, the next update replaces the whole list")
        boolean known,

        @Schema(description = "How many entries it has, as far as known")
        int entries,

        @Schema(
                description =
                        "Version that the station told last; 0: its list is empty, or there is none; -1: it has no"
                                + " such thing. Null: it was never asked")
        @Nullable
        Integer stationVersion,

        @Schema(description = "When it told it") @Nullable Instant versionToldAt,

        @Schema(description = "How many entries it takes, if it has told that") @Nullable
        Long most,

        @Schema(description = "How many it takes in one message, if it has told that; more are sent in several")
        @Nullable
        Long mostInMessage,

        @Schema(
                description =
                        "Whether it follows our tokens by itself: what was said of this station, or else the setting"
                                + " auto-sync-local-list")
        boolean autoSync,

        @Schema(description = "What was said of this station; null: nothing") @Nullable
        Boolean autoSyncOfStation,

        @Schema(implementation = TooMany.class) String whenTooMany,

        @Schema(description = "Whether it is brought up to date once the station is connected")
        boolean due,

        @Schema(
                description =
                        "What the last update came to: the station's word, such as Accepted or VersionMismatch, the"
                                + " outcome of a command that it did not answer, upToDate, or refused. Null: there was"
                                + " none",
                examples = "Accepted")
        @Nullable
        String result,

        @Schema(description = "More about it, for people") @Nullable
        String resultText,

        @Nullable Instant resultAt,

        @Schema(description = "Who wanted it", examples = "user:anna@example.org") @Nullable
        String resultActor,

        @Schema(description = "When it last held what it was to hold") @Nullable
        Instant syncedAt) {
    static LocalListView of(
            LocalList list, boolean autoSync, int entries, @Nullable Long most, @Nullable Long mostInMessage) {
        LocalList.Told told = list.told();
        LocalList.Result result = list.result();
        return new LocalListView(
                list.station().identity(),
                list.version(),
                list.known(),
                entries,
                told == null ? null : told.version(),
                told == null ? null : told.at(),
                most,
                mostInMessage,
                autoSync,
                list.wishes().autoSync(),
                list.wishes().tooMany().word(),
                list.wishes().due(),
                result == null ? null : result.word(),
                result == null ? null : result.text(),
                result == null ? null : result.at(),
                result == null ? null : result.actor(),
                list.syncedAt());
    }
}
