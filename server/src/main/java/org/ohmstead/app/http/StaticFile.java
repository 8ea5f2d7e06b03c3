package org.ohmstead.app.http;

import io.vertx.core.buffer.Buffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file that browsers are sent.
 *
 * @param type   as in {@code Content-Type}
 * @param tag    the same for all forms of it, so it is a weak one (RFC 9110 §8.8.3)
 * @param plain  as it is
 * @param packed the smallest first; none where that would make it no smaller
 */
record StaticFile(String type, String tag, Packed plain, List<Packed> packed) {
    /**
     * One form of it.
     *
     * @param encoding as in {@code Content-Encoding}
     */
    record Packed(String encoding, Buffer content) {}

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "md", "text/markdown; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2",
            "webmanifest", "application/manifest+json");

    /** @param packed by its encoding, the smallest first */
    static StaticFile of(String name, byte[] plain, Map<String, byte[]> packed) {
        String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
        return new StaticFile(
                type,
                tag(plain),
                new Packed("identity", Buffer.buffer(plain)),
                packed.entrySet().stream()
                        .map(form -> new Packed(form.getKey(), Buffer.buffer(form.getValue())))
                        .toList());
    }

    /** @param encodings the header {@code Accept-Encoding} (RFC 9110 §12.5.3) */
    Packed formFor(@Nullable String encodings) {
        List<String> accepted = encodings == null
                ? List.of()
                : Arrays.stream(encodings.replace(" ", "").split(","))
                        .filter(each -> !each.matches(".*;q=0(\\.0*)?"))
                        .map(each -> each.replaceFirst(";.*", ""))
                        .toList();
        return packed.stream()
                .filter(form -> accepted.contains(form.encoding()))
                .findFirst()
                .orElse(plain);
    }

    private static String tag(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return "W/\"" + HexFormat.of().formatHex(Arrays.copyOf(hash, Long.BYTES)) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** @param ifNoneMatch what a client has already (RFC 9110 §13.1.2); whether this is among it */
    boolean isAmong(@Nullable String ifNoneMatch) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(","))
                        .map(String::strip)
                        .anyMatch(known -> known.equals("*") || known.equals(tag) || ("W/" + known).equals(tag));
    }
}
