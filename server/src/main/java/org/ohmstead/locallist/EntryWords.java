package org.ohmstead.locallist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.codec.RecordCodec;
import org.ohmstead.ocpp.codec.values.Json;
import org.ohmstead.ocpp.v16.IdTagInfo;
import org.ohmstead.ocpp.v2.AuthorizationStatus;
import org.ohmstead.ocpp.v2.IdToken;
import org.ohmstead.ocpp.v2.IdTokenInfo;
import org.ohmstead.ocpp.v2.MessageContent;
import org.ohmstead.ocpp.v2.MessageFormat;
import org.ohmstead.tokens.Token;

/** A token as an entry of a list, in the words of a version. */
final class EntryWords {
    private static final int LONGEST_16 = 20;
    private static final int LONGEST_201 = 36;
    private static final int LONGEST_21 = 255;
    private static final int LONGEST_TEXT_201 = 512;

    private EntryWords() {}

    /**
     * @param value of the token that the entry is about, as it is read
     * @param evses those of the station that it may use; empty: all
     * @return empty: the version has no words for it, such as for a value that is too long
     */
    static Optional<ListEntry> of(Token token, String value, List<Integer> evses, OcppVersion version, Instant now) {
        return version.isV2() ? of2(token, value, evses, version, now) : of16(token, value, now);
    }

    private static Optional<ListEntry> of16(Token token, String value, Instant now) {
        String parent = token.group();
        var entry = new org.ohmstead.ocpp.v16.SendLocalList.AuthorizationData(
                value,
                new IdTagInfo(
                        token.blocked()
                                ? org.ohmstead.ocpp.v16.AuthorizationStatus.Blocked
                                : token.isRefused(now)
                                        ? org.ohmstead.ocpp.v16.AuthorizationStatus.Expired
                                        : org.ohmstead.ocpp.v16.AuthorizationStatus.Accepted,
                        seconds(token.expiresAt()),
                        parent == null || parent.length() > LONGEST_16 ? null : parent));
        return written(org.ohmstead.ocpp.v16.SendLocalList.AuthorizationData.class, entry, OcppVersion.V16);
    }

    private static Optional<ListEntry> of2(
            Token token, String value, List<Integer> evses, OcppVersion version, Instant now) {
        int longest = version == OcppVersion.V201 ? LONGEST_201 : LONGEST_21;
        String group = token.group();
        var entry = new org.ohmstead.ocpp.v2.SendLocalList.AuthorizationData(
                new IdToken(value, token.type()),
                new IdTokenInfo(
                        token.blocked()
                                ? AuthorizationStatus.Blocked
                                : token.isRefused(now) ? AuthorizationStatus.Expired : AuthorizationStatus.Accepted,
                        seconds(token.expiresAt()),
                        token.priority(),
                        token.language(),
                        evses.isEmpty() ? null : evses,
                        // C09.FR.13: a group is of type Central
                        group == null || group.length() > longest ? null : new IdToken(group, "Central"),
                        null,
                        message(token.personalMessage(), version)));
        return written(org.ohmstead.ocpp.v2.SendLocalList.AuthorizationData.class, entry, version);
    }

    private static @Nullable MessageContent message(@Nullable String text, OcppVersion version) {
        if (text == null) {
            return null;
        }
        boolean isLong = version == OcppVersion.V201 && text.length() > LONGEST_TEXT_201;
        return new MessageContent(MessageFormat.UTF8, isLong ? text.substring(0, LONGEST_TEXT_201) : text);
    }

    private static @Nullable Instant seconds(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.SECONDS);
    }

    private static <T extends Record> Optional<ListEntry> written(Class<T> type, T entry, OcppVersion version) {
        RecordCodec<T> codec = RecordCodec.of(type, version);
        if (!codec.check(entry).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ListEntry.of((ObjectNode) Json.tree(codec.write(entry))));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
