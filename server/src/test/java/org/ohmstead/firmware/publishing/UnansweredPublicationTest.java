package org.ohmstead.firmware.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.commands.ScriptedLink;
import org.ohmstead.commands.TestCommands;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.events.Outbox;
import org.ohmstead.files.TestFiles;
import org.ohmstead.notices.NoticeSettings;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.rpc.routing.ErrorCode;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;

/** What a local controller was told to publish says what came of it, and by which command (L03). */
class UnansweredPublicationTest {
    /** A publication at a controller that says that. */
    private static Publication published(TestDatabases.Kind kind, Outcome<?> outcome) {
        try (TestStations stations = new TestStations(kind.open())) {
            StationRef controller = stations.station("LC-1");
            SqlPublicationStore store =
                    new SqlPublicationStore(stations.database, stations.commits, new Outbox(stations.clock));
            PublicationProgress progress = new PublicationProgress(
                    store, new NoticeSettings(Duration.ofDays(90), Duration.ofDays(90)), stations.clock);
            TestFiles files = new TestFiles(stations);
            Publications publications = new Publications(
                    store,
                    TestCommands.verbs(stations, () -> List.of(progress)),
                    files.files,
                    files.links,
                    stations.audit,
                    stations.clock);
            stations.links.put(new ScriptedLink(controller, OcppVersion.V201, call -> outcome));
            PublicationBody body = new PublicationBody(files.image("image.bin").id(), null, null, null, null);
            return publications.publish(Actor.LOCAL, "LC-1", body, SendOptions.USUAL);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void one_that_is_not_answered_stays_requested_and_says_why(TestDatabases.Kind kind) {
        PublicationView shown = PublicationView.of(published(kind, new Outcome.TimedOut<>(Duration.ofSeconds(1))));
        assertThat(shown.state()).isEqualTo("requested");
        assertThat(shown.reason()).isEqualTo("The controller has not answered: timedOut");
        assertThat(shown.command()).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void one_that_is_refused_says_with_which_code(TestDatabases.Kind kind) {
        Outcome<?> refused = new Outcome.Refused<>(ErrorCode.InternalError, "InternalError", "no room", null);
        assertThat(PublicationView.of(published(kind, refused)).reason()).isEqualTo("refused (InternalError): no room");
    }
}
