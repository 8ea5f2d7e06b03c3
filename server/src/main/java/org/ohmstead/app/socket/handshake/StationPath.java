package org.ohmstead.app.socket.handshake;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.stations.Identities;
import org.ohmstead.stations.securityprofiles.StationTokens;

/**
 * What a station's request target says about it (OCPP-J §3.1.1), read from the raw target, because a URL that was decoded
 * before it was split has lost the slashes that belong to the identity.
 *
 * @param path     as it came, without query, which may hold secrets
 * @param segments behind the prefix, decoded; none is empty
 * @param identity the last segment, or the query's {@code chargePointId}; null when there is none that could be one
 * @param fault    why what stands in the place of the identity cannot be one; null: it can, or nothing stands there
 * @param version  from the query, for stations whose handshake names none
 * @param secret   the segment before the identity, which may be a token, and is not in the path then; null: there is none, or
 *                 none is looked for
 * @param absolute whether the target was a whole URL
 */
public record StationPath(
        String path,
        List<String> segments,
        @Nullable String identity,
        @Nullable String fault,
        @Nullable OcppVersion version,
        @Nullable String secret,
        boolean absolute) {

    /** Of somebody who cannot be understood. */
    public static final StationPath UNREADABLE = new StationPath("", List.of(), null, null, null, null, false);

    private static final int LONGEST_SHOWN = 500;
    private static final List<List<String>> PREFIXES =
            List.of(List.of("ocpp"), List.of("ws"), List.of("steve", "websocket", "centralsystemservice"));

    /** Empty: the target is not one for stations. */
    public static Optional<StationPath> ofSharedPort(String target) {
        return read(target, false);
    }

    /** On a port of their own stations need no prefix, but may have one. */
    public static StationPath ofStationPort(String target) {
        return read(target, true).orElseThrow();
    }

    /** Of a station that knocks where none is expected: read as if it were the right place, to say who it seems to be. */
    public static StationPath ofWrongPlace(String target) {
        return read(target, true).orElseThrow();
    }

    /** The first of two segments or more may be a tenant; whether it is one, the tenants know. */
    public Optional<String> tenant() {
        return withoutRepetition(segments).size() > 1 ? Optional.of(segments.getFirst()) : Optional.empty();
    }

    /** The only segment, where it stands twice: an identity, or a tenant that has a station of its own name. */
    public Optional<String> twice() {
        return segments.size() == 2 && tenant().isEmpty() ? Optional.of(segments.getFirst()) : Optional.empty();
    }

    /** Whether the identity stands at the end of it a second time. */
    public boolean isTwice() {
        return withoutRepetition(segments).size() < segments.size();
    }

    private static Optional<StationPath> read(String target, boolean ownPort) {
        String relative = withoutAuthority(target);
        int fragment = relative.indexOf('#');
        String plain = fragment < 0 ? relative : relative.substring(0, fragment);
        int question = plain.indexOf('?');
        String path = question < 0 ? plain : plain.substring(0, question);
        String query = question < 0 ? "" : plain.substring(question + 1);

        List<String> segments = segments(path);
        int prefix = prefixLength(segments);
        if (prefix == 0 && !ownPort) {
            return Optional.empty();
        }
        // On the stations' own port a station may be called "ocpp".
        List<String> rest = ownPort && prefix == segments.size() ? segments : segments.subList(prefix, segments.size());
        List<String> own = withoutRepetition(rest);
        String identity = own.isEmpty() ? parameter(query, "chargePointId") : own.getLast();
        String fault = identity == null ? null : Identities.fault(identity);
        return Optional.of(new StationPath(
                path.length() > LONGEST_SHOWN ? path.substring(0, LONGEST_SHOWN) : path,
                List.copyOf(rest),
                fault == null ? identity : null,
                fault,
                Optional.ofNullable(parameter(query, "version"))
                        .flatMap(OcppVersion::ofNumber)
                        .orElse(null),
                null,
                !relative.equals(target)));
    }

    /** The same where a token may stand before the identity: that is not shown, and be it the name of a tenant. */
    public StationPath withSecret() {
        List<String> own = withoutRepetition(segments);
        if (own.size() < 2) {
            return this;
        }
        return new StationPath(masked(), segments, identity, fault, version, own.get(own.size() - 2), absolute);
    }

    /** The same where nobody is known by the identity: none of it that may be a token is shown, wherever it stands. */
    public StationPath withoutTokens() {
        String shown = path.length() >= LONGEST_SHOWN
                ? "***"
                : Stream.of(path.split("/", -1))
                        .map(part -> StationTokens.mayBeOne(decoded(part)) ? "***" : part)
                        .collect(Collectors.joining("/"));
        boolean isToken = identity != null && StationTokens.mayBeOne(identity);
        return new StationPath(shown, segments, isToken ? null : identity, fault, version, secret, absolute);
    }

    private String masked() {
        if (path.length() >= LONGEST_SHOWN) {
            return "***"; // cut, so that nobody knows which part would be the one
        }
        List<String> parts = new ArrayList<>(List.of(path.split("/", -1)));
        int behind = segments.size() - withoutRepetition(segments).size(); // the identity, written again
        int before = behind + 1;
        for (int i = parts.size() - 1; i >= 0; i--) {
            if (!parts.get(i).isEmpty() && before-- == 0) {
                parts.set(i, "***");
            }
        }
        return String.join("/", parts);
    }

    /** Under what its failures count together: a secret that is guessed must not make each of them another's. */
    public String name() {
        List<String> own = withoutRepetition(segments);
        boolean isTenant = own.size() > (secret == null ? 1 : 2);
        return (isTenant ? own.getFirst() : "") + "/" + String.valueOf(identity).toLowerCase(Locale.ROOT);
    }

    /** A segment may be a secret. */
    @Override
    public String toString() {
        return path;
    }

    /** {@code GET ws://host/ocpp/CP-7 HTTP/1.1}, as older MicroOcpp writes it (field note 5). */
    private static String withoutAuthority(String target) {
        int scheme = target.indexOf("://");
        if (target.startsWith("/") || scheme < 0) {
            return target;
        }
        int slash = target.indexOf('/', scheme + 3);
        return slash < 0 ? "/" : target.substring(slash);
    }

    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        for (String raw : path.split("/")) {
            if (!raw.isEmpty()) {
                segments.add(decoded(raw));
            }
        }
        return segments;
    }

    private static int prefixLength(List<String> segments) {
        for (List<String> prefix : PREFIXES) {
            if (segments.size() >= prefix.size() && startsWith(segments, prefix)) {
                return prefix.size();
            }
        }
        return 0;
    }

    private static boolean startsWith(List<String> segments, List<String> prefix) {
        for (int i = 0; i < prefix.size(); i++) {
            if (!segments.get(i).equalsIgnoreCase(prefix.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The station appends its identity, and somebody typed it into the URL as well (field note 8). */
    private static List<String> withoutRepetition(List<String> segments) {
        int size = segments.size();
        boolean twice = size > 1 && segments.get(size - 1).equalsIgnoreCase(segments.get(size - 2));
        return twice ? segments.subList(0, size - 1) : segments;
    }

    private static @Nullable String parameter(String query, String name) {
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0 && decoded(pair.substring(0, equals)).equalsIgnoreCase(name)) {
                return decoded(pair.substring(equals + 1));
            }
        }
        return null;
    }

    /**
     * Decodes once. A plus is a plus; a percent sign without two digits behind it is one too (field note 6). What is no UTF-8
     * is taken as Latin-1.
     */
    private static String decoded(String raw) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            int escaped = c == '%' && i + 2 < raw.length() ? hex(raw.charAt(i + 1), raw.charAt(i + 2)) : -1;
            if (escaped >= 0) {
                bytes.write(escaped);
                i += 2;
            } else if (c < 256) {
                bytes.write(c); // HTTP's start line reaches us as Latin-1, byte by byte
            } else {
                bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            return bytes.toString(StandardCharsets.ISO_8859_1);
        }
    }

    private static int hex(char high, char low) {
        int value = Character.digit(high, 16) * 16 + Character.digit(low, 16);
        return Character.digit(high, 16) < 0 || Character.digit(low, 16) < 0 ? -1 : value;
    }
}
