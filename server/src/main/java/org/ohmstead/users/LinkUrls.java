package org.ohmstead.users;

import java.util.function.Supplier;

/**
 * Where one-time links lead. The secret stands behind the #, which browsers send to nobody, so that it is in no log.
 *
 * @param server the URL under which people reach the server, without a slash at its end; known once it listens
 */
public record LinkUrls(Supplier<String> server) {
    public String setup(String secret) {
        return server.get() + "/setup#" + secret;
    }

    public String password(String secret) {
        return server.get() + "/password#" + secret;
    }
}
