package org.ohmstead.authority.requests;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.ohmstead.authority.Authority;
import org.ohmstead.authority.Issuer;

/** Who signs for which kind of authority. */
@Singleton
public class Issuers {
    private final List<Issuer> all;

    @Inject
    public Issuers(@Any Instance<Issuer> beans) {
        this(beans.stream().toList());
    }

    /** For those who have no container. */
    public Issuers(List<Issuer> all) {
        this.all = List.copyOf(all);
    }

    Issuer of(Authority authority) {
        return all.stream()
                .filter(one -> one.kind() == authority.kind())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody signs for " + authority.told()));
    }
}
