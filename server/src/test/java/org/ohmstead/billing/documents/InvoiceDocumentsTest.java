package org.ohmstead.billing.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ohmstead.billing.TestBilling.price;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmstead.access.Actor;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.api.Refused;
import org.ohmstead.billing.TestBilling;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.drivers.PaymentMethod;
import org.ohmstead.ledger.Account;
import org.ohmstead.ledger.Holder;
import org.ohmstead.ledger.Money;

/** Invoices as people read them. */
class InvoiceDocumentsTest {
    private TestBilling world;
    private InvoiceDocumentResource resource;

    @BeforeEach
    void anInvoice() throws IOException {
        world = new TestBilling(TestDatabases.sqlite());
        resource = new InvoiceDocumentResource(
                new InvoiceDocuments(world.invoices, world.profiles), CurrentActor.of(Actor.LOCAL));
        world.profile("{\"invoicing\":\"session\",\"name\":\"Ohm & Söhne <AG>\",\"address\":\"Platz 1\\nErlangen\","
                + "\"vatNumber\":\"DE136695976\",\"timeZone\":\"Europe/Berlin\",\"footer\":\"IBAN DE00\","
                + "\"logo\":{\"mediaType\":\"image/png\",\"base64\":\"" + picture() + "\"}}");
        Holder anna =
                Holder.driver(world.driver("<script>alert('Анна ʻกรุงเทพฯʼ')</script>", PaymentMethod.WALLET, "A1")
                        .id());
        world.wallets.move(Actor.LOCAL, Account.wallet(anna), Money.of("EUR", new BigDecimal("10")), "k", null);
        world.told(price(1, 1, "final", "1000", "1190", "A1"));
    }

    private static String picture() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BufferedImage image = new BufferedImage(120, 40, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 120; x++) {
            for (int y = 0; y < 40; y++) {
                image.setRGB(x, y, 0x2060A0);
            }
        }
        ImageIO.write(image, "png", out);
        return Base64.getEncoder().encodeToString(out.toByteArray());
    }

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "fr", "ru", "th", "uz"})
    void it_is_a_page_and_a_pdf_in_every_language_of_the_dashboard(String language) throws IOException {
        InvoiceWords words = InvoiceWords.of(language);
        String page = (String) resource.html("1", language).getEntity();
        assertThat(page)
                .contains("lang=\"" + language + "\"", words.say("invoice") + " INV-000001", words.say("to_pay"))
                .contains("Ohm &amp; Söhne &lt;AG&gt;", "Platz 1<br />Erlangen", "data:image/png;base64,")
                .doesNotContain("<script");
        byte[] pdf = (byte[]) resource.pdf("1", language).getEntity();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains("INV-000001", "Ohm & Söhne <AG>", "IBAN DE00", "CP-7");
            BufferedImage shown = new PDFRenderer(document).renderImageWithDPI(0, 60);
            assertThat(count(shown, 0x2060A0)).as("the logo").isGreaterThan(100);
            keep(language, document);
        }
    }

    private static int count(BufferedImage image, int rgb) {
        int found = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                found += (image.getRGB(x, y) & 0xFFFFFF) == rgb ? 1 : 0;
            }
        }
        return found;
    }

    /** For whoever wants to look at them: {@code -Dohmstead.invoices=folder}. */
    private static void keep(String language, PDDocument document) throws IOException {
        String folder = System.getProperty("ohmstead.invoices");
        if (folder != null) {
            Path file = Files.createDirectories(Path.of(folder)).resolve(language + ".png");
            ImageIO.write(new PDFRenderer(document).renderImageWithDPI(0, 80), "png", file.toFile());
        }
    }

    @Test
    void all_languages_have_the_same_words() {
        for (String language : InvoiceWords.LANGUAGES) {
            assertThat(InvoiceWords.of(language).keys())
                    .as(language)
                    .isEqualTo(InvoiceWords.of("en").keys());
        }
    }

    @Test
    void another_language_and_another_invoice_are_refused() {
        assertThatThrownBy(() -> resource.html("1", "xx")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> resource.pdf("2", null)).isInstanceOf(Refused.class);
        assertThat((String) resource.html("1", null).getEntity())
                .as("the driver's")
                .contains("Rechnung INV-000001");
    }
}
