package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.codec.values.Json;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.v2.AuthorizationStatus;
import org.ohmstead.ocpp.v2.Authorize;
import org.ohmstead.ocpp.v2.Authorize.AuthorizeCertificateStatus;
import org.ohmstead.ocpp.v2.Get15118EVCertificate;
import org.ohmstead.ocpp.v2.Get15118EVCertificate.CertificateAction;
import org.ohmstead.ocpp.v2.GetCertificateStatus;
import org.ohmstead.ocpp.v2.GetCertificateStatus.GetCertificateStatusKind;
import org.ohmstead.ocpp.v2.HashAlgorithm;
import org.ohmstead.ocpp.v2.IdToken;
import org.ohmstead.ocpp.v2.OCSPRequestData;
import org.ohmstead.simulator.fleet.SimStation;
import org.ohmstead.simulator.fleet.Simulators;
import org.ohmstead.simulator.station.StationOptions;

/** Calls all about contract certificates, with a station of 2.1 and the laboratory: as it should be, and wrongly. */
final class ContractOperations {
    private static final String STATION = "CONTRACTS";
    private static final String SCHEMA = "urn:iso:15118:2:2013:MsgDef";

    private final DocumentedApi api;
    private final SimStation station;

    /** @param server with {@code --contract-pool=lab} */
    ContractOperations(DocumentedApi api, ServerProcess server, Simulators simulators) {
        this.api = api;
        api.call("createStation").body("{\"identity\":\"" + STATION + "\"}").gives(201);
        station = simulators.station(
                new StationOptions(STATION).url(server.stationUrl()).version(OcppVersion.V21));
        station.connect();
    }

    void call() {
        JsonNode pool = api.call("getContractPool").gives(200);
        assertThat(pool.path("pool").asText()).isEqualTo("lab");
        assertThat(api.call("testContractPool").gives(200).path("reached").asBoolean())
                .isTrue();
        JsonNode contract = contract();
        String chain = contract.path("contractChain").asText();
        String emaid = contract.path("emaid").asText();
        assertThat(authorize(emaid, chain).certificateStatus()).isEqualTo(AuthorizeCertificateStatus.CertChainError);
        roots(pool.path("roots"));
        leniency();
        assertThat(authorize(emaid, chain).certificateStatus()).isEqualTo(AuthorizeCertificateStatus.ContractCancelled);
        api.call("createToken")
                .body("{\"value\":\"" + emaid + "\",\"type\":\"eMAID\"}")
                .gives(201);
        Authorize.Response good = authorize(emaid, chain);
        assertThat(good.certificateStatus()).isEqualTo(AuthorizeCertificateStatus.Accepted);
        assertThat(good.idTokenInfo().status()).isEqualTo(AuthorizationStatus.Accepted);
        nobodyIsAskedAtThisMachine();
        requests();
    }

    private <R extends OcppResult> R answer(OcppCall<R> call) {
        Outcome<R> outcome = station.send(call);
        assertThat(outcome).isInstanceOf(Outcome.Answered.class);
        return ((Outcome.Answered<R>) outcome).response();
    }

    private JsonNode contract() {
        Get15118EVCertificate.Response given =
                answer(new Get15118EVCertificate.Request(SCHEMA, CertificateAction.Install, "gJgC", 2, null));
        assertThat(given.remainingContracts()).isEqualTo(1);
        try {
            return Json.TREES.readTree(
                    new String(Base64.getDecoder().decode(given.exiResponse()), StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private Authorize.Response authorize(String emaid, String chain) {
        return answer(new Authorize.Request(new IdToken(emaid, "eMAID"), chain, null));
    }

    private void roots(JsonNode offered) {
        JsonNode first = null;
        for (JsonNode root : offered) {
            ObjectNode body = JsonNodeFactory.instance
                    .objectNode()
                    .put("use", root.path("use").asText())
                    .put("certificate", root.path("certificate").asText())
                    .put("note", "laboratory");
            JsonNode added = api.call("addContractRoot").body(body.toString()).gives(201);
            first = first == null ? added : first;
            api.call("addContractRoot").body(body.toString()).gives(409);
        }
        assertThat(first).isNotNull();
        api.call("addContractRoot")
                .body("{\"use\":\"mo\",\"certificate\":\"hello\"}")
                .gives(400);
        assertThat(api.call("listContractRoots").with("use", "mo").gives(200).path("items"))
                .hasSize(1);
        api.call("listContractRoots").with("use", "csms").gives(400);
        long id = first.path("id").asLong();
        api.call("getContractRoot").with("id", id).gives(200);
        api.call("getContractRoot").with("id", 999999).gives(404);
        api.call("removeContractRoot").with("id", id).gives(204);
        api.call("removeContractRoot").with("id", id).gives(404);
    }

    private void leniency() {
        assertThat(api.call("getContractLeniency").gives(200).has("warning")).isFalse();
        api.call("setContractLeniency").body("{\"withoutOcsp\":true}").gives(400);
        JsonNode now = api.call("setContractLeniency")
                .body("{\"withoutOcsp\":true,\"expired\":false,\"unknownRoot\":false}")
                .gives(200);
        assertThat(now.path("warning").asText()).contains("no responder need answer");
    }

    private void nobodyIsAskedAtThisMachine() {
        GetCertificateStatus.Response refused = answer(new GetCertificateStatus.Request(
                new OCSPRequestData(HashAlgorithm.SHA256, "ab", "ab", "1", "http://127.0.0.1:1/")));
        assertThat(refused.status()).isEqualTo(GetCertificateStatusKind.Failed);
        assertThat(refused.statusInfo().additionalInfo()).contains("private-responders");
    }

    private void requests() {
        JsonNode all = api.call("listCertificateRequests")
                .with("station", STATION)
                .gives(200)
                .path("items");
        assertThat(all.findValuesAsText("outcome"))
                .isEqualTo(List.of("Failed", "Accepted", "ContractCancelled", "CertChainError", "Accepted"));
        assertThat(api.call("listCertificateRequests")
                        .with("action", "Authorize")
                        .with("outcome", "Accepted")
                        .gives(200)
                        .path("items"))
                .isNotEmpty();
        api.call("listCertificateRequests").with("station", "NOBODY").gives(404);
        api.call("listCertificateRequests").with("from", "yesterday").gives(400);
    }
}
