package org.ohmstead.iso15118.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * One question and its reply, over a connection of its own to an address that was looked at. No client of the JDK connects to the
 * very address that was checked: it looks the name up again, and may find another (DNS rebinding).
 */
final class Exchange implements Callable<Reply> {
    private static final int HIGHEST_PORT = 0xffff;
    private static final int CONNECT_MS = 10_000;
    private static final int READ_MS = 30_000;

    private final Question question;
    private final Predicate<InetAddress> allowed;
    private volatile @Nullable Socket socket;
    private volatile boolean ended;

    Exchange(Question question, Predicate<InetAddress> allowed) {
        this.question = question;
        this.allowed = allowed;
    }

    @Override
    public Reply call() throws NotAnswered {
        URI uri = uri(question.url());
        String where = place(uri);
        try (Socket connected = connected(uri, where)) {
            OutputStream out = connected.getOutputStream();
            out.write(head(uri).getBytes(StandardCharsets.ISO_8859_1));
            Question.Body body = question.body();
            if (body != null) {
                out.write(body.toBytes());
            }
            out.flush();
            InputStream in = connected.getInputStream();
            return new ReplyReader(in, question.most(), where).read();
        } catch (IOException e) {
            throw new NotAnswered(where + " cannot be asked: " + e.getMessage());
        }
    }

    /** Ends it where nobody waits for it any more. */
    void end() {
        ended = true;
        Socket open = socket;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // it is of no use any more
            }
        }
    }

    private static URI uri(String url) throws NotAnswered {
        try {
            URI uri = URI.create(url.strip());
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if ((scheme.equals("http") || scheme.equals("https"))
                    && uri.getHost() != null
                    && uri.getPort() <= HIGHEST_PORT
                    && uri.getRawUserInfo() == null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // as below
        }
        throw new NotAnswered("the URL is none of http or https with a host, and a port that there is");
    }

    private static boolean isTls(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    private static int port(URI uri) {
        return uri.getPort() > 0 ? uri.getPort() : isTls(uri) ? 443 : 80;
    }

    private static String place(URI uri) {
        return uri.getHost() + (uri.getPort() > 0 ? ":" + uri.getPort() : "");
    }

    private Socket connected(URI uri, String where) throws IOException, NotAnswered {
        List<InetAddress> addresses = addresses(uri, where);
        IOException last = null;
        for (InetAddress address : addresses) {
            Socket plain = new Socket();
            socket = plain;
            try {
                if (ended) {
                    throw new IOException("nobody waits for it any more");
                }
                plain.setSoTimeout(READ_MS);
                plain.connect(new InetSocketAddress(address, port(uri)), CONNECT_MS);
                return isTls(uri) ? secured(plain, uri) : plain;
            } catch (IOException e) {
                plain.close();
                last = e;
            }
        }
        throw last == null ? new IOException("it has no address") : last;
    }

    private List<InetAddress> addresses(URI uri, String where) throws NotAnswered {
        try {
            List<InetAddress> all = List.of(InetAddress.getAllByName(uri.getHost()));
            if (all.stream().allMatch(allowed)) {
                return all;
            }
        } catch (UnknownHostException e) {
            throw new NotAnswered(where + " is not known to the name service");
        }
        throw new NotAnswered(
                where + " is at an address that stations may not have asked: it is not of the open internet"
                        + " (see the setting private-responders)");
    }

    private static Socket secured(Socket plain, URI uri) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket secured = (SSLSocket) factory.createSocket(plain, uri.getHost(), port(uri), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private String head(URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        Question.Body body = question.body();
        StringBuilder head = new StringBuilder(body == null ? "GET " : "POST ")
                .append(path)
                .append(query)
                .append(" HTTP/1.1\r\nHost: ")
                .append(place(uri))
                .append("\r\nConnection: close\r\nUser-Agent: Ohmstead\r\n");
        question.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        if (body != null) {
            head.append("Content-Type: ")
                    .append(body.type())
                    .append("\r\nContent-Length: ")
                    .append(body.bytes().length())
                    .append("\r\n");
        }
        return head.append("\r\n").toString();
    }
}
