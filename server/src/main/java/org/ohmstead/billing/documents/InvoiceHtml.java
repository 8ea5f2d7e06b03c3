package org.ohmstead.billing.documents;

import java.math.BigDecimal;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.ohmstead.billing.bills.BillItem;
import org.ohmstead.billing.invoices.Invoice;
import org.ohmstead.billing.invoices.InvoiceKind;
import org.ohmstead.billing.invoices.InvoiceLine;
import org.ohmstead.billing.invoices.InvoiceTax;
import org.ohmstead.billing.profile.Logo;
import org.ohmstead.billing.profile.Seller;
import org.ohmstead.drivers.Person;
import org.ohmstead.ledger.Money;

/** An invoice as a page that needs nothing from anywhere; also well-formed XML, of which the PDF is made. */
final class InvoiceHtml {
    private static final String STYLE = """
        @page { size: A4; margin: 18mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 8pt; } }
        body { font-family: 'Invoice', 'Noto Sans', 'DejaVu Sans', sans-serif; font-size: 9.5pt; color: #1a1a1a; line-height: 1.4; }
        @media screen { body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; } }
        h1 { font-size: 16pt; margin: 0 0 4mm 0; }
        .head, .foot, table { width: 100%; border-collapse: collapse; }
        .head td { vertical-align: top; padding: 0 0 6mm 0; }
        .right { text-align: right; white-space: nowrap; }
        .logo { max-height: 22mm; max-width: 60mm; }
        .quiet { color: #555; }
        th { text-align: left; font-weight: bold; border-bottom: 1px solid #1a1a1a; padding: 1.5mm 1mm; }
        th.right { text-align: right; }
        .lines td { padding: 1mm; vertical-align: top; }
        .session td { border-top: 1px solid #ccc; padding-top: 2mm; font-weight: bold; }
        .sums td { padding: 1mm; }
        .total td { border-top: 1px solid #1a1a1a; font-weight: bold; font-size: 11pt; }
        .foot { margin-top: 8mm; }
        tr { page-break-inside: avoid; }
        """;

    private final Invoice invoice;
    private final InvoiceWords words;
    private final ZoneId zone;
    private final @Nullable Logo logo;
    private final StringBuilder page = new StringBuilder();

    private InvoiceHtml(Invoice invoice, InvoiceWords words, ZoneId zone, @Nullable Logo logo) {
        this.invoice = invoice;
        this.words = words;
        this.zone = zone;
        this.logo = logo;
    }

    static String of(Invoice invoice, InvoiceWords words, ZoneId zone, @Nullable Logo logo) {
        return new InvoiceHtml(invoice, words, zone, logo).whole();
    }

