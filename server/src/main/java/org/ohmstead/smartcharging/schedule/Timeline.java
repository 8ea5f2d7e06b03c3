package org.ohmstead.smartcharging.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Values over time, with gaps. Parts are disjoint and ascending. */
final class Timeline<T> {
    private final TreeMap<Instant, Part<T>> parts = new TreeMap<>();

    /** From the first moment to before the last. */
    record Part<T>(Instant from, Instant to, T value) {}

    /** Adds what lies within both bounds, unless nothing does. Whoever adds keeps parts disjoint. */
    void add(Instant from, Instant to, T value, Window bounds) {
        Instant begin = from.isBefore(bounds.from()) ? bounds.from() : from;
        Instant end = to.isAfter(bounds.to()) ? bounds.to() : to;
        if (begin.isBefore(end)) {
            parts.put(begin, new Part<>(begin, end, value));
        }
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    Collection<Part<T>> parts() {
        return parts.values();
    }

    /** What holds at a moment; null: nothing. */
    @Nullable
    T at(Instant moment) {
        Map.Entry<Instant, Part<T>> before = parts.floorEntry(moment);
        return before != null && moment.isBefore(before.getValue().to())
                ? before.getValue().value()
                : null;
    }

    /** This one, and where it has a gap the other. */
    Timeline<T> orElse(Timeline<T> below) {
        if (below.isEmpty() || isEmpty()) {
            return isEmpty() ? below : this;
        }
        Timeline<T> both = new Timeline<>();
        both.parts.putAll(parts);
        for (Part<T> part : below.parts()) {
            for (Part<T> rest : without(part)) {
                both.parts.put(rest.from(), rest);
            }
        }
        return both;
    }

    /** This one with a hole where the other has anything. */
    <O> Timeline<T> outside(Timeline<O> other) {
        Timeline<T> left = new Timeline<>();
        for (Part<T> part : parts()) {
            for (Part<T> rest : other.without(part)) {
                left.parts.put(rest.from(), rest);
            }
        }
        return left;
    }

    /** What is left of a part where this one has gaps. */
    private <O> List<Part<O>> without(Part<O> part) {
        List<Part<O>> left = new ArrayList<>();
        Instant from = part.from();
        Instant first = parts.floorKey(from);
        for (Part<T> mine : parts.tailMap(first == null ? from : first, true).values()) {
            if (!mine.from().isBefore(part.to())) {
                break;
            }
            if (from.isBefore(mine.from())) {
                left.add(new Part<>(from, mine.from(), part.value()));
            }
            from = mine.to().isAfter(from) ? mine.to() : from;
        }
        if (from.isBefore(part.to())) {
            left.add(new Part<>(from, part.to(), part.value()));
        }
        return left;
    }
}
