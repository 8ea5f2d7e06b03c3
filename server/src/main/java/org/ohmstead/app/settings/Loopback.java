package org.ohmstead.app.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Whether an address can be reached from this machine only. */
public final class Loopback {
    private Loopback() {}

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
