package org.ohmstead.app.socket.frames;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What came before the link stood; handed on in order when it does. On the event loop. */
public final class EarlyMessages {
    private final Queue<Early> waiting = new ArrayDeque<>(1);
    private boolean over;
    private boolean givenUp;

    private record Early(String text, LargeMessageRoom.@Nullable Allocation place) {}

    public void add(String text, LargeMessageRoom.@Nullable Allocation place) {
        waiting.add(new Early(text, place));
        if (givenUp) {
            giveUp();
        }
    }

    /** Whether all was handed on, so that nothing comes too early any more. */
    public boolean isOver() {
        return over;
    }

    public void handOn(BiConsumer<String, LargeMessageRoom.@Nullable Allocation> to) {
        over = true;
        waiting.forEach(early -> to.accept(early.text(), early.place()));
        waiting.clear();
    }

    /** There will be no link: what is here goes, and what still comes. */
    public void giveUp() {
        givenUp = true;
        waiting.forEach(early -> {
            if (early.place() != null) {
                early.place().giveBack();
            }
        });
        waiting.clear();
    }
}
