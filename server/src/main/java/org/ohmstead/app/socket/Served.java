package org.ohmstead.app.socket;

import org.jspecify.annotations.Nullable;
import org.ohmstead.app.socket.frames.LargeMessageRoom;
import org.ohmstead.ocpp.rpc.OcppLink;
import org.ohmstead.stations.Caller;

/** What becomes of a message that came, and of the room that it takes if it is large. */
final class Served {
    private Served() {}

    static void take(OcppLink<Caller> link, String text, LargeMessageRoom.@Nullable Allocation place) {
        boolean taken = false;
        try {
            link.received(text);
            taken = true;
        } finally {
            if (place != null && taken) {
                link.afterWaiting(place::giveBack);
            } else {
                drop(place);
            }
        }
    }

    static void drop(LargeMessageRoom.@Nullable Allocation place) {
        if (place != null) {
            place.giveBack();
        }
    }
}
