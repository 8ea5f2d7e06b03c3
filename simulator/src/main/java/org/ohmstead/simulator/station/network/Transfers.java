package org.ohmstead.simulator.station.network;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The files that a station loads and leaves. With its own CSMS it really does so, by HTTP; what lies elsewhere, and what is to be
 * loaded in another way, is as if.
 */
public final class Transfers {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int CHUNK = 64 << 10;
    private static final int LINES = 2_000;

    private final String csms;
    private @Nullable Loaded loaded;
    private byte @Nullable [] left;

    /** @param csms the URL that the station connects to */
    public Transfers(String csms) {
        this.csms = csms;
    }

    /** What was loaded. @param sha256 in hexadecimal digits */
    public record Loaded(long bytes, String sha256) {}

    /** What was really loaded last; null: nothing yet. */
    public synchronized @Nullable Loaded loaded() {
        return loaded;
    }

    /** What was really left last; null: nothing yet. */
    public synchronized byte @Nullable [] left() {
        return left == null ? null : left.clone();
    }

    /** Whether it is really loaded from there, or left there. */
    public boolean isReal(String location) {
        try {
            URI uri = URI.create(location);
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return http && uri.getPort() == URI.create(csms).getPort() && isSame(uri.getHost());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private boolean isSame(@Nullable String host) {
        String own = URI.create(csms).getHost();
        return host != null && (host.equalsIgnoreCase(own) || LOOPBACK.contains(host) && LOOPBACK.contains(own));
    }

    /** @return whether all of it is here */
    public boolean load(String location) {
        if (!isReal(location)) {
            return true;
        }
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(location)).timeout(PATIENCE).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            long bytes = 0;
            try (InputStream in = new DigestInputStream(response.body(), sha256)) {
                byte[] chunk = new byte[CHUNK];
                for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                    bytes += read;
                }
            }
            if (response.statusCode() != 200) {
                return false;
            }
            synchronized (this) {
                loaded = new Loaded(bytes, HexFormat.of().formatHex(sha256.digest()));
            }
            return true;
        } catch (IOException | NoSuchAlgorithmException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Leaves a log there.
     *
     * @param name put behind a location that ends with a slash (N01)
     * @return whether it was taken
     */
    public boolean leave(String location, String name) {
        if (!isReal(location)) {
            return true;
        }
        byte[] content = content(name);
        String url = location.endsWith("/") ? location + name : location;
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(PATIENCE)
                .PUT(BodyPublishers.ofByteArray(content))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            boolean taken = client.send(request, BodyHandlers.discarding()).statusCode() / 100 == 2;
            synchronized (this) {
                left = taken ? content : left;
            }
            return taken;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static byte[] content(String name) {
        StringBuilder log = new StringBuilder();
        for (int line = 1; line <= LINES; line++) {
            log.append(name).append(" line ").append(line).append(": nothing happened\n");
        }
        return log.toString().getBytes(StandardCharsets.UTF_8);
    }
}
