package org.ohmstead.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Scope;

/** Who sent the HTTP request at hand. The door says so before any resource is called. */
@RequestScoped
public class CurrentActor {
    private @Nullable Principal principal;

    /** For those who are no request. */
    public static CurrentActor of(Actor who) {
        return of(new Principal(who, Permissions.NONE, Set.of(), new Principal.Local()));
    }

    public static CurrentActor of(Principal who) {
        CurrentActor current = new CurrentActor();
        current.is(who);
        return current;
    }

    public void is(Principal who) {
        principal = who;
    }

    /** @throws IllegalStateException if no door has said who asks, as where anybody may */
    public Principal principal() {
        if (principal == null) {
            throw new IllegalStateException("no door has said who asks");
        }
        return principal;
    }

    /** @throws IllegalStateException as {@link #principal()} */
    public Actor get() {
        return principal().actor();
    }

    /** Whose rows it may see and change. */
    public Scope scope() {
        return get().scope();
    }
}
