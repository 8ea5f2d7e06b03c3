package org.ohmstead.billing.documents;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Makes a PDF of a page. It fetches nothing from anywhere: pictures stand in the page, fonts come with the server. */
final class InvoicePdf {
    static {
        XRLog.setLoggingEnabled(false); // it tells of each font, for each document
    }

    private InvoicePdf() {}

    static byte[] of(String page) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFont(() -> font("NotoSans-Regular.ttf"), "Invoice", 400, FontStyle.NORMAL, true);
        builder.useFont(() -> font("NotoSans-Bold.ttf"), "Invoice", 700, FontStyle.NORMAL, true);
        builder.useFont(() -> font("NotoSansThai-Regular.ttf"), "Noto Sans", 400, FontStyle.NORMAL, true);
        builder.useFont(() -> font("NotoSansThai-Bold.ttf"), "Noto Sans", 700, FontStyle.NORMAL, true);
        builder.useUriResolver((base, uri) -> uri != null && uri.startsWith("data:") ? uri : null);
        builder.withHtmlContent(page, null);
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException("An invoice cannot be made a PDF", e);
        }
        return out.toByteArray();
    }

    private static InputStream font(String name) {
        return Objects.requireNonNull(InvoicePdf.class.getResourceAsStream("/fonts/" + name), name);
    }
}
