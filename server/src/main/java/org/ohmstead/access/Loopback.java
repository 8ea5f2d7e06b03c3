package org.ohmstead.access;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Whether an address can be reached from this machine only. */
public final class Loopback {
    private Loopback() {}

    /** Of an address in numbers; anything else is no address, and nothing is looked up. */
    public static boolean isAddress(String text) {
        return text.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}")
                || text.equals("::1")
                || text.equals("0:0:0:0:0:0:0:1")
                || text.regionMatches(true, 0, "::ffff:127.", 0, 11);
    }

    /** Of a name or address by which a program on this machine alone can mean it; in small letters. */
    public static boolean isName(String host) {
        return host.isEmpty() || host.equals("localhost") || host.endsWith(".localhost") || isAddress(host);
    }

    /** Of a host name or address; a name that cannot be resolved is taken as reachable from outside. */
    public static boolean is(String host) {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (!address.isLoopbackAddress()) {
                    return false;
                }
            }
            return !host.isBlank();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
