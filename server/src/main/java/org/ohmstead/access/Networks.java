package org.ohmstead.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Networks of the internet, as one writes them in CIDR notation; a single address is one of itself. */
public record Networks(List<Network> all) {
    private static final Pattern ONE = Pattern.compile("([0-9A-Fa-f.:]+)(?:/(\\d{1,3}))?");
    private static final Pattern V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    /**
     * All addresses that begin alike.
     *
     * @param bits how many bits of the address count
     */
    public record Network(InetAddress address, int bits) {
        boolean contains(InetAddress other) {
            byte[] own = address.getAddress();
            byte[] theirs = other.getAddress();
            if (own.length != theirs.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((own[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Empty: the text is something else. */
    public static Optional<Networks> of(String text) {
        List<Network> networks = new ArrayList<>();
        for (String part : text.split(",")) {
            if (!part.isBlank()) {
                Optional<Network> network = network(part.strip());
                if (network.isEmpty()) {
                    return Optional.empty();
                }
                networks.add(network.get());
            }
        }
        return Optional.of(new Networks(List.copyOf(networks)));
    }

    private static Optional<Network> network(String text) {
        Matcher matcher = ONE.matcher(text);
        Optional<InetAddress> address = matcher.matches() ? address(matcher.group(1)) : Optional.empty();
        return address.flatMap(it -> {
            int all = it.getAddress().length * 8;
            int bits = matcher.group(2) == null ? all : Integer.parseInt(matcher.group(2));
            return bits <= all ? Optional.of(new Network(it, bits)) : Optional.empty();
        });
    }

    /** An address in numbers. Names are never looked up. */
    public static Optional<InetAddress> address(String text) {
        if (!V4.matcher(text).matches() && text.indexOf(':') < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whom a limit counts: an address, and of IPv6 all that begin alike, because whoever has one has 2^64 (RFC 6177). */
    public static String household(String address) {
        return address(address)
                .filter(found -> found instanceof Inet6Address)
                .map(found -> HexFormat.of().formatHex(found.getAddress(), 0, 8) + "/64")
                .orElse(address);
    }

    public boolean contain(InetAddress address) {
        return all.stream().anyMatch(network -> network.contains(address));
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }
}
