package org.ohmstead.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;

/**
 * What a line says, all texts such that both databases give them back as they got them.
 *
 * @param tenant  whose chain it belongs to
 * @param at      in whole microseconds
 * @param actor   {@link Actor#word}
 * @param address from where the actor asked; null: from within
 * @param request the id of the request; null: it was none
 * @param before  JSON, see {@link AuditEntry}
 * @param after   JSON, see {@link AuditEntry}
 */
record AuditLine(
        long tenant,
        Instant at,
        String actor,
        @Nullable String address,
        @Nullable String request,
        String entity,
        String entityId,
        String action,
        @Nullable String before,
        @Nullable String after) {
    /** What the first line of a chain has for the hash of the one before it. */
    static final String BEGIN = "0".repeat(64);

    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    static AuditLine of(Actor actor, Instant now, AuditEntry change) {
        return new AuditLine(
                actor.tenant(),
                now.truncatedTo(ChronoUnit.MICROS),
                kept(actor.word()),
                keptIfAny(actor.origin().address()),
                keptIfAny(actor.origin().request()),
                kept(change.entity()),
                kept(change.entityId()),
                kept(change.action()),
                json(change.before()),
                json(change.after()));
    }

    /**
     * The line's seal: SHA-256 of its {@link #text}.
     *
     * @param previous the seal of the line before it, or {@link #BEGIN}
     * @param seq      its place in the chain, from 1 on
     */
    String hash(String previous, long seq) {
        return Hash.of(text(previous, seq));
    }

    /**
     * What is hashed, so written that no two lines have the same: each field in a line of its own, with its name, its length in
     * bytes of UTF-8, and itself; or a hyphen where it is null. docs/audit.md tells others of it, so it stays as it is.
     */
    String text(String previous, long seq) {
        StringBuilder text = new StringBuilder(400).append("ohmstead audit line 1\n");
        field(text, "previous", previous);
        field(text, "tenant", Long.toString(tenant));
        field(text, "seq", Long.toString(seq));
        field(text, "at", MICROS.format(at));
        field(text, "actor", actor);
        field(text, "address", address);
        field(text, "request", request);
        field(text, "entity", entity);
        field(text, "entityId", entityId);
        field(text, "action", action);
        field(text, "before", before);
        field(text, "after", after);
        return text.toString();
    }

    private static void field(StringBuilder text, String name, @Nullable String value) {
        text.append(name).append(' ');
        if (value == null) {
            text.append('-');
        } else {
            text.append(value.getBytes(StandardCharsets.UTF_8).length)
                    .append(':')
                    .append(value);
        }
        text.append('\n');
    }

    private static @Nullable String json(@Nullable ObjectNode fields) {
        return fields == null ? null : kept(fields.toString());
    }

    private static @Nullable String keptIfAny(@Nullable String text) {
        return text == null ? null : kept(text);
    }

    /** Half a character is none in UTF-8, and PostgreSQL has no character 0. */
    private static String kept(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace('\0', '\uFFFD');
    }
}
