package org.ohmstead.iso15118.fetch;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads a reply of HTTP/1.1 (RFC 9112) from a connection that carries no other, and no more of it than is allowed. */
final class ReplyReader {
    private static final int LONGEST_HEAD = 16 << 10;

    private final InputStream in;
    private final int most;
    private final String where;
    private int head;

    ReplyReader(InputStream in, int most, String where) {
        this.in = new BufferedInputStream(in);
        this.most = most;
        this.where = where;
    }

    Reply read() throws IOException, NotAnswered {
        while (true) {
            int status = status(line());
            Map<String, String> headers = headers();
            if (status >= 200) {
                return new Reply(status, headers, body(headers));
            }
        }
    }

    private int status(String line) throws NotAnswered {
        if (!line.matches("HTTP/1\\.[01] \\d{3}( .*)?")) {
            throw new NotAnswered(where + " does not speak HTTP");
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private Map<String, String> headers() throws IOException, NotAnswered {
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    private String line() throws IOException, NotAnswered {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new NotAnswered(where + " has ended the connection");
            }
            if (++head > LONGEST_HEAD) {
                throw tooMuch();
            }
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }

    private String body(Map<String, String> headers) throws IOException, NotAnswered {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (headers.getOrDefault("transfer-encoding", "")
                .toLowerCase(Locale.ROOT)
                .endsWith("chunked")) {
            for (int size = number(line(), 16); size > 0; size = number(line(), 16)) {
                copy(size, body);
                head = 0;
                line();
            }
        } else if (headers.containsKey("content-length")) {
            copy(number(headers.get("content-length"), 10), body);
        } else {
            body.write(in.readNBytes(most + 1));
        }
        if (body.size() > most) {
            throw tooMuch();
        }
        return body.toString(StandardCharsets.ISO_8859_1);
    }

    private void copy(int size, ByteArrayOutputStream body) throws IOException, NotAnswered {
        if (size > most - body.size()) {
            throw tooMuch();
        }
        byte[] read = in.readNBytes(size);
        if (read.length < size) {
            throw new NotAnswered(where + " has ended the connection before its answer was whole");
        }
        body.write(read);
    }

    private int number(String text, int radix) throws NotAnswered {
        try {
            int number = Integer.parseInt(text.replaceFirst(";.*", "").strip(), radix);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // as below
        }
        throw new NotAnswered(where + " does not say how long its answer is");
    }

    private NotAnswered tooMuch() {
        return new NotAnswered(where + " sends more than " + most + " bytes");
    }
}
