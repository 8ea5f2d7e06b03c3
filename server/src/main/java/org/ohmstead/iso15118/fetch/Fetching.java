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
import org.ohmstead.iso15118.Iso15118Settings;

/** Asks others, and waits for them no longer than a station would. */
@Singleton
public final class Fetching {
    private static final int MOST_REDIRECTS = 3;

    /** What is asked at one time, so that stations cannot have this server ask without end. */
    private static final int AT_ONCE = 64;

    private final AddressGuard guard;
    private final Semaphore room = new Semaphore(AT_ONCE);

    @Inject
    public Fetching(Iso15118Settings settings) {
        this.guard = new AddressGuard(settings.privateResponders());
    }

    /** Asks whom a station, or a certificate, names: at addresses of the open internet alone, redirects included. */
    public Reply stranger(Question question, Duration patience) throws NotAnswered {
        return fetch(question, patience, false);
    }

    /** Asks whom the settings name, wherever that is, and follows nowhere: the question may bear a secret. */
    public Reply known(Question question, Duration patience) throws NotAnswered {
        return fetch(question, patience, true);
    }

    private Reply fetch(Question question, Duration patience, boolean anywhere) throws NotAnswered {
        long end = System.nanoTime() + patience.toNanos();
        Question next = question;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            Exchange exchange = new Exchange(next, anywhere ? address -> true : guard::allows);
            Reply reply = within(exchange, end - System.nanoTime());
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
    private Reply within(Exchange exchange, long nanos) throws NotAnswered {
        if (!room.tryAcquire()) {
            throw new NotAnswered("too many others are being asked at this moment");
        }
        FutureTask<Reply> asking = new FutureTask<>(exchange);
        Thread.ofVirtual().name("fetching").start(() -> {
            try {
                asking.run();
            } finally {
                room.release();
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
