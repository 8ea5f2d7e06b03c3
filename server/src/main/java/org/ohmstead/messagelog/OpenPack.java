package org.ohmstead.messagelog;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Frames of one tenant that wait to become a row. They are bytes already, because what waits as objects is copied by each
 * collection of garbage until it is written.
 */
final class OpenPack {
    private final long tenant;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(1 << 14);
    private final DataOutputStream out = new DataOutputStream(body);
    private final Set<Long> stations = new HashSet<>();
    private final Set<String> actions = new LinkedHashSet<>();
    private Instant firstAt = Instant.MAX;
    private Instant lastAt = Instant.MIN;
    private int frames;
    private long size;

    OpenPack(long tenant) {
        this.tenant = tenant;
    }

    /** @param room that it takes in the log's buffer until it is written */
    void add(Entry entry, int room) {
        try {
            FramePack.write(out, entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        frames++;
        size += room;
        stations.add(entry.station());
        if (entry.action() != null) {
            actions.add(entry.action());
        }
        firstAt = entry.at().isBefore(firstAt) ? entry.at() : firstAt;
        lastAt = entry.at().isAfter(lastAt) ? entry.at() : lastAt;
    }

    long tenant() {
        return tenant;
    }

    int frames() {
        return frames;
    }

    /** The room of all its frames in the log's buffer. */
    long size() {
        return size;
    }

    Set<Long> stations() {
        return stations;
    }

    Set<String> actions() {
        return actions;
    }

    Instant firstAt() {
        return firstAt;
    }

    Instant lastAt() {
        return lastAt;
    }

    /** @param deflated smaller, and slower to make */
    byte[] bytes(boolean deflated) {
        return FramePack.of(frames, body, deflated);
    }
}
