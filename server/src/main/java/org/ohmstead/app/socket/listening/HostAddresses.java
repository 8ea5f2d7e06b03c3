package org.ohmstead.app.socket.listening;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Comparator;
import java.util.List;

/** Under which addresses others reach this machine. */
public final class HostAddresses {
    /** Networks of containers and virtual machines on this host: nobody outside of it is in them. */
    private static final String VIRTUAL = "(docker|br-|veth|virbr|cni|flannel|vmnet|vboxnet).*";

    private HostAddresses() {}

    /** Those of this machine that others can connect to: IPv4 first, none of loopback, none that lead to a container only. */
    public static List<InetAddress> ofThisMachine() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(HostAddresses::leadsOutside)
                    .sorted(Comparator.comparingInt(NetworkInterface::getIndex))
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                    .sorted(Comparator.comparing(address -> !(address instanceof Inet4Address)))
                    .toList();
        } catch (SocketException e) {
            return List.of(); // there is no network
        }
    }

    private static boolean leadsOutside(NetworkInterface network) {
        try {
            return network.isUp() && !network.isLoopback() && !network.getName().matches(VIRTUAL);
        } catch (SocketException e) {
            return false; // it has just gone
        }
    }

    /**
     * What to write into a URL, in the order in which to try it; at least one.
     *
     * @param host     that is listened on: a name, an address, or one that stands for all addresses (0.0.0.0, ::)
     * @param machines see {@link #ofThisMachine()}
     */
    static List<String> inUrls(String host, List<InetAddress> machines) {
        String plain = host.replace("[", "").replace("]", "");
        if (!isAll(plain)) {
            return List.of(inUrl(plain));
        }
        return machines.isEmpty()
                ? List.of("127.0.0.1")
                : machines.stream().map(address -> inUrl(written(address))).toList();
    }

    /** IPv6 with its zeros left out, as people write it, and without the name of the network that it is in. */
    private static String written(InetAddress address) {
        return address.getHostAddress().replaceAll("%.*", "").replaceFirst("(?:^|:)0(?::0)+(?:$|:)", "::");
    }

    private static boolean isAll(String host) {
        return host.equals("0.0.0.0") || host.matches("[0:]*::?[0:]*");
    }

    private static String inUrl(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }
}
