package org.ohmstead.app.socket.handshake;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ohmstead.access.Loopback;
import org.ohmstead.access.Networks;

/**
 * How many connections each address has for stations that have never been accepted. Programs on this machine may have any number,
 * and so may a trusted proxy that does not say for whom it speaks.
 */
public final class Newcomers {
    private final int most;
    private final Networks proxies;
    private final ConcurrentMap<String, Integer> byAddress = new ConcurrentHashMap<>();

    /** @param most of one address; 0: any number */
    public Newcomers(int most, Networks proxies) {
        this.most = most;
        this.proxies = proxies;
    }

    /** One connection more; leaves once, however often it is said. */
    public final class Permit {
        private final String address;
        private final AtomicBoolean left = new AtomicBoolean();

        private Permit(String address) {
            this.address = address;
        }

        void leave() {
            if (!left.getAndSet(true)) {
                byAddress.computeIfPresent(address, (same, count) -> count == 1 ? null : count - 1);
            }
        }
    }

    /** @return empty: it has as many as it may */
    public Optional<Permit> enter(String address) {
        boolean bounded = most > 0 && !Loopback.isAddress(address) && !isProxy(address);
        String household = Networks.household(address);
        boolean[] enters = {true};
        byAddress.compute(household, (same, count) -> {
            int before = count == null ? 0 : count;
            enters[0] = !bounded || before < most;
            return enters[0] ? Integer.valueOf(before + 1) : count;
        });
        return enters[0] ? Optional.of(new Permit(household)) : Optional.empty();
    }

    private boolean isProxy(String address) {
        return Networks.address(address).filter(proxies::contain).isPresent();
    }
}
