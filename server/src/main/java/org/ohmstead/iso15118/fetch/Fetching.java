package org.ohmstead.iso15118.fetch;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.ohmstead.iso15118.Iso15118Settings;
import org.ohmstead.stations.StationRef;

/** Asks others, and waits for them no longer than a station would. */
@Singleton
public final class Fetching {
    private static final int MOST_REDIRECTS = 3;

    /** How often those that the settings name are asked at one time; strangers take none of it. */
    private static final int KNOWN_AT_ONCE = 64;

    private final AddressGuard guard;
    private final Room room = new Room();
    private final Place roomOfKnown = new Place() {
        private final Semaphore places = new Semaphore(KNOWN_AT_ONCE);

        @Override
        public boolean enter() {
            return places.tryAcquire();
        }

        @Override
        public void leave() {
            places.release();
        }
    };

    @Inject
    public Fetching(Iso15118Settings settings) {
        this.guard = new AddressGuard(settings.privateResponders());
    }

    /**
     * Asks whom a station, or a certificate, names: at addresses of the open internet alone, redirects included.
     *
     * @param asker in whose share of the room
     */
    public Reply stranger(StationRef asker, Question question, Duration patience) throws NotAnswered {
        return fetch(question, patience, new Place() {
            @Override
            public boolean enter() {
                return room.enter(asker);
            }

            @Override
            public void leave() {
                room.leave(asker);
            }
        });
    }

    /** Asks whom the settings name, wherever that is, and follows nowhere: the question may bear a secret. */
    public Reply known(Question question, Duration patience) throws NotAnswered {
        return fetch(question, patience, null);
    }

    /** At which a stranger is asked. */
    private interface Place {
        boolean enter();

        void leave();
    }

    private Reply fetch(Question question, Duration patience, @Nullable Place place) throws NotAnswered {
        boolean anywhere = place == null;
        long end = System.nanoTime() + patience.toNanos();
        Question next = question;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            Exchange exchange = new Exchange(next, anywhere ? address -> true : guard::allows);
            Reply reply = within(exchange, end - System.nanoTime(), place == null ? roomOfKnown : place);
            String elsewhere = reply.redirect();
            if (elsewhere == null || anywhere) {
                return reply;
            }
            next = next.at(resolved(next.url(), elsewhere));
        }
        throw new NotAnswered("it leads from one place to another without end");
    }

    private static String resolved(String url, String location) throws NotAnswered {
        try {
            return URI.create(url.strip()).resolve(location).toString();
        } catch (IllegalArgumentException e) {
            throw new NotAnswered("it leads to a place that is no URL");
        }
    }

    /** On a thread of its own: a name service that does not answer cannot be interrupted. */
    private Reply within(Exchange exchange, long nanos, Place place) throws NotAnswered {
        if (!place.enter()) {
            throw new NotAnswered("too many others are being asked at this moment");
        }
        FutureTask<Reply> asking = new FutureTask<>(exchange);
        Thread.ofVirtual().name("fetching").start(() -> {
            try {
                asking.run();
            } finally {
                place.leave();
            }
        });
        try {
            return asking.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new NotAnswered("it did not answer in time");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof NotAnswered why) {
                throw why;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotAnswered("the server ends");
        } finally {
            exchange.end();
        }
    }
}
