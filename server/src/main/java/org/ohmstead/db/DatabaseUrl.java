package org.ohmstead.db;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a database URL says. Its {@code toString} never shows a password. */
sealed interface DatabaseUrl {

    /** @param file empty: a database of its own that is gone when it is closed */
    record Sqlite(Optional<Path> file) implements DatabaseUrl {
        @Override
        public String toString() {
            return "sqlite:" + file.map(Path::toString).orElse(":memory:");
        }
    }

    /** @param user empty: named in the URL's parameters, or the one of the operating system */
    record Postgres(String jdbc, Optional<String> user, Optional<String> password) implements DatabaseUrl {
        private static final Pattern SECRET = Pattern.compile("(?i)((?:ssl)?password=)[^&]*");

        @Override
        public String toString() {
            return SECRET.matcher(jdbc).replaceAll("$1***");
        }
    }

    static DatabaseUrl parse(String url) {
        if (url.equals("sqlite::memory:")) {
            return new Sqlite(Optional.empty());
        }
        if (url.startsWith("sqlite:") && url.length() > "sqlite:".length()) {
            return new Sqlite(Optional.of(Path.of(url.substring("sqlite:".length()))));
        }
        if (url.startsWith("jdbc:postgresql:")) {
            return new Postgres(url, Optional.empty(), Optional.empty());
        }
        if (url.startsWith("postgresql://") || url.startsWith("postgres://")) {
            return postgres(url);
        }
        throw unreadable(url, "it is none of these");
    }

    private static Postgres postgres(String url) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            throw unreadable(url, "a special character in the user name or password must be percent-encoded");
        }
        if (uri.getHost() == null
                || uri.getRawPath() == null
                || uri.getRawPath().length() < 2) {
            throw unreadable(url, "host and database name must be there");
        }
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String[] login = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        return new Postgres(
                "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query,
                login.length > 0 ? Optional.of(decoded(login[0])) : Optional.empty(),
                login.length > 1 ? Optional.of(decoded(login[1])) : Optional.empty());
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static IllegalArgumentException unreadable(String url, String why) {
        String shown = url.replaceAll("//[^@/]*@", "//***@").replaceAll("(?i)(password=)[^&]*", "$1***");
        return new IllegalArgumentException("The database URL '" + shown + "' cannot be read (" + why
                + "). Allowed are sqlite:FILE, sqlite::memory:, postgresql://USER:PASSWORD@HOST:PORT/DATABASE and"
                + " jdbc:postgresql://...");
    }
}
