package org.ohmstead.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ohmstead.db.schema.Tables.UNDELIVERED_EVENT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;

class AbandonedEventsTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";

    private static String of(long tenant) {
        return "[{\"tenant\":" + tenant + ",\"station\":7,\"kind\":\"a.b\",\"payload\":{\"x\":1.50}}]";
    }

    private static void put(EventWorld world, String listener, long event, String json, @Nullable Instant abandonedAt) {
        world.commits.write(Scope.everywhere(), 0, tx -> tx.sql()
                .insertInto(UNDELIVERED_EVENT)
                .set(UNDELIVERED_EVENT.LISTENER, listener)
                .set(UNDELIVERED_EVENT.EVENT_ID, event)
                .set(UNDELIVERED_EVENT.EVENT_JSON, json)
                .set(UNDELIVERED_EVENT.CREATED_AT, EventWorld.NOW)
                .set(UNDELIVERED_EVENT.FAILURE, "never")
                .set(UNDELIVERED_EVENT.ABANDONED_AT, abandonedAt)
                .execute());
    }

    /** All pages of a list, of so many rows each. */
    private static List<String> all(EventRelay relay, long tenant, @Nullable String listener, int rows) {
        List<String> found = new ArrayList<>();
        Cursor after = null;
        do {
            Page<AbandonedEvent> page = relay.abandonedEvents(tenant, listener, new Limit(rows), after);
            page.items().forEach(each -> found.add(each.listener() + " " + each.event()));
            after = Cursor.of(page.next());
        } while (after != null);
        return found;
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void they_are_listed_by_listener_and_number_in_pages_and_those_still_tried_are_not(TestDatabases.Kind kind) {
        try (EventWorld world = new EventWorld(kind.open());
                EventRelay relay = world.relay()) {
            for (int number = 7; number > 0; number--) {
                put(world, "webhooks", number, of(1), EventWorld.NOW.minusSeconds(number));
                put(world, "audit", number, of(1), number == 3 ? null : EventWorld.NOW);
            }
            List<String> expected = List.of(
                    "audit 1",
                    "audit 2",
                    "audit 4",
                    "audit 5",
                    "audit 6",
                    "audit 7",
                    "webhooks 1",
                    "webhooks 2",
                    "webhooks 3",
                    "webhooks 4",
                    "webhooks 5",
                    "webhooks 6",
                    "webhooks 7");
            for (int rows : new int[] {1, 2, 5, 13, 500}) {
                assertThat(all(relay, 1, null, rows)).as("%s a page", rows).isEqualTo(expected);
                assertThat(all(relay, 1, "audit", rows)).isEqualTo(expected.subList(0, 6));
                assertThat(all(relay, 1, "webhooks", rows)).isEqualTo(expected.subList(6, 13));
            }
            assertThat(all(relay, 1, "nobody", 5)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void each_tenant_sees_its_own_and_the_default_one_what_nobody_can_read(TestDatabases.Kind kind) {
        try (EventWorld world = new EventWorld(kind.open());
                EventRelay relay = world.relay()) {
            put(world, "outbox", 1, "no JSON", EventWorld.NOW);
            put(world, "webhooks", 2, of(1), EventWorld.NOW);
            put(world, "webhooks", 3, of(2), EventWorld.NOW);
            put(world, "webhooks", 4, of(1), EventWorld.NOW);
            assertThat(all(relay, 1, null, 1)).containsExactly("outbox 1", "webhooks 2", "webhooks 4");
            assertThat(all(relay, 2, null, 1)).containsExactly("webhooks 3");
            AbandonedEvent mine =
                    relay.abandonedEvents(2, null, Limit.USUAL, null).items().getFirst();
            assertThat(mine.read()).hasValueSatisfying(event -> {
                assertThat(event.kind()).isEqualTo("a.b");
                assertThat(event.payload().get("x").decimalValue()).isEqualByComparingTo("1.5");
            });
        }
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        try (EventWorld world = new EventWorld(TestDatabases.sqlite());
                EventRelay relay = world.relay()) {
            for (Cursor other : List.of(Cursor.at(7), Cursor.at("audit", "many"), Cursor.at("a", "1", "2"))) {
                assertThatThrownBy(() -> relay.abandonedEvents(1, null, Limit.USUAL, other))
                        .isInstanceOf(Refused.class)
                        .hasMessageContaining("cursor");
            }
        }
    }
}
