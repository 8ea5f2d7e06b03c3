package org.ohmstead.access;

import jakarta.enterprise.context.RequestScoped;

/** Who sent the HTTP request at hand. The door says so before any resource is called. */
@RequestScoped
public class CurrentActor {
    private Actor actor = Actor.LOCAL;

    public void is(Actor who) {
        actor = who;
    }

    public Actor get() {
        return actor;
    }

    /** Whose data it may see and change. */
    public long tenant() {
        return actor.tenant();
    }
}
