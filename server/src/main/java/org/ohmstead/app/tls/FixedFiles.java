package org.ohmstead.app.tls;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files that somebody else writes: an operator, certbot, a secret of Kubernetes. */
record FixedFiles(List<Pair> pairs) implements CertificateSource {

    /** @param keys in the order of the certificates; none: the files of the certificates hold them too */
    static FixedFiles of(List<String> certificates, List<String> keys) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < certificates.size(); i++) {
            Path certificate = Path.of(certificates.get(i));
            pairs.add(new Pair(certificate, keys.isEmpty() ? certificate : Path.of(keys.get(i))));
        }
        return new FixedFiles(List.copyOf(pairs));
    }

    @Override
    public Origin origin() {
        return Origin.FILES;
    }
}
