package org.ohmstead.simulator.station.network;

import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a station dials, and what it shows there. It knows one place or several, and tries the next where one was not reached in a few
 * attempts (B10); once a security profile has worked it goes to no lower one (A05). For any thread.
 */
public final class Destinations {
    private static final int ATTEMPTS = 3;

    private final String identity;
    private final Destination delivered;
    private String password;
    private ClientTls tls;
    private List<Destination> order;
    private int at;
    private int failed;
    private int floor;

    /**
     * One place.
     *
     * @param slot    of its network profile, from 1
     * @param url     without the identity
     * @param profile security profile, which says what is shown; null: all that the station has
     */
    public record Destination(
            int slot, String url, @Nullable Integer profile) {}

    /**
     * @param url      to which the identity is appended
     * @param password HTTP Basic; null: none
     */
    public Destinations(String identity, String url, @Nullable String password, ClientTls tls) {
        this.identity = identity;
        this.delivered = new Destination(1, url, null);
        this.password = password == null ? "" : password;
        this.tls = tls;
        this.order = List.of(delivered);
    }

    /** For the next handshake; the CSMS has changed it. */
    public synchronized void password(String password) {
        this.password = password;
    }

    /** For the next handshake over TLS; somebody has signed its certificate. */
    public synchronized void identity(ClientTls.Identity shown) {
        tls = tls.with(shown);
    }

    /** The place that it knows at first. */
    public Destination delivered() {
        return delivered;
    }

    /** Where it is connected, or dials next. */
    public synchronized Destination current() {
        return order.get(at);
    }

    /** The security profile there. */
    public synchronized int profile() {
        return profile(current());
    }

    /** Whether the station has what a security profile asks for. */
    public synchronized boolean has(int profile) {
        return switch (profile) {
            case 1, 2 -> !password.isEmpty();
            case 3 -> tls.identity() != null;
            default -> false;
        };
    }

    /** Dials there from now on, the first one first; those below a profile that has worked are left out. None: as before. */
    public synchronized void go(List<Destination> next) {
        List<Destination> safe =
                next.stream().filter(one -> profile(one) >= floor).toList();
        if (!safe.isEmpty()) {
            order = safe;
            at = 0;
            failed = 0;
        }
    }

    /** A handshake has succeeded. */
    public synchronized void reached() {
        failed = 0;
        Destination here = current();
        if (here.profile() != null) {
            floor = Math.max(floor, here.profile());
            order = order.stream().filter(one -> profile(one) >= floor).toList();
            at = order.indexOf(here);
        }
    }

    /** A handshake has failed. */
    public synchronized void missed() {
        failed++;
        if (failed >= ATTEMPTS) {
            failed = 0;
            at = (at + 1) % order.size();
        }
    }

    /** For the next handshake. */
    public synchronized ClientTls tls() {
        Integer profile = current().profile();
        return profile == null || profile == 3 ? tls : tls.with(null);
    }

    /** For the next handshake. */
    public synchronized WebSocketConnectOptions target(String subprotocol) {
        String name = URLEncoder.encode(identity, StandardCharsets.UTF_8).replace("+", "%20");
        String url = current().url();
        WebSocketConnectOptions target =
                new WebSocketConnectOptions().setAbsoluteURI(url.endsWith("/") ? url + name : url + "/" + name);
        target.setSubProtocols(List.of(subprotocol));
        target.setTimeout(15_000);
        Integer profile = current().profile();
        if (!password.isEmpty() && (profile == null || profile == 1 || profile == 2)) {
            byte[] credentials = (identity + ":" + password).getBytes(StandardCharsets.UTF_8);
            target.addHeader("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
        }
        return target;
    }

    private int profile(Destination place) {
        Integer told = place.profile();
        if (told != null) {
            return told;
        }
        if (!place.url().startsWith("wss:")) {
            return password.isEmpty() ? 0 : 1;
        }
        return password.isEmpty() && tls.identity() != null ? 3 : 2;
    }
}
