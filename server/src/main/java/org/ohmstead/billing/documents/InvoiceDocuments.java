package org.ohmstead.billing.documents;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;
import org.ohmstead.billing.invoices.Invoice;
import org.ohmstead.billing.invoices.Invoices;
import org.ohmstead.billing.profile.BillingProfile;
import org.ohmstead.billing.profile.BillingProfiles;
import org.ohmstead.db.Scope;

/** Invoices as people read them. Their picture and time zone are those of today, all else is as it was. */
@Singleton
public class InvoiceDocuments {
    private final Invoices invoices;
    private final BillingProfiles profiles;

    @Inject
    public InvoiceDocuments(Invoices invoices, BillingProfiles profiles) {
        this.invoices = invoices;
        this.profiles = profiles;
    }

    /** A document with the name of its file, without what tells its type. */
    public record Document<T>(String name, T content) {}

    /** @param language null: the invoice's. @throws Refused not found; invalid */
    public Document<String> html(Scope scope, long id, @Nullable String language) {
        Invoice invoice = invoices.get(scope, id);
        BillingProfile profile = profiles.of(scope);
        return new Document<>(
                invoice.label().replaceAll("[^A-Za-z0-9_.-]", "_"),
                InvoiceHtml.of(invoice, words(invoice, language), profile.zone(), profile.logo()));
    }

    public Document<byte[]> pdf(Scope scope, long id, @Nullable String language) {
        Document<String> page = html(scope, id, language);
        return new Document<>(page.name(), InvoicePdf.of(page.content()));
    }

    private static InvoiceWords words(Invoice invoice, @Nullable String language) {
        if (language != null && !InvoiceWords.LANGUAGES.contains(language)) {
            throw Refused.invalid(
                    "language",
                    "language is '" + language + "'; allowed are " + String.join(", ", InvoiceWords.LANGUAGES) + ".");
        }
        return InvoiceWords.of(language == null ? invoice.parties().language() : language);
    }
}
