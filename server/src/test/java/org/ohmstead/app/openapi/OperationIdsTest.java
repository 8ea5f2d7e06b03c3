package org.ohmstead.app.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OperationIdsTest {
    @ParameterizedTest
    @CsvSource({
        "GET, true, /api/v1/stations, listStations",
        "GET, true, /api/v1/stations/{station}/connectors, listStationConnectors",
        "GET, true, /api/v1/stations/{station}/job-statuses, listStationJobStatuses",
        "GET, false, /api/v1/stations/{station}, getStation",
        "GET, false, /api/v1/job-statuses/{id}, getJobStatus",
        "GET, false, /api/v1/policies/{id}, getPolicy",
        "GET, false, /api/v1/status, getStatus",
        "GET, false, /health/live, getHealthLive",
        "POST, false, /api/v1/tokens, createToken",
        "PATCH, false, /api/v1/tokens/{id}, changeToken",
        "DELETE, false, /api/v1/tokens/{id}, removeToken",
        "PUT, false, /api/v1/stations/{station}/password, setStationPassword",
    })
    void an_operation_is_called_by_what_it_does_to_what_its_route_names(
            HttpMethod method, boolean page, String path, String id) {
        assertThat(OperationIds.of(method, path, page)).isEqualTo(id);
    }
}
