package org.ohmstead.files;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ohmstead.secrets.Secrets;
import org.ohmstead.stations.StationRef;

/**
 * Lets one station load one file, or leave one, for a while.
 *
 * @param file   that is loaded, or that has come; null: none came yet
 * @param usedAt when it was asked for first, or the file had come; null: not yet
 */
public record FileLink(
        long id,
        StationRef station,
        Direction direction,
        @Nullable Long file,
        Instant expiresAt,
        @Nullable Instant usedAt) {
    /** Its number stands in its URL, so that a log tells which one was used without telling the secret. */
    private static final Pattern OURS = Pattern.compile("(/files/(?:down|up)load/(\\d{1,18})-)[\\w-]{20,}");

    private static final Pattern OF_FTP = Pattern.compile("(ftp://u(\\d{1,18})):[^@/]*@");

    /** Which way the file goes. */
    public enum Direction {
        DOWNLOAD,
        UPLOAD;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Direction of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * One that was made just now.
     *
     * @param id  its number
     * @param url the only place where its secret is
     */
    public record Made(long id, String url) {
        @Override
        public String toString() {
            return shown(url);
        }
    }

    /**
     * A URL as people may see it and as it is kept: of one of ours without the secret, of any other without a login and without
     * keys in its query. What a command is kept with has been through the same, so the two can be compared.
     */
    public static String shown(String url) {
        String http = OURS.matcher(url).replaceAll("$1***");
        return Secrets.maskedText(OF_FTP.matcher(http).replaceAll("$1:***@"));
    }

    /** The number in a URL of ours, with its secret or without; empty: it leads elsewhere. */
    public static Optional<Long> idOf(String url) {
        Matcher http = Pattern.compile("/files/(?:down|up)load/(\\d{1,18})-").matcher(url);
        Matcher ftp = Pattern.compile("^ftp://u(\\d{1,18}):").matcher(url);
        return http.find()
                ? Optional.of(Long.parseLong(http.group(1)))
                : ftp.find() ? Optional.of(Long.parseLong(ftp.group(1))) : Optional.empty();
    }
}
