package org.ohmstead.stations.securityprofiles;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.naming.InvalidNameException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/**
 * Whom a certificate is for, in the parts that count here.
 *
 * @param commonNames   as they stand in it, the most particular first
 * @param organisations as they stand in it
 */
record DistinguishedName(List<String> commonNames, List<String> organisations) {

    static DistinguishedName of(X500Principal subject) {
        return new DistinguishedName(values(subject, "CN"), values(subject, "O"));
    }

    private static List<String> values(X500Principal subject, String type) {
        try {
            List<Rdn> parts = new LdapName(subject.getName(X500Principal.RFC2253)).getRdns();
            return parts.reversed().stream()
                    .map(part -> part.toAttributes().get(type))
                    .filter(attribute -> attribute != null)
                    .flatMap(attribute -> texts(attribute).stream())
                    .toList();
        } catch (InvalidNameException e) {
            return List.of();
        }
    }

    private static List<String> texts(Attribute attribute) {
        try {
            NamingEnumeration<?> all = attribute.getAll();
            return Collections.list(all).stream().map(String::valueOf).toList();
        } catch (NamingException e) {
            return List.of();
        }
    }

    /** Whether an organisation contains this text, in whatever case (A00.FR.404). */
    boolean isOf(String organisation) {
        String wanted = organisation.toLowerCase(Locale.ROOT);
        return organisations.stream()
                .anyMatch(each -> each.toLowerCase(Locale.ROOT).contains(wanted));
    }

    /**
     * Whether a common name contains a serial number (A00.FR.405): as a word of its own, in whatever case, because {@code CP-12}
     * contains the serial number 1 by its letters alone.
     */
    static boolean contains(String commonName, String serial) {
        String wanted = serial.strip();
        return !wanted.isEmpty()
                && Pattern.compile(
                                "(?<![\\p{L}\\p{N}])" + Pattern.quote(wanted) + "(?![\\p{L}\\p{N}])",
                                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                        .matcher(commonName)
                        .find();
    }
}
