package org.ohmstead.charging.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmstead.charging.ChargingSite;
import org.ohmstead.db.Scope;

/** What a lane remembers must be what it would be told: the same messages, with and without a memory between them. */
class RecentEvidenceTest {
    private static final int SESSIONS = 25;

    @FunctionalInterface
    private interface Message {
        void send(ChargingSite site);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_session_is_worth_the_same_whether_its_evidence_was_remembered_or_read(long seed) {
        List<Message> messages = messages(new Random(seed));
        try (ChargingSite remembering = new ChargingSite();
                ChargingSite asking = new ChargingSite()) {
            for (Message message : messages) {
                message.send(remembering);
                message.send(asking);
                forget(asking);
            }
            assertThat(remembering.all()).isEqualTo(asking.all()).hasSizeGreaterThanOrEqualTo(SESSIONS);
            assertThat(remembering.readingsJson()).isEqualTo(asking.readingsJson());
            assertThat(remembering.events()).isEqualTo(asking.events());
        }
    }

    /** A transaction that fails makes a lane forget. */
    private static void forget(ChargingSite site) {
        assertThatThrownBy(() -> site.commits.write(Scope.everywhere(), ChargingSite.CP7.id(), tx -> {
                    throw new IllegalArgumentException();
                }))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Message> messages(Random random) {
        List<Message> messages = new ArrayList<>();
        int minute = 0;
        for (int i = 1; i <= SESSIONS; i++) {
            minute += random.nextInt(2);
            if (random.nextBoolean()) {
                numbered(messages, random, i, minute);
            } else {
                sequenced(messages, random, "TX" + i, minute);
            }
            minute += 2;
        }
        return messages;
    }

    /** Of 1.6, now and then with a reading of the session before, a repeated, an early or a doubtful one. */
    private static void numbered(List<Message> messages, Random random, int session, int from) {
        int connector = 1 + random.nextInt(2);
        int begin = 1000 * session;
        messages.add(site -> site.start(connector, "T" + session, begin, from));
        int readings = random.nextInt(4) == 0 ? 40 : random.nextInt(5);
        for (int i = 0; i < readings; i++) {
            int minute = from + random.nextInt(3);
            int wh = random.nextInt(8) == 0 ? 3 : begin + 10 * i;
            int times = random.nextInt(5) == 0 ? 2 : 1;
            for (int time = 0; time < times; time++) {
                messages.add(site -> site.meter(connector, newest(site), String.valueOf(wh), minute));
            }
        }
        messages.add(site -> site.stop(newest(site), begin + 500, from + 2));
    }

    /** Of 2.x, now and then with a gap, a repetition or a late event. */
    private static void sequenced(List<Message> messages, Random random, String transaction, int from) {
        List<Integer> order = new ArrayList<>();
        int events = 2 + (random.nextInt(4) == 0 ? 40 : random.nextInt(6));
        for (int seqNo = 0; seqNo < events; seqNo++) {
            if (random.nextInt(12) > 0) {
                order.add(random.nextInt(8) == 0 ? random.nextInt(order.size() + 1) : order.size(), seqNo);
            }
            if (random.nextInt(10) == 0) {
                order.add(seqNo);
            }
        }
        for (int seqNo : order) {
            String type = seqNo == 0 ? "Started" : seqNo == events - 1 ? "Ended" : "Updated";
            String reading = ChargingSite.wh(from + seqNo / 20, String.valueOf(100 * from + seqNo), "Sample.Periodic");
            String more = "'evse':{'id':1}," + reading;
            messages.add(site -> site.event(transaction, type, seqNo, "MeterValuePeriodic", more));
        }
    }

    private static long newest(ChargingSite site) {
        return site.all().getLast().id();
    }
}
