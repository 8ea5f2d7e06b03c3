package org.ohmstead.app.socket.frames;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ohmstead.Await;
import org.ohmstead.app.socket.EndpointHarness;
import org.ohmstead.app.socket.RawStation;
import org.ohmstead.stations.Caller;

/** Large messages of many stations at once: one after the other, and none of them is lost. */
class LargeMessageRoomTest {
    private static final int MIB = 1 << 20;

    private final List<String> granted = new ArrayList<>();
    private final LargeMessageRoom room = new LargeMessageRoom(10);

    private LargeMessageRoom.Allocation ask(String name, long bytes) {
        return room.ask(bytes, () -> granted.add(name));
    }

    @Test
    void who_finds_no_room_waits_in_the_order_of_asking() {
        LargeMessageRoom.Allocation a = ask("a", 6);
        LargeMessageRoom.Allocation b = ask("b", 6);
        LargeMessageRoom.Allocation c = ask("c", 1);
        assertThat(List.of(a.isHeld(), b.isHeld(), c.isHeld())).containsExactly(true, false, false);
        assertThat(room.isWanted()).isTrue();
        a.giveBack();
        assertThat(granted).containsExactly("b", "c");
        assertThat(List.of(b.isHeld(), c.isHeld())).containsExactly(true, true);
        assertThat(room.isWanted()).isFalse();
    }

    @Test
    void who_goes_while_waiting_makes_way_for_those_behind_and_gives_back_nothing_twice() {
        LargeMessageRoom.Allocation a = ask("a", 6);
        LargeMessageRoom.Allocation b = ask("b", 6);
        ask("c", 4);
        b.giveBack();
        assertThat(granted).containsExactly("c");
        b.giveBack();
        a.giveBack();
        a.giveBack();
        assertThat(ask("d", 6).isHeld()).isTrue();
        assertThat(ask("e", 1).isHeld()).isFalse();
    }

    @Test
    void what_needs_more_than_there_is_gets_all_of_it() {
        LargeMessageRoom.Allocation a = ask("a", 1);
        LargeMessageRoom.Allocation huge = ask("huge", 1000);
        assertThat(huge.isHeld()).isFalse();
        a.giveBack();
        assertThat(huge.isHeld()).isTrue();
    }

    @Test
    void what_comes_smaller_than_was_thought_gives_the_rest_back_at_once() {
        LargeMessageRoom.Allocation a = ask("a", 9);
        ask("b", 6);
        a.shrink(4);
        assertThat(granted).containsExactly("b");
        ask("c", 1);
        a.shrink(7);
        a.giveBack();
        assertThat(granted).containsExactly("b", "c");
    }

    @Test
    void the_one_that_may_go_beyond_may_go_on_growing_although_others_wait() {
        LargeMessageRoom.Allocation a = ask("a", 5);
        LargeMessageRoom.Allocation b = ask("b", 5);
        a.resize(7);
        b.resize(6);
        assertThat(b.isHeld()).isFalse();
        a.resize(9);
        assertThat(a.isHeld()).as("else nobody would ever go on").isTrue();
        a.giveBack();
        assertThat(b.isHeld()).isTrue();
    }

    @Test
    void only_one_is_beyond_also_where_it_has_become_smaller_again() {
        LargeMessageRoom.Allocation a = ask("a", 5);
        LargeMessageRoom.Allocation b = ask("b", 5);
        a.resize(9);
        a.resize(6);
        b.resize(9);
        assertThat(b.isHeld()).as("there is still more taken than there is").isFalse();
        a.resize(5);
        assertThat(b.isHeld()).isTrue();
    }

    @Test
    void those_that_become_larger_never_wait_for_each_other_and_go_before_those_that_begin() {
        LargeMessageRoom.Allocation a = ask("a", 5);
        LargeMessageRoom.Allocation b = ask("b", 5);
        a.resize(8);
        assertThat(a.isHeld()).as("one may have more than there is").isTrue();
        b.resize(8);
        LargeMessageRoom.Allocation c = ask("c", 1);
        assertThat(List.of(b.isHeld(), c.isHeld())).containsExactly(false, false);
        a.giveBack();
        assertThat(granted).containsExactly("b", "c");
        b.giveBack();
        c.giveBack();
        assertThat(ask("d", 10).isHeld()).isTrue();
    }

    private static byte[] heartbeat(String id) {
        return heartbeat(id, 3 * MIB / 2);
    }

    private static byte[] heartbeat(String id, int size) {
        String head = "[2,\"" + id + "\",\"Heartbeat\",{\"pad\":\"";
        return (head + "x".repeat(size) + "\"}]").getBytes(StandardCharsets.UTF_8);
    }

