package org.ohmstead.iso15118.pools;

import java.util.List;
import org.ohmstead.iso15118.fetch.NotAnswered;

/** Gives vehicles their contract certificates. */
public interface ContractPool {
    /**
     * What a vehicle wants.
     *
     * @param schema  of the session, which says how to read the EXI: {@code urn:iso:15118:2:2013:MsgDef}
     * @param update  whether it has a certificate already
     * @param exi     CertificateInstallationReq, or CertificateUpdateReq, EXI in Base64
     * @param emaids  contracts to serve first; none: in whatever order
     */
    record Wish(String schema, boolean update, String exi, List<String> emaids) {}

    /** For people and the log. */
    String name();

    /**
     * Asks for the contracts of a vehicle. Waits as long as the settings say.
     *
     * @return answers for the vehicle, EXI in Base64, one for each contract; at least one
     * @throws NotAnswered there is none
     */
    List<String> ask(Wish wish) throws NotAnswered;

    /**
     * Tries whether it can be reached, without asking for a contract.
     *
     * @return what was seen, as a sentence for an operator
     * @throws NotAnswered it cannot
     */
    String test() throws NotAnswered;
}
