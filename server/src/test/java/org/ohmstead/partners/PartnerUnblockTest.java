package org.ohmstead.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.blocks.ConnectorBlocks;
import org.ohmstead.db.TestDatabases;

class PartnerUnblockTest {
    @Test
    void a_partner_lifts_its_block_of_a_connector_that_was_removed() {
        try (FeedWorld world = new FeedWorld(TestDatabases.sqlite())) {
            Actor partner = FeedWorld.key(7).actor();
            world.connectors.block(partner, "CP-7", "2", "2", new ConnectorBlocks.Wanted("Fleet", null));
            world.site.remove(2, 2);
            world.connectors.unblock(partner, "CP-7", "2", "2");
            assertThat(world.site.blocks.standing(world.site.cp7)).isEmpty();
            assertThat(catchThrowableOfType(Refused.class, () -> world.connectors.unblock(partner, "CP-7", "2", "2")))
                    .hasMessageContaining("is not blocked by itself");
            assertThat(catchThrowableOfType(Refused.class, () -> world.connectors.unblock(partner, "CP-7", "2", "two")))
                    .hasMessageContaining("allowed is a whole number");
        }
    }
}
