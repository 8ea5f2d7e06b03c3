package org.ohmstead.events;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ohmstead.background.SupervisedThread;
import org.ohmstead.db.Database;
import org.ohmstead.db.lanes.GroupCommit;

/** All listeners, those of this node alone and those that one node at a time delivers to, and how far each has come. */
final class Listeners implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Listeners.class.getName());

    private final GroupCommit commits;
    private final SqlOutbox outbox;
    private final SqlUndelivered undelivered;
    private final SqlCursors cursors;
    private final Claims claims;
    private final EventSettings settings;
    private final Clock clock;
    private final List<EventListener> local;
    private final List<EventListener> durable;
    private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    private final StoredEvents stored;
    private @Nullable EventFeed feed;
    private long attached = -1;
    private volatile long head;
    private volatile Map<String, Long> positions = Map.of();
    private volatile Map<String, Instant> oldest = Map.of();

    Listeners(
            Database database,
            GroupCommit commits,
            SqlOutbox outbox,
            List<EventListener> listeners,
            EventSettings settings,
            Clock clock) {
        this.commits = commits;
        this.outbox = outbox;
        this.stored = new StoredEvents(outbox);
        this.undelivered = new SqlUndelivered(database, commits, clock);
        this.cursors = new SqlCursors(database, commits, UUID.randomUUID().toString(), settings.lease());
        this.settings = settings;
        this.clock = clock;
        check(listeners);
        this.local = of(EventListener.Kind.LOCAL, listeners);
        this.durable = of(EventListener.Kind.DURABLE, listeners);
        Set<String> names =
                new HashSet<>(durable.stream().map(EventListener::name).toList());
        this.claims = new Claims(cursors, names, settings.lease());
    }

    private static void check(List<EventListener> listeners) {
        Set<String> names = new HashSet<>();
        for (EventListener each : listeners) {
            String name = each.name();
            if (!name.matches("[a-z][a-z0-9-]{0,59}") || name.equals(SqlUndelivered.NOBODY) || !names.add(name)) {
                throw new IllegalArgumentException("An event listener is called '" + name + "' (" + each.getClass()
                        + "); it takes up to 60 small letters, digits and hyphens, not 'outbox', and no two may have the"
                        + " same name");
            }
        }
    }

    private static List<EventListener> of(EventListener.Kind kind, List<EventListener> listeners) {
        return listeners.stream().filter(each -> each.kind() == kind).toList();
    }

    List<String> names() {
        return Stream.concat(local.stream(), durable.stream())
                .map(EventListener::name)
                .toList();
    }

    /** Once the database takes writes; what has begun is left alone. */
    void begin() {
        if (feed != null) {
            return;
        }
        if (!cursors.isShared()) {
            cursors.releaseOthers();
        }
        if (!local.isEmpty()) {
            attach(outbox.head());
        }
        long floor = outbox.floor();
        long now = outbox.head();
        cursors.register(durable.stream().map(EventListener::name).toList(), floor);
        claims.renew();
        EventFeed begun = new EventFeed(outbox, now);
        local.forEach(each -> deliveries.add(new Delivery(each, new LocalProgress(now), begun, settings)));
        durable.forEach(each -> deliveries.add(new Delivery(each, place(each), begun, settings)));
        head = now;
        feed = begun;
        stored.begin(begun);
    }

    private ListenerProgress place(EventListener listener) {
        return new DurableProgress(listener.name(), claims, cursors, undelivered, commits);
    }

    private void attach(long position) {
        if (position != attached) {
            cursors.attach(position);
            attached = position;
        }
    }

    /** There may be more. */
    void wake() {
        if (feed != null) {
            feed.news();
        }
        deliveries.forEach(Delivery::wake);
        stored.news();
    }

    StoredEvents stored() {
        return stored;
    }

    /** Keeps and takes claims, deletes what is behind everybody, and looks how far each is. */
    void tidy() {
        if (feed == null) {
            return;
        }
        if (claims.isRenewalDue()) {
            claims.renew();
        }
        localPosition().ifPresent(this::attach);
        long newest = outbox.head();
        long floor = outbox.floor();
        List<SqlCursors.Cursor> all = forgetAbandoned(cursors.all(), floor);
        if (registeredForgotten(all, floor)) {
            return; // nothing is deleted by what was read before
        }
        long behindAll = newest;
        Map<String, Long> stand = new HashMap<>();
        for (SqlCursors.Cursor each : all) {
            behindAll = Math.min(behindAll, each.position());
            stand.put(each.name(), each.position());
        }
        outbox.deleteTo(
                Math.min(behindAll, localPosition().orElse(newest)),
                clock.instant().minus(settings.history()));
        deliveries.forEach(each -> each.wake(floor));
        head = newest;
        positions = stand;
        lookHowOld();
    }

    /** One that another node took for abandoned, while this one could not reach the database. @return whether there was one */
    private boolean registeredForgotten(List<SqlCursors.Cursor> all, long floor) {
        Set<String> known =
                new HashSet<>(all.stream().map(SqlCursors.Cursor::name).toList());
        List<String> missing = durable.stream()
                .map(EventListener::name)
                .filter(name -> !known.contains(name))
                .toList();
        if (!missing.isEmpty()) {
            cursors.register(missing, floor);
        }
        return !missing.isEmpty();
    }

    /** Of nodes that have died, and of listeners that nobody has any more and that have lost events by it. */
    private List<SqlCursors.Cursor> forgetAbandoned(List<SqlCursors.Cursor> all, long floor) {
        List<SqlCursors.Cursor> left = new ArrayList<>();
        for (SqlCursors.Cursor each : all) {
            if (each.isFree() && (each.isOfNode() || each.position() < floor)) {
                LOG.log(Level.INFO, "{0} listens to events no more; where it was is forgotten", each.name());
                cursors.forget(each.name());
            } else {
                left.add(each);
            }
        }
        return left;
    }

    private OptionalLong localPosition() {
        return deliveries.stream()
                .filter(each -> each.listener().kind() == EventListener.Kind.LOCAL)
                .mapToLong(Delivery::position)
                .min();
    }

    private void lookHowOld() {
        Map<String, Instant> found = new HashMap<>();
        for (Delivery each : deliveries) {
            Instant unread =
                    position(each) < head ? outbox.oldestAfter(position(each)).orElse(null) : null;
            Stream.of(unread, each.oldestHeld().orElse(null))
                    .filter(Objects::nonNull)
                    .min(Instant::compareTo)
                    .ifPresent(at -> found.put(each.listener().name(), at));
        }
        oldest = found;
    }

    private long position(Delivery delivery) {
        long known = delivery.position();
        return delivery.isHere() && known >= 0
                ? known
                : positions.getOrDefault(delivery.listener().name(), head);
    }

    List<ListenerState> states() {
        EventFeed reading = feed;
        long newest = Math.max(head, reading == null ? 0 : reading.upTo());
        return deliveries.stream().map(each -> state(each, newest)).toList();
    }

    private ListenerState state(Delivery delivery, long newest) {
        String name = delivery.listener().name();
        long unread = Math.max(0, newest - position(delivery));
        int held = delivery.isHere() ? delivery.held() : 0;
        Instant since = oldest.get(name);
        Duration behind =
                unread + held == 0 || since == null ? Duration.ZERO : Duration.between(since, clock.instant());
        return new ListenerState(
                name,
                delivery.isHere(),
                unread + held,
                held,
                behind.isNegative() ? Duration.ZERO : behind,
                delivery.failures(),
                delivery.abandoned(),
                delivery.lost());
    }

    List<SupervisedThread.State> threads() {
        return deliveries.stream().map(Delivery::thread).toList();
    }

    /** Each is written where it is, and given to others. */
    @Override
    public void close() {
        deliveries.forEach(Delivery::stop);
        deliveries.forEach(Delivery::close);
        if (feed != null) {
            tidy();
            cursors.release();
        }
    }
}
