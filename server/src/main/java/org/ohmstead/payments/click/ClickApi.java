package org.ohmstead.payments.click;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import org.ohmstead.payments.gateways.Account;
import org.ohmstead.payments.gateways.AccountKey;
import org.ohmstead.payments.gateways.ProviderHttp;
import org.ohmstead.payments.gateways.ProviderHttp.NoReply;
import org.ohmstead.payments.gateways.ProviderHttp.Reply;
import org.ohmstead.payments.state.Payment;

/** Click's Merchant API (docs.click.uz/en/merchant-api-request), as far as it is needed to give money back. */
@Singleton
public class ClickApi {
    private static final String BASE = "https://api.click.uz/v2/merchant";
    /** By whose days Click counts. */
    private static final ZoneId TASHKENT = ZoneId.of("Asia/Tashkent");

    private final ProviderHttp http;
    private final String base;
    private final Clock clock;

    @Inject
    public ClickApi(Clock clock) {
        this(new ProviderHttp(), BASE, clock);
    }

    /** @param base for tests, of another server */
    public ClickApi(ProviderHttp http, String base, Clock clock) {
        this.http = http;
        this.base = base;
        this.clock = clock;
    }

    /** What came of it. */
    enum Reversal {
        DONE,
        REFUSED,
        UNCLEAR
    }

    /** Has a payment reversed, unless it is already. */
    Reversal reverse(Account account, Payment payment) throws NoReply {
        String service = account.key(AccountKey.SERVICE_ID);
        String day = ZonedDateTime.ofInstant(payment.createdAt(), TASHKENT)
                .toLocalDate()
                .toString();
        Reply found =
                http.send(request(account, "/payment/status_by_mti/" + service + "/" + payment.reference() + "/" + day)
                        .GET());
        JsonNode id = found.body().path("payment_id");
        if (!found.isGood() || !id.isIntegralNumber()) {
            return Reversal.UNCLEAR;
        }
        if (isReversed(account, service, id.longValue())) {
            return Reversal.DONE;
        }
        Reply answer = http.send(request(account, "/payment/reversal/" + service + "/" + id.longValue())
                .DELETE());
        if (!answer.isGood() || !answer.body().path("error_code").isIntegralNumber()) {
            return Reversal.UNCLEAR;
        }
        return answer.body().path("error_code").intValue() == 0 ? Reversal.DONE : Reversal.REFUSED;
    }

    /** A status below 0 is one of a payment that was taken back; 2 is success. */
    private boolean isReversed(Account account, String service, long id) throws NoReply {
        Reply status = http.send(
                request(account, "/payment/status/" + service + "/" + id).GET());
        JsonNode word = status.body().path("payment_status");
        return status.isGood()
                && status.body().path("error_code").asInt(-1) == 0
                && word.isIntegralNumber()
                && word.intValue() < 0;
    }

    private HttpRequest.Builder request(Account account, String path) {
        String time = Long.toString(clock.instant().getEpochSecond());
        return HttpRequest.newBuilder(URI.create(base + path))
                .header(
                        "Auth",
                        account.key(AccountKey.USER_ID) + ":" + sha1(time + account.key(AccountKey.SECRET_KEY)) + ":"
                                + time);
    }

    private static String sha1(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible); // each JDK has it
        }
    }
}
