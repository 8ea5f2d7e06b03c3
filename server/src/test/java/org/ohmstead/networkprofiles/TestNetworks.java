package org.ohmstead.networkprofiles;

import java.util.List;
import org.ohmstead.commands.TestCommands;
import org.ohmstead.configuration.ConfigurationWorld;
import org.ohmstead.events.Outbox;

/** This slice put together by hand over the world of configuration. */
public final class TestNetworks {
    public final NetworkProfiles profiles;
    public final NetworkSwitching switching;

    public TestNetworks(ConfigurationWorld base) {
        Outbox outbox = new Outbox(base.stations.clock);
        SqlNetworkProfileStore store =
                new SqlNetworkProfileStore(base.stations.database, base.stations.commits, outbox);
        ProfileAnswers answers = new ProfileAnswers(store, base.stations.clock);
        profiles = new NetworkProfiles(
                store, base.model, base.reading, TestCommands.verbs(base.stations, () -> List.of(answers)));
        switching = new NetworkSwitching(store, profiles, base.writing, base.verbs, base.stations.clock);
    }
}
