package org.ohmstead.files;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;

/**
 * The file in a form, as browsers and some stations POST it (RFC 7578): the first part that has a file's name, read as it comes. What
 * stands in front of it is passed over; what follows it is not looked at, but it must have an end.
 */
final class MultipartBody extends InputStream {
    private static final Pattern BOUNDARY =
            Pattern.compile("(?i)multipart/form-data\\s*;.*?boundary=(?:\"([^\"]{1,70})\"|([^;\\s]{1,70})).*");
    private static final Pattern FILE_NAME =
            Pattern.compile("(?i)[;\\s]filename=(?:\"((?:\\\\.|[^\"\\\\])*)\"|([^;\\s]+))");
    private static final int LONGEST_HEADER = 8 << 10;

    private final InputStream in;
    private final byte[] delimiter;
    private final byte[] window;
    private int filled;
    private int at;
    private boolean ended;
    private @Nullable String fileName;

    private MultipartBody(InputStream in, String boundary) {
        this.in = new BufferedInputStream(in, 64 << 10);
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        this.window = new byte[delimiter.length];
    }

    /** The boundary that a content type names; empty: it is no form. */
    static Optional<String> boundary(@Nullable String contentType) {
        Matcher matcher = BOUNDARY.matcher(contentType == null ? "" : contentType.strip());
        return matcher.matches()
                ? Optional.of(matcher.group(1) == null ? matcher.group(2) : matcher.group(1))
                : Optional.empty();
    }

    /** @throws Refused malformed: there is no file in it */
    static MultipartBody open(InputStream in, String boundary) throws IOException {
        MultipartBody body = new MultipartBody(in, boundary);
        try {
            body.skipToFile();
        } catch (EOFException e) {
            throw broken("It ends before a file begins.");
        }
        return body;
    }

    private static Refused broken(String why) {
        return new Refused(
                Refused.Kind.MALFORMED,
                "Malformed form",
                why + " Send one part with a filename, or the file alone as the body.",
                null);
    }

    /** As whoever sent it called it; null: not at all. */
    @Nullable
    String fileName() {
        return fileName;
    }

    private void skipToFile() throws IOException {
        String first = "--" + new String(delimiter, 4, delimiter.length - 4, StandardCharsets.ISO_8859_1);
        String line = line();
        while (!line.startsWith(first)) {
            line = line();
        }
        while (true) {
            if (line.startsWith(first + "--")) {
                throw broken("None of its parts is a file.");
            }
            readHeaders();
            if (fileName != null) {
                fill();
                return;
            }
            do {
                line = line();
            } while (!line.startsWith(first));
        }
    }

    private void readHeaders() throws IOException {
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-disposition:")) {
                Matcher name = FILE_NAME.matcher(header);
                if (name.find()) {
                    fileName = name.group(1) == null
                            ? name.group(2)
                            : name.group(1).replaceAll("\\\\(.)", "$1");
                }
            }
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            if (line.length() > LONGEST_HEADER) {
                throw broken("A line in front of the file has more than " + LONGEST_HEADER + " bytes.");
            }
            line.append((char) next);
        }
        int end = line.length() - 1;
        return end >= 0 && line.charAt(end) == '\r' ? line.substring(0, end) : line.toString();
    }

    /** A file begins. */
    private void fill() throws IOException {
        filled = in.readNBytes(window, 0, window.length);
        at = 0;
    }

    /** The window always holds as many bytes as the delimiter has: when they are the delimiter, the file has ended. */
    @Override
    public int read() throws IOException {
        if (ended) {
            return -1;
        }
        if (filled < window.length) {
            throw new EOFException("the form ends within its file");
        }
        if (isDelimiter()) {
            ended = true;
            return -1;
        }
        int next = window[at] & 0xff;
        int more = in.read();
        if (more < 0) {
            throw new EOFException("the form ends within its file");
        }
        window[at] = (byte) more;
        at = at + 1 == window.length ? 0 : at + 1;
        return next;
    }

    private boolean isDelimiter() {
        if (window[at] != '\r') {
            return false;
        }
        for (int i = 0; i < delimiter.length; i++) {
            int place = at + i;
            if (window[place < window.length ? place : place - window.length] != delimiter[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int next = read();
            if (next < 0) {
                return count == 0 ? -1 : count;
            }
            into[offset + count++] = (byte) next;
        }
        return count;
    }
}
