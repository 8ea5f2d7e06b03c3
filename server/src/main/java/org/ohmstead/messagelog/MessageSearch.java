package org.ohmstead.messagelog;

import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;

/** Finds messages in their packs, newest first. The id of a message is its pack's and its position therein. */
final class MessageSearch {
    private static final Logger LOG = System.getLogger(MessageSearch.class.getName());
    /** Frames in a pack, at most. */
    static final int POSITIONS = 1 << 16;

    private static final int MOST_PACKS_AT_ONCE = 16;
    /** Then the page ends, however few it found: what is rare in a long log is no reason to keep others waiting. */
    private static final int MOST_LOOKED_AT = 200_000;

    private record Found(long id, Entry entry) {}

    private final SqlMessageStore store;

    MessageSearch(SqlMessageStore store) {
        this.store = store;
    }

    Page<Message> page(MessageFilter filter, Limit limit, @Nullable Cursor after) {
        long before = after == null ? Long.MAX_VALUE : after.id();
        long upTo = before / POSITIONS;
        List<Found> found = new ArrayList<>();
        int lookedAt = 0;
        for (int atOnce = 1; lookedAt < MOST_LOOKED_AT; atOnce = Math.min(MOST_PACKS_AT_ONCE, 2 * atOnce)) {
            List<SqlMessageStore.Pack> packs = store.packs(filter, upTo, atOnce);
            for (SqlMessageStore.Pack pack : packs) {
                List<Entry> entries = entries(pack);
                find(seenBy(filter, entries), pack.id(), entries, before, found);
                lookedAt += entries.size();
                upTo = pack.id() - 1;
                if (found.size() > limit.rows()) {
                    return Page.of(found.subList(0, limit.rows() + 1), limit, last -> Cursor.at(last.id()))
                            .map(view(filter, found));
                }
            }
            if (packs.size() < atOnce) {
                return new Page<>(found, null).map(view(filter, found));
            }
        }
        return new Page<>(found, Cursor.at((upTo + 1) * POSITIONS).text()).map(view(filter, found));
    }

    /** What cannot be read is passed over: it must not hide what stands before it. */
    private static List<Entry> entries(SqlMessageStore.Pack pack) {
        try {
            return pack.entries();
        } catch (UncheckedIOException e) {
            LOG.log(Level.ERROR, "tenant=" + pack.tenant() + " pack=" + pack.id() + " is left out", e);
            return List.of();
        }
    }

    /** Who is limited to some stations has packs in common with others. */
    private Predicate<Entry> seenBy(MessageFilter filter, List<Entry> entries) {
        if (!filter.scope().isLimited()) {
            return filter::matches;
        }
        Set<Long> own = store.identities(
                        filter.scope(), entries.stream().map(Entry::station).collect(Collectors.toSet()))
                .keySet();
        return entry -> own.contains(entry.station()) && filter.matches(entry);
    }

    private static void find(Predicate<Entry> wanted, long pack, List<Entry> entries, long before, List<Found> found) {
        for (int position = entries.size() - 1; position >= 0; position--) {
            long id = pack * POSITIONS + position;
            Entry entry = entries.get(position);
            if (id < before && wanted.test(entry)) {
                found.add(new Found(id, entry));
            }
        }
    }

    private Function<Found, Message> view(MessageFilter filter, List<Found> found) {
        Map<Long, String> identities = store.identities(
                filter.scope(), found.stream().map(one -> one.entry().station()).collect(Collectors.toSet()));
        return one -> Message.of(
                one.id(),
                one.entry(),
                identities.get(one.entry().station()),
                one.entry().frame());
    }
}
