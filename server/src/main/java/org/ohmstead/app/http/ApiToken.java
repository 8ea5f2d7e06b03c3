package org.ohmstead.app.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ohmstead.app.settings.Settings;

/**
 * What whoever asks from elsewhere must show: {@code Authorization: Bearer TOKEN}, or in a browser, which can ask its user for a
 * password only, {@code Basic} with any user name and the token as the password. It is set, or made at the first start and kept in
 * a file that only the server's user may read.
 *
 * @param origin where it comes from, for people; the token itself is never printed
 */
public record ApiToken(String value, String origin) {
    private static final int RANDOM_BYTES = 32;
    private static final Pattern SHOWN = Pattern.compile("(?i)(bearer|basic) +(\\S{1,1000})");

    /** What a 401 says about how to show it. */
    static final List<String> CHALLENGES =
            List.of("Bearer", "Basic realm=\"Ohmstead (password: the API token)\", charset=\"UTF-8\"");

    private static final String SQLITE = "sqlite:";
    private static final int SHORTEST = 16;

    /** @throws IllegalArgumentException saying in a sentence why there can be none */
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
            ApiToken token = new ApiToken(Files.readString(file).strip(), file.toString());
            if (token.value.length() < SHORTEST) {
                throw new IllegalArgumentException("The API token in " + file + " has " + token.value.length()
                        + " characters; it must have at least " + SHORTEST
                        + ". Delete the file, and the next start makes a new one.");
            }
            return token;
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The API token cannot be kept in " + file + " (" + e.getMessage()
                            + "): make file and folder readable and writable, or set OHMSTEAD_API_TOKEN.",
                    e);
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
                file,
                HexFormat.of().formatHex(random) + System.lineSeparator(),
                StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** Whether a header shows it; compared in a time that says nothing about it. */
    boolean isShownBy(@Nullable String authorization) {
        Matcher shown = SHOWN.matcher(String.valueOf(authorization));
        if (!shown.matches()) {
            return false;
        }
        String token = shown.group(1).equalsIgnoreCase("basic") ? password(shown.group(2)) : shown.group(2);
        return MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.UTF_8));
    }

    /** Behind the first colon (RFC 7617); empty, which no token is, where there is none. */
    private static String password(String credentials) {
        try {
            String login = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
            return login.substring(login.indexOf(':') + 1);
        } catch (IllegalArgumentException e) {
            return ""; // no Base64
        }
    }
}
