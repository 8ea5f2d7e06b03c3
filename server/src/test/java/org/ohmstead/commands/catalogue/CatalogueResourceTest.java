package org.ohmstead.commands.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.catalogue.Catalogue;

class CatalogueResourceTest {
    private final CatalogueResource catalogue = new CatalogueResource();

    @Test
    void every_action_of_every_version_has_its_schemas() {
        for (OcppVersion version : OcppVersion.values()) {
            for (var entry : catalogue.list(version.number()).actions()) {
                var detail = catalogue.get(version.number(), entry.action());
                assertThat(detail.request().path("type").asText())
                        .as(entry.action())
                        .isEqualTo("object");
                assertThat(detail.response() == null).isEqualTo(entry.message().equals("send"));
            }
        }
        assertThat(Catalogue.of(OcppVersion.V16)).hasSize(39);
        assertThat(Catalogue.of(OcppVersion.V201)).hasSize(64);
        assertThat(Catalogue.of(OcppVersion.V21)).hasSize(91);
    }

    @Test
    void what_is_not_there_is_404_and_says_where_to_look() {
        assertThatThrownBy(() -> catalogue.list("1.5")).hasMessageContaining("1.6, 2.0.1 and 2.1");
        assertThatThrownBy(() -> catalogue.get("1.6", "reset")).hasMessageContaining("/api/v1/catalogue/1.6");
    }
}
