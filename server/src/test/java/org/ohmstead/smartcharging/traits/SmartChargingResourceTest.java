package org.ohmstead.smartcharging.traits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.api.Refused;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.smartcharging.SmartWorld;

/** REST of what is known of a station to charge smartly. */
class SmartChargingResourceTest {
    private static SmartChargingResource resource(SmartWorld world) {
        return new SmartChargingResource(world.traits, world.stations.stations, CurrentActor.of(Actor.LOCAL));
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_station_is_as_usual_until_somebody_says_otherwise_and_what_is_left_out_is_as_usual_again(
            TestDatabases.Kind kind) {
        try (SmartWorld world = new SmartWorld(kind)) {
            TraitsView usual = new TraitsView(230, 3, null, false, null, true);
            assertThat(resource(world).get("CP-7")).isEqualTo(usual);
            TraitsView set = resource(world).set("CP-7", new TraitsBody(120, 1, "W", true, 0, false));
            assertThat(set).isEqualTo(new TraitsView(120, 1, "W", true, 0, false));
            assertThat(resource(world).get("CP-7")).isEqualTo(set);
            assertThat(resource(world).set("CP-7", new TraitsBody(null, null, null, null, null, null)))
                    .isEqualTo(usual);
            assertThat(catchThrowableOfType(Refused.class, () -> resource(world).get("CP-8"))
                            .kind())
                    .isEqualTo(Refused.Kind.NOT_FOUND);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void numbers_of_profiles_go_on_whatever_is_set(TestDatabases.Kind kind) {
        try (SmartWorld world = new SmartWorld(kind)) {
            assertThat(world.traits.nextNumber(world.cp7)).isEqualTo(1);
            resource(world).set("CP-7", new TraitsBody(null, 1, null, null, null, null));
            assertThat(world.traits.nextNumber(world.cp7)).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource({"voltage,49,3,A,0", "voltage,1001,3,A,0", "phases,230,4,A,0", "unit,230,3,VA,0", "stackLevel,230,3,A,-1"
    })
    void what_is_not_allowed_is_named(String field, int voltage, int phases, String unit, int level) {
        Refused refused = catchThrowableOfType(
                Refused.class, () -> new TraitsBody(voltage, phases, unit, null, level, null).traits());
        assertThat(refused.kind()).isEqualTo(Refused.Kind.INVALID);
        assertThat(refused.field()).isEqualTo(field);
    }
}