    /** Sends the beginning of a message; has been seen as such when this returns. */
    private static void begin(RawStation station, byte[] message) throws Exception {
        byte[] ping = {(byte) (RawStation.FIN | RawStation.PING), (byte) 0x80, 0, 0, 0, 0};
        byte[] text = new byte[14 + 100];
        text[0] = (byte) (RawStation.FIN | RawStation.TEXT);
        text[1] = (byte) 0xff;
        for (int i = 0; i < 4; i++) {
            text[6 + i] = (byte) (message.length >>> 24 - 8 * i);
        }
        System.arraycopy(message, 0, text, 14, 100);
        byte[] both = Arrays.copyOf(ping, ping.length + text.length);
        System.arraycopy(text, 0, both, ping.length, text.length);
        station.write(new String(both, StandardCharsets.ISO_8859_1));
        station.readUntil(RawStation.PONG);
    }

    private static void end(RawStation station, byte[] message) throws Exception {
        station.write(new String(message, 100, message.length - 100, StandardCharsets.ISO_8859_1));
    }

    private static EndpointHarness server() {
        EndpointHarness server = new EndpointHarness("--max-message-size=2MiB", "--large-message-room=2MiB");
        server.stationIsAccepted = true;
        return server;
    }

    @Test
    void a_large_message_waits_for_one_that_began_before_it_and_small_ones_of_others_do_not() throws Exception {
        try (EndpointHarness server = server();
                RawStation first = server.connected("CP-1");
                RawStation second = server.connected("CP-2");
                RawStation small = server.connected("CP-3")) {
            begin(first, heartbeat("first"));
            begin(second, heartbeat("second"));
            end(second, heartbeat("second"));
            small.text("[2,\"small\",\"Heartbeat\",{}]");
            assertThat(small.readUntil(RawStation.TEXT).text()).startsWith("[3,\"small\"");
            end(first, heartbeat("first"));
            assertThat(first.readUntil(RawStation.TEXT).text()).startsWith("[3,\"first\"");
            assertThat(second.readUntil(RawStation.TEXT).text()).startsWith("[3,\"second\"");
            assertThat(server.callers.stream().map(Caller::messageId)).containsExactly("small", "first", "second");
        }
    }

    @Test
    void a_station_that_hangs_up_in_the_middle_leaves_its_room_to_the_next() throws Exception {
        try (EndpointHarness server = server();
                RawStation second = server.connected("CP-2")) {
            try (RawStation first = server.connected("CP-1")) {
                begin(first, heartbeat("first"));
                begin(second, heartbeat("second"));
                end(second, heartbeat("second"));
            }
            assertThat(second.readUntil(RawStation.TEXT).text()).startsWith("[3,\"second\"");
            for (int i = 0; i < 3; i++) {
                byte[] message = heartbeat("again" + i);
                begin(second, message);
                end(second, message);
                assertThat(second.readUntil(RawStation.TEXT).text()).startsWith("[3,\"again" + i);
            }
            Await.until(() -> server.callers.size() == 4);
        }
    }

    @Test
    void messages_below_a_mebibyte_need_room_too_and_newcomers_take_none_from_stations_that_were_accepted()
            throws Exception {
        try (EndpointHarness server = new EndpointHarness("--large-message-room=1MiB");
                RawStation first = server.connected("CP-1");
                RawStation second = server.connected("CP-2");
                RawStation small = server.connected("CP-3")) {
            byte[] one = heartbeat("first", MIB / 5);
            byte[] other = heartbeat("second", MIB / 5);
            begin(first, one);
            begin(second, other);
            end(second, other);
            small.text("[2,\"small\",\"Heartbeat\",{}]");
            assertThat(small.readUntil(RawStation.TEXT).text()).startsWith("[3,\"small\"");
            server.stationIsAccepted = true;
            try (RawStation accepted = server.connected("CP-4")) {
                accepted.text(new String(heartbeat("accepted", MIB / 2), StandardCharsets.UTF_8));
                assertThat(accepted.readUntil(RawStation.TEXT).text()).startsWith("[3,\"accepted\"");
            }
            end(first, one);
            assertThat(first.readUntil(RawStation.TEXT).text()).startsWith("[3,\"first\"");
            assertThat(second.readUntil(RawStation.TEXT).text()).startsWith("[3,\"second\"");
            assertThat(server.callers.stream().map(Caller::messageId))
                    .containsExactly("small", "accepted", "first", "second");
        }
    }
}
