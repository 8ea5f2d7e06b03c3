package org.ohmstead.bench.siege;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** All attacks, in the order in which they are made. */
final class Attacks {
    private Attacks() {}

    static List<Attack> all() {
        return List.of(
                new MangledFrames(),
                of("numbers that cannot be computed", MessageAttacks::numbers),
                of("readings of 1 MB, no answer read", MessageAttacks::largeAndUnread),
                of("2,000 open sessions of one station", MessageAttacks::sessionsWithoutEnd),
                of("events in reverse order", MessageAttacks::reverseOrder),
                of("pings whose pongs nobody reads", FrameAttacks::pings),
                of("empty fragments", FrameAttacks::emptyFragments),
                of("one byte a frame", FrameAttacks::singleBytes),
                of("messages that inflate a thousandfold", FrameAttacks::bombs),
                of("connections without a handshake's end", DoorAttacks::hangUps),
                of("handshakes a byte at a time", DoorAttacks::slowHandshakes),
                of("TLS handshakes that are left half-way", TlsAttacks::halfWay),
                of("TLS handshakes of which nothing comes", TlsAttacks::inVain),
                of("sockets without a subprotocol", DoorAttacks::hoard),
                of("passwords guessed", DoorAttacks::guesses),
                of("identities probed", DoorAttacks::probes),
                of("second connections of stations that charge", DoorAttacks::doubles),
                of("ways around the door of the API", HttpAttacks::aroundTheDoor),
                of("requests pipelined without end", HttpAttacks::pipelined),
                of("a live tail that is not read", HttpAttacks::unreadTail));
    }

    /** What an attack does once. */
    interface Round {
        void run(Battlefield field) throws IOException, InterruptedException;
    }

    /** Again and again until the time is over. */
    static void again(Battlefield field, Round round) {
        while (field.goesOn()) {
            field.tried();
            try {
                round.run(field);
            } catch (IOException refused) {
                // A closed connection is the server's right.
                LockSupport.parkNanos(5_000_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static Attack of(String name, Round round) {
        return new Attack() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void run(Battlefield field) {
                Attacks.again(field, round);
            }
        };
    }
}
