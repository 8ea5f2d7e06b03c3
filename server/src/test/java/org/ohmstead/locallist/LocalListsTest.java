package org.ohmstead.locallist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.ohmstead.ocpp.OcppVersion.V16;
import static org.ohmstead.ocpp.OcppVersion.V201;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.Await;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.RecordedLines;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.devicemodel.Address;
import org.ohmstead.tokens.StoredToken;
import org.ohmstead.tokens.Token;

class LocalListsTest {
    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void the_first_time_the_whole_list_goes_and_then_what_is_different(TestDatabases.Kind kind) {
        try (ListWorld world = new ListWorld(kind.open())) {
            world.connect(V16);
            StoredToken first = world.token("A1");
            world.token("B2");
            assertThat(world.sync().outcome()).isEqualTo("replaced");
            assertThat(world.station.log).containsExactly("version", "1 Full A1=Accepted B2=Accepted");
            assertThat(world.view().entries()).isEqualTo(2);
            assertThat(world.view().version()).isOne();
            assertThat(world.view().known()).isTrue();

            assertThat(world.sync().outcome()).isEqualTo("upToDate");
            assertThat(world.view().result()).isEqualTo("upToDate");
            world.tokens.change(Actor.LOCAL, first.id(), before -> blocked(before.token()));
            world.token("C3");
            world.station.log.clear();
            SyncView second = world.sync();
            assertThat(second.outcome()).isEqualTo("updated");
            assertThat(second.put()).isEqualTo(2);
            assertThat(world.station.log).containsExactly("version", "2 Differential C3=Accepted A1=Blocked");
            world.tokens.delete(Actor.LOCAL, first.id(), before -> {});
            world.station.log.clear();
            assertThat(world.sync().removed()).isOne();
            assertThat(world.station.log).containsExactly("version", "3 Differential A1");
            assertThat(world.entries()).containsExactly("B2 Accepted", "C3 Accepted");
            assertThat(world.station.entries).hasSize(2);
            assertThat(world.stations.events("locallist.changed"))
                    .hasSize(3)
                    .last()
                    .asString()
                    .contains("\"version\":3,\"full\":false,\"entries\":2");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_list_that_is_too_long_for_a_message_goes_in_several_and_its_version_is_that_of_the_last(
            TestDatabases.Kind kind) {
        try (ListWorld world = new ListWorld(kind.open())) {
            world.connect(V16);
            world.limits(16, 8);
            for (int i = 10; i < 22; i++) {
                world.token("T" + i);
            }
            SyncView done = world.sync();
            assertThat(done.outcome()).isEqualTo("replaced");
            assertThat(world.station.log)
                    .satisfiesExactly(
                            version -> assertThat(version).isEqualTo("version"),
                            whole -> assertThat(whole).startsWith("1 Full T10=").endsWith("T17=Accepted"),
                            rest -> assertThat(rest)
                                    .startsWith("2 Differential T18=")
                                    .endsWith("T21=Accepted"));
            assertThat(world.view().version()).isEqualTo(2);
            assertThat(world.view().most()).isEqualTo(16);
            assertThat(world.view().mostInMessage()).isEqualTo(8);
            assertThat(world.sync().outcome()).isEqualTo("upToDate");
        }
    }

    @Test
    void a_station_that_has_its_list_switched_off_is_sent_none() {
        try (ListWorld world = new ListWorld(TestDatabases.sqlite())) {
            world.connect(V16);
            world.token("A1");
            world.model.tells(world.cp7, Address.ofKey("LocalAuthListEnabled"), "false");
            SyncView done = world.sync();
            assertThat(done.outcome()).isEqualTo("notSupported");
            assertThat(done.text()).startsWith("LocalAuthListEnabled is false");
            assertThat(world.station.log).isEmpty();
            world.model.tells(world.cp7, Address.ofKey("LocalAuthListEnabled"), "true");
            assertThat(world.sync().outcome()).isEqualTo("replaced");
            world.model.tells(world.cp7, Address.of("LocalAuthListCtrlr", "Enabled"), "false");
            world.connect(V201);
            assertThat(world.sync().text()).startsWith("LocalAuthListCtrlr.Enabled is false");
        }
    }

    @Test
    void more_tokens_than_the_list_takes_are_refused_with_both_numbers_or_the_newest_go() {
        try (ListWorld world = new ListWorld(TestDatabases.sqlite())) {
            world.connect(V16);
            world.limits(2, 8);
            world.token("A1");
            world.token(blocked(ListWorld.card("B2")));
            world.token("C3");
            world.token("D4");
            Refused refused = catchThrowableOfType(Refused.class, world::sync);
            assertThat(refused.kind()).isEqualTo(Refused.Kind.CONFLICT);
            assertThat(refused.detail()).contains("There are 3 tokens").contains("its list takes 2");
            assertThat(world.station.log).isEmpty();
            assertThat(world.view().result()).isEqualTo("refused");
            world.resource.configure("CP-7", new LocalListResource.Wishes(null, "newest"));
            SyncView done = world.sync();
            assertThat(done.beyond()).isEqualTo(2);
            assertThat(world.entries()).containsExactly("C3 Accepted", "D4 Accepted");
        }
    }

    @Test
    void where_the_difference_is_not_taken_the_whole_list_goes() {
        try (ListWorld world = new ListWorld(TestDatabases.sqlite())) {
            world.connect(V201);
            world.token("A1");
            world.token("B2");
            world.sync();
            world.station.log.clear();
            world.station.mismatches = true;
            world.token("C3");
            assertThat(world.sync().outcome()).isEqualTo("replaced");
            assertThat(world.station.log)
                    .containsExactly(
                            "version", "2 Differential C3=Accepted", "3 Full A1=Accepted B2=Accepted C3=Accepted");
            assertThat(world.view().version()).isEqualTo(3);
            assertThat(world.stations.events("locallist.failed"))
                    .singleElement()
                    .asString()
                    .contains("VersionMismatch");
        }
    }

    @Test
    void a_list_that_somebody_else_has_changed_or_lost_is_replaced() {
        try (ListWorld world = new ListWorld(TestDatabases.sqlite())) {
            world.connect(V201);
            world.token("A1");
            world.sync();
            world.station.version = 9;
            assertThat(world.sync().outcome()).isEqualTo("replaced");
            assertThat(world.view().version()).isEqualTo(10);
            world.station.version = 0;
            world.station.entries.clear();
            world.resource.refresh("CP-7", SendOptions.USUAL);
            assertThat(world.view().known()).isFalse();
            assertThat(world.entries()).isEmpty();
            world.station.log.clear();
            world.sync();
            assertThat(world.station.log).containsExactly("version", "1 Full A1=Accepted");
        }
    }

    @Test
    void what_the_door_sends_counts_too() {
        try (ListWorld world = new ListWorld(TestDatabases.sqlite())) {
            world.connect(V16);
            world.door("{'listVersion':4,'updateType':'Full','localAuthorizationList':[{'idTag':'X9',"
                    + "'idTagInfo':{'status':'Accepted'}}]}");
            assertThat(world.view().version()).isEqualTo(4);
            assertThat(world.entries()).containsExactly("X9 Accepted");
            world.token("A1");
            world.station.log.clear();
            world.sync();
            assertThat(world.station.log).containsExactly("version", "5 Full A1=Accepted");
        }
    }

    @Test
    void tokens_go_with_all_that_their_version_has_words_for_and_only_where_they_may_be_used() {
        try (ListWorld world = new ListWorld(TestDatabases.sqlite())) {
            world.connect(V201);
            Instant end = Instant.parse("2026-02-01T00:00:00Z");
            world.token(new Token(
                    "A1",
                    "ISO14443",
                    "FAMILY",
                    false,
                    end,
                    1,
                    List.of(new Token.Place("cp-7", List.of(2))),
                    3,
                    "de",
                    "Hallo",
                    null,
                    List.of("A1-REVERSED")));
            world.token(new Token(
                    "ELSEWHERE",
                    "ISO14443",
                    null,
                    false,
                    null,
                    1,
                    List.of(new Token.Place("CP-8", List.of())),
                    null,
                    null,
                    null,
                    null));
            world.token(new Token("1234", "KeyCode", null, false, null, 1, List.of(), null, null, null, null));
            world.token(new Token("Z".repeat(37), "eMAID", null, false, null, 1, List.of(), null, null, null, null));
            SyncView done = world.sync();
            assertThat(done.unwieldy()).isOne();
            assertThat(world.resource.entries("CP-7", null, null).items())
                    .extracting(ListEntryView::token)
                    .containsExactly("A1", "A1-REVERSED");
            assertThat(world.resource
                            .entries("CP-7", "1", null)
                            .items()
                            .getFirst()
                            .info())
                    .hasToString("{\"status\":\"Expired\",\"cacheExpiryDateTime\":\"2026-02-01T00:00:00Z\","
                            + "\"chargingPriority\":3,\"language1\":\"de\",\"evseId\":[2],"
                            + "\"groupIdToken\":{\"idToken\":\"FAMILY\",\"type\":\"Central\"},"
                            + "\"personalMessage\":{\"format\":\"UTF8\",\"content\":\"Hallo\"}}");
        }
    }

    @Test
    void a_station_without_a_list_says_so_and_one_that_is_silent_leaves_it_unknown() {
        try (ListWorld world = new ListWorld(TestDatabases.sqlite())) {
            world.connect(V16);
            world.token("A1");
            world.station.version = -1;
            assertThat(world.sync().outcome()).isEqualTo("notSupported");
            world.station.version = 0;
            world.sync();
            world.token("B2");
            world.station.silent = true;
            assertThat(world.sync().outcome()).isEqualTo("unknown");
            assertThat(world.view().known()).isFalse();
            assertThat(world.view().result()).isEqualTo("timedOut");
            world.station.silent = false;
            assertThat(world.sync().outcome()).isEqualTo("replaced");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void one_that_is_away_is_brought_up_to_date_when_it_is_there(TestDatabases.Kind kind) {
        try (ListWorld world = new ListWorld(kind.open())) {
            world.token("A1");
            assertThat(world.sync().outcome()).isEqualTo("notConnected");
            assertThat(world.view().due()).isTrue();
            world.watch.look();
            world.connect(V16);
            world.watch.look();
            Await.until(() -> !world.view().due());
            assertThat(world.station.log).containsExactly("version", "1 Full A1=Accepted");
            assertThat(RecordedLines.of(world.stations.database, world.stations.commits))
                    .anyMatch(line -> line.startsWith("local local-list CP-7 changed"));
        }
    }

    @Test
    void one_that_follows_is_looked_at_when_it_comes_and_once_after_many_changes_of_tokens() {
        try (ListWorld world = new ListWorld(TestDatabases.sqlite())) {
            world.connect(V16);
            world.token("A1");
            world.watch.look();
            assertThat(world.station.log).as("nobody has switched it on").isEmpty();
            world.resource.configure("CP-7", new LocalListResource.Wishes(true, null));
            assertThat(world.view().autoSync()).isTrue();
            world.watch.look();
            Await.until(() ->
                    "Accepted".equals(world.view().result()) && world.view().syncedAt() != null);
            world.watch.look();
            world.watch.look();
            assertThat(world.station.log).containsExactly("version", "1 Full A1=Accepted");
            world.token("B2");
            world.token("C3");
            Instant before = world.view().syncedAt();
            world.stations.clock.advance(Duration.ofSeconds(30));
            world.watch.look();
            Await.until(() -> world.view().syncedAt().isAfter(before));
            assertThat(world.station.log)
                    .containsExactly(
                            "version", "1 Full A1=Accepted", "version", "2 Differential B2=Accepted C3=Accepted");
            assertThat(world.view().resultActor()).isEqualTo("server:auto-sync-local-list");
        }
    }

    private static Token blocked(Token token) {
        return new Token(
                token.value(),
                token.type(),
                token.group(),
                true,
                token.expiresAt(),
                token.maxSessions(),
                token.allowed(),
                token.priority(),
                token.language(),
                token.personalMessage(),
                token.note(),
                token.alsoKnownAs());
    }
}
