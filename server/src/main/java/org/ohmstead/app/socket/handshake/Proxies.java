package org.ohmstead.app.socket.handshake;

import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ohmstead.access.Networks;

/**
 * Whose address a request comes from, when proxies stand between. Each proxy appends who spoke to it, so the list is read from
 * its end, and only as far as those go that are trusted: what stands before may be anybody's invention.
 */
public final class Proxies {
    /** No address: it is in no network, and all who have it share their limits. */
    private static final String UNKNOWN = "unknown";

    private static final String FORWARDED = "Forwarded";
    private static final String FORWARDED_FOR = "X-Forwarded-For";
    /** RFC 7239: {@code for=192.0.2.60;proto=http, for="[2001:db8::17]:4711"}. */
    private static final Pattern FOR = Pattern.compile("(?i)(?:^|;)\\s*for\\s*=\\s*(\"[^\"]*\"|[^;]*)");

    private static final Pattern WITH_PORT =
            Pattern.compile("\\[([^\\]]*)\\](?::\\w+)?|(\\d{1,3}(?:\\.\\d{1,3}){3}):\\w+");

    private final Networks trusted;

    public Proxies(Networks trusted) {
        this.trusted = trusted;
    }

    /** In numbers; where it cannot be told, that of the outermost proxy that is known; where proxies contradict each other, no address. */
    public String addressOf(HttpServerRequest request) {
        return addressOf(
                request.remoteAddress().hostAddress(),
                request.headers().getAll(FORWARDED),
                request.headers().getAll(FORWARDED_FOR));
    }

    /** Whether one of those has sent it that are trusted. */
    public boolean isProxy(HttpServerRequest request) {
        return !trusted.isEmpty()
                && Networks.address(request.remoteAddress().hostAddress())
                        .filter(trusted::contain)
                        .isPresent();
    }

    /** @param forwarded the headers of that name, and of the other, in their order */
    public String addressOf(String peer, List<String> forwarded, List<String> forwardedFor) {
        Optional<InetAddress> last = trusted.isEmpty() ? Optional.empty() : Networks.address(peer);
        if (last.isEmpty() || !trusted.contain(last.get())) {
            return peer;
        }
        InetAddress one = outermost(last.get(), listed(forwarded));
        InetAddress other = outermost(last.get(), split(forwardedFor));
        if (forwarded.isEmpty()) {
            return other.getHostAddress();
        }
        // A proxy writes one of the two and passes the other on, as whoever dialled in made it up; which one, nobody
        // knows.
        return forwardedFor.isEmpty() || one.equals(other) ? one.getHostAddress() : UNKNOWN;
    }

    private InetAddress outermost(InetAddress peer, List<String> speakers) {
        InetAddress outermost = peer;
        for (String speaker : speakers.reversed()) {
            Optional<InetAddress> address = trusted.contain(outermost) ? address(speaker) : Optional.empty();
            if (address.isEmpty()) {
                break;
            }
            outermost = address.get();
        }
        return outermost;
    }

    private static List<String> listed(List<String> headers) {
        List<String> speakers = new ArrayList<>();
        for (String element : split(headers)) {
            Matcher matcher = FOR.matcher(element);
            speakers.add(matcher.find() ? matcher.group(1).replace("\"", "") : "");
        }
        return speakers;
    }

    private static List<String> split(List<String> headers) {
        return headers.stream()
                .flatMap(header -> List.of(header.split(",")).stream())
                .map(String::strip)
                .toList();
    }

    private static Optional<InetAddress> address(String speaker) {
        Matcher matcher = WITH_PORT.matcher(speaker);
        if (!matcher.matches()) {
            return Networks.address(speaker);
        }
        return Networks.address(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }
}
