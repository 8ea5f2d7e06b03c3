package org.ohmstead.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ohmstead.api.Refused;

class StreamPlacesTest {
    private final StreamPlaces places = new StreamPlaces(40, "feeds");

    private static Principal key(long tenant, long id) {
        return new Principal(
                Actor.apiKey(tenant, Set.of(), "key" + id, Actor.Origin.WITHIN),
                new Permissions(Set.of()),
                Set.of(),
                new Principal.Key(id));
    }

    private List<StreamPlaces.Place> enter(long tenant, long id, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> places.enter(key(tenant, id)))
                .toList();
    }

    private void refused(Refused.Kind kind, String words, long tenant, long id) {
        assertThat(catchThrowableOfType(Refused.class, () -> places.enter(key(tenant, id))))
                .satisfies(refused -> assertThat(refused.kind()).isEqualTo(kind))
                .hasMessageContaining(words);
    }

    @Test
    void one_reader_has_five_whoever_else_has_none() {
        List<StreamPlaces.Place> five = enter(1, 1, 5);
        refused(Refused.Kind.TOO_MANY, "5 feeds of api_key:key1 are open", 1, 1);
        enter(1, 2, 1);
        five.getFirst().close();
        five.getFirst().close();
        assertThat(places.open()).isEqualTo(5);
        enter(1, 1, 1);
        refused(Refused.Kind.TOO_MANY, "5 feeds of api_key:key1 are open", 1, 1);
    }

    @Test
    void one_tenant_has_a_quarter_of_all_with_however_many_keys() {
        List<StreamPlaces.Place> five = enter(1, 1, 5);
        enter(1, 2, 5);
        refused(Refused.Kind.TOO_MANY, "10 feeds of your organisation", 1, 3);
        enter(2, 4, 5);
        five.getFirst().close();
        enter(1, 3, 1);
    }

    @Test
    void all_together_have_so_many() {
        for (int key = 0; key < 8; key++) {
            enter(key / 2, key, 5);
        }
        refused(Refused.Kind.FULL, "40 feeds are open", 9, 9);
    }
}
