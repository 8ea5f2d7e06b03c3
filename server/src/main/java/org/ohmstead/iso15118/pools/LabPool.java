package org.ohmstead.iso15118.pools;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.ohmstead.iso15118.roots.Certificates;

/**
 * Contracts for laboratories. Its answers are no EXI: each is JSON in Base64, with the chain of a fresh contract, for whoever
 * tests the way from the station and back. A real vehicle does not understand it.
 */
final class LabPool implements ContractPool {
    /** Of a wish that names none. */
    private static final List<String> EMAIDS = List.of("DELABC00000001", "DELABC00000002");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final LabPki lab;

    LabPool(LabPki lab) {
        this.lab = lab;
    }

    @Override
    public String name() {
        return "lab";
    }

    @Override
    public List<String> ask(Wish wish) {
        List<String> answers = new ArrayList<>();
        for (String emaid : wish.emaids().isEmpty() ? EMAIDS : wish.emaids()) {
            ObjectNode answer = JSON.createObjectNode()
                    .put("lab", wish.update() ? "CertificateUpdateRes" : "CertificateInstallationRes")
                    .put("schema", wish.schema())
                    .put("emaid", emaid);
            StringBuilder chain = new StringBuilder();
            for (X509Certificate each : lab.contract(emaid)) {
                chain.append(Certificates.write(each));
            }
            answer.put("contractChain", chain.toString());
            answers.add(Base64.getEncoder().encodeToString(answer.toString().getBytes(StandardCharsets.UTF_8)));
        }
        return answers;
    }

    @Override
    public String test() {
        return "The laboratory has its keys and issues contracts: "
                + lab.contract(EMAIDS.getFirst())
                        .getFirst()
                        .getSubjectX500Principal()
                        .getName();
    }
}
