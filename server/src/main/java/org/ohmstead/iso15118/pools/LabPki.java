package org.ohmstead.iso15118.pools;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ohmstead.iso15118.Iso15118Settings;
import org.ohmstead.iso15118.roots.RootUse;

/**
 * The authorities of a laboratory, by the names that ISO 15118-2 gives them (Annex E): each is a file with its certificate and one
 * with its key, which whoever runs the laboratory may load into vehicles and stations. Made when first needed. They vouch for
 * nothing: nobody may install them where real drivers pay.
 */
@Singleton
public final class LabPki {
    private static final Duration ROOT = Duration.ofDays(40 * 365);
    private static final Duration BELOW = Duration.ofDays(4 * 365);
    private static final Duration VEHICLE = Duration.ofDays(20 * 365);
    private static final Duration CONTRACT = Duration.ofDays(365);

    private final Path folder;
    private final Clock clock;
    private @Nullable Map<String, Identity> identities;

    @Inject
    public LabPki(Iso15118Settings settings, Clock clock) {
        this.folder = settings.lab();
        this.clock = clock;
    }

    /** Its root certificates, by what they vouch for. */
    public Map<RootUse, X509Certificate> roots() {
        Map<RootUse, X509Certificate> roots = new LinkedHashMap<>();
        roots.put(RootUse.V2G, get("v2g-root").certificate());
        roots.put(RootUse.MO, get("mo-root").certificate());
        roots.put(RootUse.OEM, get("oem-root").certificate());
        return roots;
    }

    /** A fresh contract. @return the chain, the leaf first, without the root */
    List<X509Certificate> contract(String emaid) {
        Identity issuer = get("mo-sub");
        Identity contract = Identity.make(emaid, issuer, Identity.Kind.LEAF, clock.instant(), CONTRACT);
        return List.of(contract.certificate(), issuer.certificate());
    }

    private synchronized Identity get(String name) {
        Map<String, Identity> known = identities;
        if (known == null) {
            known = loaded();
            identities = known;
        }
        Identity found = known.get(name);
        if (found == null) {
            throw new IllegalArgumentException("the laboratory has no " + name);
        }
        return found;
    }

    private Map<String, Identity> loaded() {
        try {
            Files.createDirectories(folder);
            Map<String, Identity> all = new LinkedHashMap<>();
            Identity v2g = add(all, "v2g-root", "Lab V2G Root CA", null, Identity.Kind.AUTHORITY, ROOT);
            Identity cpo = add(all, "cpo-sub1", "Lab CPO Sub1 CA", v2g, Identity.Kind.AUTHORITY, BELOW);
            add(all, "cpo-sub2", "Lab CPO Sub2 CA", cpo, Identity.Kind.AUTHORITY, BELOW);
            Identity mo = add(all, "mo-root", "Lab MO Root CA", null, Identity.Kind.AUTHORITY, ROOT);
            add(all, "mo-sub", "Lab MO Sub CA", mo, Identity.Kind.AUTHORITY, BELOW);
            Identity oem = add(all, "oem-root", "Lab OEM Root CA", null, Identity.Kind.AUTHORITY, ROOT);
            add(all, "oem-provisioning", "WMI0LABVEHICLE0001", oem, Identity.Kind.LEAF, VEHICLE);
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException("The laboratory cannot be read from or written to " + folder, e);
        }
    }

    private Identity add(
            Map<String, Identity> all,
            String file,
            String name,
            @Nullable Identity issuer,
            Identity.Kind kind,
            Duration lasts)
            throws IOException {
        Identity standing = Identity.load(folder, file);
        Identity one = standing == null ? Identity.make(name, issuer, kind, clock.instant(), lasts) : standing;
        if (standing == null) {
            one.save(folder, file);
        }
        all.put(file, one);
        return one;
    }
}
