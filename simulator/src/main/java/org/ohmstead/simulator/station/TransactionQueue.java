package org.ohmstead.simulator.station;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.rpc.Outcome;

/**
 * The transaction messages in the order of their happening. Each is sent until it is answered: while there is no connection
 * it waits, after an error or no answer it is sent again with the same content, and after the last attempt it is lost
 * (1.6 §3.7.1; E13).
 */
public final class TransactionQueue {
    private final Station station;
    private final Deque<Message<?>> waiting = new ArrayDeque<>();
    private boolean sending;
    private CompletableFuture<Void> empty = CompletableFuture.completedFuture(null);

    /** A message; its request is made when its turn comes first, because 1.6 may learn the transactionId only then. */
    private static final class Message<R extends OcppResult> {
        private final Transaction transaction;
        private final String action;
        private final Supplier<? extends OcppCall<R>> maker;
        private final Consumer<R> answered;
        private @Nullable OcppCall<R> request;
        private int attempts;

        private Message(
                Transaction transaction, String action, Supplier<? extends OcppCall<R>> maker, Consumer<R> answered) {
            this.transaction = transaction;
            this.action = action;
            this.maker = maker;
            this.answered = answered;
        }

        private OcppCall<R> request() {
            OcppCall<R> made = request;
            if (made == null) {
                made = maker.get();
                request = made;
            }
            return made;
        }
    }

    TransactionQueue(Station station) {
        this.station = station;
    }

    public <R extends OcppResult> void add(
            Transaction transaction, String action, Supplier<? extends OcppCall<R>> maker, Consumer<R> answered) {
        synchronized (station) {
            if (waiting.isEmpty()) {
                empty = new CompletableFuture<>();
            }
            waiting.add(new Message<>(transaction, action, maker, answered));
        }
        pump();
    }

    public int size() {
        synchronized (station) {
            return waiting.size();
        }
    }

    /** Whether something of a transaction waits. */
    public boolean holds(String transactionId) {
        synchronized (station) {
            return waiting.stream().anyMatch(one -> one.transaction.id().equalsIgnoreCase(transactionId));
        }
    }

    /** Done when all that waits has been answered or given up. */
    CompletableFuture<Void> whenEmpty() {
        synchronized (station) {
            return empty;
        }
    }

    /** Sends the next one, if there is one and somebody to send it to. */
    void pump() {
        synchronized (station) {
            Message<?> next = waiting.peek();
            if (next == null) {
                empty.complete(null);
            } else if (!sending && station.isReady()) {
                sending = true;
                send(next);
            }
        }
    }

    private <R extends OcppResult> void send(Message<R> message) {
        station.mind(station.call(message.request()).thenAccept(outcome -> ended(message, outcome)));
    }

    private <R extends OcppResult> void ended(Message<R> message, Outcome<R> outcome) {
        synchronized (station) {
            sending = false;
            switch (outcome) {
                case Outcome.Answered<R> answer -> {
                    waiting.remove(message);
                    station.acknowledged(fact(message, (Record) answer.response()));
                    message.answered.accept(answer.response());
                }
                case Outcome.NotConnected<R> _, Outcome.ConnectionLost<R> _ -> {
                    // No attempt is counted while there is nobody (behaviour 5.8); a new connection pumps again.
                    if (!station.isReady()) {
                        return;
                    }
                }
                case Outcome.Busy<R> busy -> {
                    retry(Duration.ofSeconds(1));
                    return;
                }
                case Outcome.Refused<R> _, Outcome.Unreadable<R> _ -> {
                    failed(message);
                    return;
                }
                case Outcome.TimedOut<R> _ -> {
                    failed(message);
                    return;
                }
                case Outcome.NotSupported<R> impossible -> discard(message);
            }
        }
        pump();
    }

    private void failed(Message<?> message) {
        message.attempts++;
        Protocol.Timing timing = station.protocol().timing();
        if (message.attempts >= timing.attempts()) {
            discard(message);
            pump();
        } else {
            retry(timing.retry().multipliedBy(message.attempts));
        }
    }

    private void retry(Duration delay) {
        sending = true;
        station.time().after(delay, () -> {
            synchronized (station) {
                sending = false;
            }
            pump();
        });
    }

    private void discard(Message<?> message) {
        waiting.remove(message);
        station.discarded(fact(message, null));
    }

    private Deliveries.Fact fact(Message<?> message, @Nullable Record response) {
        return new Deliveries.Fact(
                station.identity(),
                message.transaction.id(),
                message.action,
                (Record) message.request(),
                response,
                station.time().now());
    }
}
