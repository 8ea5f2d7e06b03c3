package org.ohmstead.charging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ohmstead.Await;
import org.ohmstead.charging.store.SqlSessionRows;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;

/** PostgreSQL is told what is in its new tables long before it would look by itself, which is every minute. */
class YoungDatabaseTest {

    @Test
    void a_start_is_soon_looked_for_by_its_key_however_many_sessions_there_are() {
        try (ChargingSite site = new ChargingSite(TestDatabases.postgres())) {
            for (int i = 0; i < 300; i++) {
                site.start("T" + i, i, i);
            }
            Await.until(() -> plan(site, SqlSessionRows.HAS_START).contains("charging_session_start"));
            assertThat(plan(site, SqlSessionRows.HAS_TX)).contains("charging_session_tx");
        }
    }

    private static String plan(ChargingSite site, String query) {
        String asked = query.replaceFirst("\\?", "1").replaceFirst("\\?", "7").replaceFirst("\\?", "'key'");
        return String.join(
                "\n",
                site.database.read(Scope.everywhere()).fetch("explain " + asked).getValues(0, String.class));
    }
}
