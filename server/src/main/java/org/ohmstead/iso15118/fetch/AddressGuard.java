package org.ohmstead.iso15118.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses may be asked on behalf of a station: such as anybody on the internet can reach. A station could else have this
 * server talk to what only this server reaches (SSRF; IANA's registries of special-purpose addresses).
 */
final class AddressGuard {
    /** What is no place of the internet, of IPv4. */
    private static final List<Network> CLOSED_V4 = List.of(
            Network.of("0.0.0.0", 8),
            Network.of("10.0.0.0", 8),
            Network.of("100.64.0.0", 10),
            Network.of("127.0.0.0", 8),
            Network.of("169.254.0.0", 16),
            Network.of("172.16.0.0", 12),
            Network.of("192.0.0.0", 24),
            Network.of("192.0.2.0", 24),
            Network.of("192.88.99.0", 24),
            Network.of("192.168.0.0", 16),
            Network.of("198.18.0.0", 15),
            Network.of("198.51.100.0", 24),
            Network.of("203.0.113.0", 24),
            Network.of("224.0.0.0", 3));

    /** Of IPv6 only this is the internet ... */
    private static final Network OPEN_V6 = Network.of("2000::", 3);

    /** ... and in it not these: special purposes and Teredo, documentation, and 6to4, behind which any address of IPv4 may be. */
    private static final List<Network> CLOSED_V6 = List.of(
            Network.of("2001::", 23), Network.of("2001:db8::", 32), Network.of("2002::", 16), Network.of("3fff::", 20));

    private final boolean privateOnes;

    /** @param privateOnes whether this machine and private networks may be asked, too; never what is link-local */
    AddressGuard(boolean privateOnes) {
        this.privateOnes = privateOnes;
    }

    private record Network(List<Byte> start, int bits) {
        static Network of(String start, int bits) {
            return new Network(bytes(InetAddress.ofLiteral(start)), bits);
        }

        boolean has(InetAddress address) {
            List<Byte> other = bytes(address);
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((start.get(bit / 8) & mask) != (other.get(bit / 8) & mask)) {
                    return false;
                }
            }
            return true;
        }

        private static List<Byte> bytes(InetAddress address) {
            byte[] raw = address.getAddress();
            Byte[] boxed = new Byte[raw.length];
            Arrays.setAll(boxed, i -> raw[i]);
            return List.of(boxed);
        }
    }

    boolean allows(InetAddress address) {
        boolean never = address.isLinkLocalAddress() || address.isMulticastAddress() || address.isAnyLocalAddress();
        return !never && (privateOnes || isOpen(address));
    }

    private static boolean isOpen(InetAddress address) {
        return address instanceof Inet4Address
                ? CLOSED_V4.stream().noneMatch(network -> network.has(address))
                : OPEN_V6.has(address) && CLOSED_V6.stream().noneMatch(network -> network.has(address));
    }
}
