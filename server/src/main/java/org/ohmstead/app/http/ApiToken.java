package org.ohmstead.app.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ohmstead.app.settings.Settings;

/**
 * What whoever asks from elsewhere must show: {@code Authorization: Bearer TOKEN}. It is set, or made at the first start and kept
 * in a file that only the server's user may read.
 *
 * @param origin where it comes from, for people; the token itself is never printed
 */
public record ApiToken(String value, String origin) {
    private static final int RANDOM_BYTES = 32;
    private static final Pattern BEARER = Pattern.compile("(?i)bearer +(\\S{1,500})");
    private static final String SQLITE = "sqlite:";

    public static ApiToken of(Settings settings) {
        String set = settings.http().apiToken();
        return set.isEmpty() ? kept(file(settings.store().database())) : new ApiToken(set, "the setting api-token");
    }

    /** Beside the database, if that is a file. */
    private static Path file(String database) {
        boolean isFile = database.startsWith(SQLITE) && !database.contains(":memory:");
        Path beside = Path.of(isFile ? database.substring(SQLITE.length()) : "data/ohmstead.db");
        return beside.toAbsolutePath().resolveSibling("api-token");
    }

    private static ApiToken kept(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            if (Files.size(file) == 0) { // also where the server was ended between the two
                fill(file);
            }
            return new ApiToken(Files.readString(file).strip(), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The API token cannot be kept in " + file + ": make the folder writable, or set api-token", e);
        }
    }

    private static void create(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try {
            boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
            if (posix) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
        } catch (FileAlreadyExistsException e) {
            // another process was first, and its token counts
        }
    }

    private static void fill(Path file) throws IOException {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        Files.writeString(
                file, HexFormat.of().formatHex(random) + System.lineSeparator(), StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** Whether a header shows it; compared in a time that says nothing about it. */
    boolean isShownBy(@Nullable String authorization) {
        Matcher bearer = BEARER.matcher(String.valueOf(authorization));
        return bearer.matches()
                && MessageDigest.isEqual(
                        bearer.group(1).getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.UTF_8));
    }
}
