package org.ohmstead.partners;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.StillAllowed;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.background.PassesByItself;

/** The feed of one reader, on the thread that asked for it: first the state of all, or what was missed, then each change. */
final class FeedStream {
    private static final Logger LOG = System.getLogger(FeedStream.class.getName());
    private static final Duration BETWEEN_SIGNS_OF_LIFE = Duration.ofSeconds(15);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    /** Whoever takes nothing for as long is cut off, even if not much waits. */
    private static final Duration LONGEST_UNREAD = Duration.ofSeconds(30);

    private static final Limit PAGE = new Limit(500);

    private final FeedStations stations;
    private final FeedReader reader;
    private final FeedOutlet outlet;
    private final StillAllowed allowed;
    private final BooleanSupplier ending;

    /** It is over, and this is why. */
    private static final class Over extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial")
        private final @Nullable FeedEnd why;

        private final boolean stuck;

        /**
         * @param why   null: the reader is gone
         * @param stuck whether the reader takes nothing, so that it cannot be told
         */
        Over(@Nullable FeedEnd why, boolean stuck) {
            super(null, null, false, false);
            this.why = why;
            this.stuck = stuck;
        }
    }

    FeedStream(
            FeedStations stations, FeedReader reader, FeedOutlet outlet, StillAllowed allowed, BooleanSupplier ending) {
        this.stations = stations;
        this.reader = reader;
        this.outlet = outlet;
        this.allowed = allowed;
        this.ending = ending;
    }

    void run(PartnerConnectors connectors, FeedChannel.Begin begin) {
        try {
            begin(connectors, begin);
            goOn();
        } catch (Over over) {
            FeedEnd why = over.why;
            LOG.log(Level.DEBUG, "A partner's feed ends: " + (why == null ? "the reader is gone" : why.reason()));
            if (why == null || over.stuck) {
                outlet.cut();
            } else {
                outlet.end(why);
            }
        } catch (PassesByItself databaseAway) {
            outlet.end(FeedEnd.UNAVAILABLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            outlet.end(FeedEnd.SHUTDOWN);
        }
    }

    private void begin(PartnerConnectors connectors, FeedChannel.Begin begin) throws InterruptedException {
        List<FeedMessage> missed = begin.missed();
        if (missed != null) {
            for (FeedMessage message : missed) {
                tell(message);
            }
        } else {
            String next = null;
            do {
                Page<PartnerConnector> page = connectors.page(stations.scope(), PAGE, Cursor.of(next));
                for (PartnerConnector connector : page.items()) {
                    send(() -> outlet.send(FeedMessage.of(null, connector)));
                }
                next = page.next();
            } while (next != null);
        }
        send(() -> outlet.send(FeedMessage.current(begin.position())));
    }

    private void goOn() throws InterruptedException {
        long silentSince = System.nanoTime();
        while (true) {
            check(false);
            FeedMessage message = reader.next(BETWEEN_LOOKS);
            if (message != null && tell(message)) {
                silentSince = System.nanoTime();
            } else if (System.nanoTime() - silentSince > BETWEEN_SIGNS_OF_LIFE.toNanos()) {
                send(outlet::alive);
                silentSince = System.nanoTime();
            }
        }
    }

    /** @return false: the reader does not see the station */
    private boolean tell(FeedMessage message) throws InterruptedException {
        if (!stations.shows(message)) {
            return false;
        }
        send(() -> outlet.send(message));
        return true;
    }

    /** Nothing leaves that may not: also the state of all takes a while to be told. */
    private void send(Supplier<CompletionStage<?>> message) throws InterruptedException {
        check(false);
        CompletionStage<?> sent;
        try {
            sent = message.get();
        } catch (IllegalStateException gone) {
            throw new Over(null, false);
        }
        long end = System.nanoTime() + LONGEST_UNREAD.toNanos();
        while (true) {
            try {
                sent.toCompletableFuture().get(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException waits) {
                check(true);
                if (System.nanoTime() - end > 0) {
                    throw new Over(FeedEnd.SLOW, true);
                }
            } catch (ExecutionException gone) {
                throw new Over(null, false);
            }
        }
    }

    /** @param stuck whether the reader has not taken the last message yet */
    private void check(boolean stuck) {
        if (!outlet.isOpen()) {
            throw new Over(null, false);
        } else if (ending.getAsBoolean()) {
            throw new Over(FeedEnd.SHUTDOWN, stuck);
        } else if (reader.isTooSlow()) {
            throw new Over(FeedEnd.SLOW, stuck);
        } else if (!allowed.now()) {
            throw new Over(FeedEnd.ACCESS, stuck);
        }
    }
}
