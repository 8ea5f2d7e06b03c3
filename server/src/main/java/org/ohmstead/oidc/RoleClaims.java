package org.ohmstead.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which role the claims of somebody give. */
final class RoleClaims {
    private RoleClaims() {}

    /** Empty: none. */
    static Optional<String> role(JWTClaimsSet claims, OidcClientSettings.RoleRules rules) {
        Set<String> values = values(found(claims.getClaims(), rules.claim()));
        return rules.map().entrySet().stream()
                .filter(pair -> values.contains(pair.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .or(() -> Optional.ofNullable(rules.fallback()));
    }

    /** Names with dots in them are as common as paths: {@code https://example.com/roles}. So the longest name comes first. */
    private static @Nullable Object found(Map<?, ?> in, String path) {
        Object whole = in.get(path);
        if (whole != null) {
            return whole;
        }
        for (int dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
            if (in.get(path.substring(0, dot)) instanceof Map<?, ?> inner) {
                return found(inner, path.substring(dot + 1));
            }
        }
        return null;
    }

    private static Set<String> values(@Nullable Object claim) {
        return switch (claim) {
            case String one -> Set.of(one);
            case Collection<?> many ->
                many.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .collect(Collectors.toSet());
            case null, default -> Set.of();
        };
    }
}
