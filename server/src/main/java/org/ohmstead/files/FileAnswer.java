package org.ohmstead.files;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.file.Files;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jboss.resteasy.reactive.PathPart;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.RangeNotSatisfiable;
import org.ohmstead.api.Refused;

/**
 * A file as the answer to a GET or a HEAD: whole, or the part that was asked for (RFC 9110 §14), never read into memory. Its checksum
 * is with it as {@code Repr-Digest} (RFC 9530) and {@code X-Checksum-Sha256}, and as {@code Content-MD5} that old stations know.
 */
final class FileAnswer {
    private final StoredFile file;
    private final Storage storage;

    FileAnswer(StoredFile file, Storage storage) {
        this.file = file;
        this.storage = storage;
    }

    /** @throws Refused gone: the content is lost */
    Response get(@Nullable String range, @Nullable String ifRange, @Nullable String ifNoneMatch) {
        mustBeThere();
        if (ifNoneMatch != null && (ifNoneMatch.equals("*") || ifNoneMatch.contains(file.tag()))) {
            return headers(Response.notModified()).build();
        }
        long size = file.content().size();
        boolean asked = ifRange == null || ifRange.strip().equals(file.tag());
        Optional<ByteRange> part = asked ? ByteRange.of(range, size) : Optional.empty();
        if (part.isEmpty()) {
            return headers(Response.ok(new PathPart(storage.path(file), 0, size)))
                    .build();
        }
        if (!part.get().isSatisfiable()) {
            throw new RangeNotSatisfiable(
                    part.get().header(size), "The file has " + size + " bytes, and nothing of it is in " + range + ".");
        }
        return headers(Response.status(Response.Status.PARTIAL_CONTENT)
                        .entity(new PathPart(
                                storage.path(file),
                                part.get().first(),
                                part.get().length())))
                .header("Content-Range", part.get().header(size))
                .build();
    }

    /** @throws Refused as {@link #get} */
    Response head() {
        mustBeThere();
        return headers(Response.ok())
                .header(HttpHeaders.CONTENT_LENGTH, file.content().size())
                .build();
    }

    private void mustBeThere() {
        if (!Files.isReadable(storage.path(file))) {
            throw Refused.gone("The content of this file is not in the folder of files any more. Upload it once more.");
        }
    }

    private Response.ResponseBuilder headers(Response.ResponseBuilder answer) {
        StoredFile.Content content = file.content();
        String sha256 = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(content.sha256()));
        String md5 = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(content.md5()));
        return answer.type(MediaType.APPLICATION_OCTET_STREAM_TYPE)
                .header("Accept-Ranges", "bytes")
                .header(HttpHeaders.ETAG, file.tag())
                .header(
                        HttpHeaders.LAST_MODIFIED,
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                file.uploadedAt().atOffset(ZoneOffset.UTC)))
                .header("Repr-Digest", "sha-256=:" + sha256 + ":")
                .header("X-Checksum-Sha256", content.sha256())
                .header("Content-MD5", md5)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + FileNames.inUrl(file.name()) + "\"");
    }
}