    private String whole() {
        String title = words.say(invoice.kind().word()) + " " + invoice.label();
        page.append("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"")
                .append(words.language())
                .append("\"><head><meta charset=\"utf-8\" /><title>")
                .append(text(title))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body>");
        head(title);
        lines();
        sums();
        foot();
        return page.append("</body></html>").toString();
    }

    private void head(String title) {
        Seller seller = invoice.parties().seller();
        Person buyer = invoice.parties().buyer();
        page.append("<table class=\"head\"><tr><td>");
        if (logo != null) {
            page.append("<img class=\"logo\" alt=\"\" src=\"data:")
                    .append(text(logo.mediaType()))
                    .append(";base64,")
                    .append(text(logo.base64()))
                    .append("\" />");
        }
        page.append("</td><td class=\"right\">");
        block(seller.name(), seller.address(), vat(seller.vatNumber()), seller.registration(), seller.email());
        page.append("</td></tr><tr><td><div class=\"quiet\">")
                .append(text(words.say("buyer")))
                .append("</div>");
        block(buyer.name(), buyer.address(), vat(buyer.vatNumber()));
        page.append("</td><td class=\"right\">");
        fact("number", invoice.label());
        fact("date", words.date(invoice.dates().issuedAt(), zone));
        fact(
                "period",
                words.date(invoice.dates().from(), zone) + " – "
                        + words.date(invoice.dates().to(), zone));
        if (toPay().isPositive()) {
            fact("due", words.date(invoice.dates().dueAt(), zone));
        }
        page.append("</td></tr></table><h1>").append(text(title)).append("</h1>");
    }

    private @Nullable String vat(@Nullable String number) {
        return number == null ? null : words.say("vat_number") + " " + number;
    }

    private void block(@Nullable String... parts) {
        for (String part : parts) {
            if (part != null) {
                page.append("<div>").append(text(part).replace("\n", "<br />")).append("</div>");
            }
        }
    }

    private void fact(String key, String value) {
        page.append("<div><span class=\"quiet\">")
                .append(text(words.say(key)))
                .append(":</span> ")
                .append(text(value))
                .append("</div>");
    }

    private void lines() {
        page.append("<table class=\"lines\"><thead><tr>");
        for (String column : new String[] {"what", "quantity", "price", "vat", "net", "gross"}) {
            page.append(column.equals("what") ? "<th>" : "<th class=\"right\">")
                    .append(text(words.say(column)))
                    .append("</th>");
        }
        page.append("</tr></thead><tbody>");
        invoice.lines().forEach(this::session);
        page.append("</tbody></table>");
    }

    private void session(InvoiceLine line) {
        String what = words.say(line.isCredit() ? "credited_session" : "session") + " " + line.session() + ", "
                + line.station() + ", " + words.time(line.startedAt(), zone) + " – " + words.time(line.endedAt(), zone);
        page.append("<tr class=\"session\"><td colspan=\"6\">")
                .append(text(what))
                .append("</td></tr>");
        line.items().forEach(this::item);
    }

    private void item(BillItem item) {
        BigDecimal price = item.price();
        BigDecimal vat = item.vat();
        page.append("<tr><td>").append(text(words.say("part." + item.part()))).append("</td>");
        cell(price == null ? "" : words.number(item.volume()) + " " + words.say("unit." + item.unit()));
        cell(price == null ? "" : words.number(price));
        cell(vat == null ? "–" : words.number(vat) + " %");
        cell(words.money(item.exclVat()));
        cell(words.money(item.inclVat()));
        page.append("</tr>");
    }

    private void cell(String value) {
        page.append("<td class=\"right\">").append(text(value)).append("</td>");
    }

    private void sums() {
        page.append("<table class=\"sums\">");
        sum("net_total", "", words.money(invoice.net()), "");
        for (InvoiceTax tax : invoice.taxes()) {
            BigDecimal vat = tax.vat();
            if (vat != null) {
                sum(
                        "vat",
                        " " + words.number(vat) + " % (" + words.money(tax.exclVat()) + ")",
                        words.money(Money.of(invoice.net().currency(), tax.tax())),
                        "");
            }
        }
        sum("total", "", words.money(invoice.total()), "total");
        if (!invoice.fromWallet().isZero()) {
            sum("from_wallet", "", words.money(invoice.fromWallet()), "");
            sum(toPay().isNegative() ? "to_receive" : "to_pay", "", words.money(toPay()), "total");
        }
        page.append("</table>");
    }

    private Money toPay() {
        return invoice.total().minus(invoice.fromWallet());
    }

    private void sum(String key, String more, String amount, String look) {
        page.append("<tr class=\"")
                .append(look)
                .append("\"><td>")
                .append(text(words.say(key) + more))
                .append("</td>");
        cell(amount);
        page.append("</tr>");
    }

    private void foot() {
        page.append("<div class=\"foot quiet\">");
        if (invoice.kind() == InvoiceKind.CREDIT_NOTE) {
            block(words.say("credit_note_says"));
        }
        block(invoice.parties().seller().footer());
        page.append("</div>");
    }

    private static String text(String raw) {
        StringBuilder safe = new StringBuilder(raw.length());
        raw.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(isOfXml(c) ? c : 0xFFFD);
            }
        });
        return safe.toString();
    }

    private static boolean isOfXml(int c) {
        return c == '\n'
                || c == '\t'
                || c == '\r'
                || (c >= ' ' && c < 0xD800)
                || (c > 0xDFFF && c < 0xFFFE)
                || c > 0xFFFF;
    }
}
