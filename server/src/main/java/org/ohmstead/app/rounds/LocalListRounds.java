package org.ohmstead.app.rounds;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.ohmstead.background.Rounds;
import org.ohmstead.background.Supervised;
import org.ohmstead.background.SupervisedThread;
import org.ohmstead.locallist.LocalListWatch;

/** Each server looks after the lists of the stations that are connected to it; a recurring job is done by one of them, and would miss the others'. */
@Singleton
class LocalListRounds implements Supervised {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);

    private final Rounds rounds;

    @Inject
    LocalListRounds(LocalListWatch watch) {
        rounds = new Rounds("local-lists").every(BETWEEN_LOOKS, "Looking at local lists", watch::look);
    }

    void start(@Observes StartupEvent event) {
        rounds.start();
    }

    /** While the database can still be written. */
    void stop(@Observes ShutdownEvent event) {
        rounds.finish();
    }

    @Override
    public List<SupervisedThread.State> threads() {
        return rounds.states();
    }
}
