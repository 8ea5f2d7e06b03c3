package org.ohmstead.access;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Scope;

/** Who sent the HTTP request at hand. The door says so before any resource is called. */
@RequestScoped
public class CurrentActor {
    private @Nullable Actor actor;

    /** For those who are no request. */
    public static CurrentActor of(Actor who) {
        CurrentActor current = new CurrentActor();
        current.is(who);
        return current;
    }

    public void is(Actor who) {
        actor = who;
    }

    /** @throws IllegalStateException if no door has said who asks, as where anybody may */
    public Actor get() {
        if (actor == null) {
            throw new IllegalStateException("no door has said who asks");
        }
        return actor;
    }

    /** Whose rows it may see and change. */
    public Scope scope() {
        return get().scope();
    }
}
