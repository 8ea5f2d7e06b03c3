package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Calls all that lets people and programs in, on a server that nobody has set up: once as it should be, and once wrongly. */
final class AccessOperations {
    private static final String EMAIL = "olga@example.org";
    private static final String PASSWORD = "a sentence of the owner";
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final DocumentedApi api;

    AccessOperations(DocumentedApi api) {
        this.api = api;
    }

    void call() {
        setUp();
        String owner = signIn();
        ownAccount(owner);
        users(owner);
        roles(owner);
        keys(owner);
        machine();
        signOut();
    }

    private void setUp() {
        assertThat(api.call("getSetup").as("").gives(200).path("needed").asBoolean())
                .isTrue();
        String link = secret(api.call("adminSetupLink").gives(200).asText());
        api.call("setUp").as("").body(setUpBody("x".repeat(43))).gives(403);
        assertThat(api.call("setUp")
                        .as("")
                        .body(setUpBody(link))
                        .gives(200)
                        .path("accessToken")
                        .asText())
                .isNotEmpty();
        api.call("setUp").as("").body(setUpBody(link)).gives(403);
        api.call("adminSetupLink").gives(409);
    }

    private static String setUpBody(String link) {
        return "{\"link\":\"" + link + "\",\"email\":\"" + EMAIL + "\",\"name\":\"Olga\",\"password\":\"" + PASSWORD
                + "\"}";
    }

    private String signIn() {
        api.call("signIn")
                .as("")
                .body(credentials(EMAIL, "a sentence of nobody"))
                .gives(401);
        JsonNode first =
                api.call("signIn").as("").body(credentials(EMAIL, PASSWORD)).gives(200);
        String refresh = "{\"refreshToken\":\"" + first.path("refreshToken").asText() + "\"}";
        api.call("refreshSignIn").as("").body(refresh).gives(200);
        api.call("refreshSignIn").as("").body(refresh).gives(401);
        return token(EMAIL, PASSWORD);
    }

    private static String credentials(String email, String password) {
        return "{\"email\":\"" + email + "\",\"password\":\"" + password + "\",\"client\":\"program\"}";
    }

    private String token(String email, String password) {
        return api.call("signIn")
                .as("")
                .body(credentials(email, password))
                .gives(200)
                .path("accessToken")
                .asText();
    }

    private void ownAccount(String owner) {
        assertThat(api.call("getMe").as(owner).gives(200).at("/user/email").asText())
                .isEqualTo(EMAIL);
        api.call("getMe").gives(200); // of a program
        api.call("renameMe").as(owner).body("{\"name\":\"Olga Ohm\"}").gives(200);
        api.call("renameMe").as(owner).body("{\"name\":\"\"}").gives(400);
        String proof = "\"currentPassword\":\"" + PASSWORD + "\"";
        String wrong = "{\"currentPassword\":\"a sentence of nobody\"}";
        api.call("makeMySecondFactor").as(owner).body(wrong).gives(403);
        String secret = api.call("makeMySecondFactor")
                .as(owner)
                .body("{" + proof + "}")
                .gives(200)
                .path("secret")
                .asText();
        String confirmation = "{" + proof + ",\"secret\":\"" + secret + "\",\"code\":\"%s\"}";
        api.call("confirmMySecondFactor")
                .as(owner)
                .body(String.format(confirmation, "12345"))
                .gives(400);
        JsonNode codes = api.call("confirmMySecondFactor")
                .as(owner)
                .body(String.format(confirmation, code(secret)))
                .gives(200);
        assertThat(codes.path("codes")).hasSize(10);
        api.call("signIn").as("").body(credentials(EMAIL, PASSWORD)).gives(401);
        api.call("makeMyRecoveryCodes").as(owner).body(wrong).gives(403);
        api.call("makeMyRecoveryCodes").as(owner).body("{" + proof + "}").gives(200);
        api.call("removeMySecondFactor").as(owner).body(wrong).gives(403);
        api.call("removeMySecondFactor").as(owner).body("{" + proof + "}").gives(204);
        api.call("changeMyPassword")
                .as(owner)
                .body("{" + proof + ",\"password\":\"short\"}")
                .gives(400);
        api.call("changeMyPassword")
                .as(owner)
                .body("{" + proof + ",\"password\":\"" + PASSWORD + "\"}")
                .gives(204);
        token(EMAIL, PASSWORD);
        JsonNode signIns = api.call("listMySignIns").as(owner).gives(200);
        for (JsonNode one : signIns) {
            if (!one.path("current").asBoolean()) {
                api.call("endMySignIn")
                        .as(owner)
                        .with("id", one.path("id").asLong())
                        .gives(204);
            }
        }
        api.call("endMySignIn").as(owner).with("id", 0).gives(404);
    }

    private void users(String owner) {
        JsonNode invited = api.call("createUser")
                .as(owner)
                .body("{\"email\":\"vera@example.org\",\"name\":\"Vera\",\"role\":\"viewer\"}")
                .gives(201);
        api.call("createUser")
                .as(owner)
                .body("{\"email\":\"vera@example.org\",\"role\":\"viewer\"}")
                .gives(409);
        api.call("createUser")
                .as(owner)
                .body("{\"email\":\"nobody\",\"role\":\"viewer\"}")
                .gives(400);
        long vera = invited.at("/user/id").asLong();
        String link = secret(invited.path("link").asText());
        api.call("lookAtPasswordLink")
                .as("")
                .body("{\"link\":\"" + link + "\"}")
                .gives(200);
        api.call("lookAtPasswordLink").as("").body("{\"link\":\"none\"}").gives(403);
        api.call("choosePassword")
                .as("")
                .body("{\"link\":\"" + link + "\",\"password\":\"short\"}")
                .gives(400);
        String chosen = "{\"link\":\"" + link + "\",\"password\":\"a sentence of hers\"}";
        api.call("choosePassword").as("").body(chosen).gives(200);
        api.call("choosePassword").as("").body(chosen).gives(403);
        api.call("listUsers").as(owner).with("q", "vera").with("limit", 1).gives(200);
        api.call("listUsers").as(owner).with("limit", 0).gives(400);
        api.call("listUsers")
                .as(token("vera@example.org", "a sentence of hers"))
                .gives(403);
        api.call("getUser").as(owner).with("id", vera).gives(200);
        api.call("getUser").as(owner).with("id", "nobody").gives(404);
        api.call("changeUser")
                .as(owner)
                .with("id", vera)
                .body("{\"role\":\"operator\"}")
                .gives(200);
        api.call("changeUser")
                .as(owner)
                .with("id", vera)
                .body("{\"role\":\"king\"}")
                .gives(400);
        api.call("makePasswordLink").as(owner).with("id", vera).gives(200);
        api.call("makePasswordLink").as(owner).with("id", 0).gives(404);
        api.call("removeSecondFactor").as(owner).with("id", vera).gives(200);
        api.call("removeSecondFactor").as(owner).with("id", 0).gives(404);
        api.call("removeUser").as(owner).with("id", vera).gives(204);
        api.call("removeUser").as(owner).with("id", vera).gives(404);
    }

    private void roles(String owner) {
        api.call("listPermissions").as(owner).gives(200);
        String role = "{\"name\":\"night-shift\",\"permissions\":[\"station.read\",\"session.stop\"]}";
        api.call("createRole").as(owner).body(role).gives(201);
        api.call("createRole").as(owner).body(role).gives(409);
        api.call("createRole")
                .as(owner)
                .body("{\"name\":\"x\",\"permissions\":[\"station.fly\"]}")
                .gives(400);
        api.call("listRoles").as(owner).gives(200);
        api.call("getRole").as(owner).with("name", "night-shift").gives(200);
        api.call("getRole").as(owner).with("name", "nobody").gives(404);
        api.call("changeRole")
                .as(owner)
                .with("name", "night-shift")
                .body("{\"note\":\"at night\"}")
                .gives(200);
        api.call("changeRole")
                .as(owner)
                .with("name", "viewer")
                .body("{\"note\":\"x\"}")
                .gives(409);
        api.call("removeRole").as(owner).with("name", "night-shift").gives(204);
        api.call("removeRole").as(owner).with("name", "night-shift").gives(404);
    }

    private void keys(String owner) {
        JsonNode made = api.call("createApiKey")
                .as(owner)
                .body("{\"name\":\"Billing\",\"permissions\":[\"session.read\"],\"networks\":\"127.0.0.0/8\"}")
                .gives(201);
        api.call("createApiKey")
                .as(owner)
                .body("{\"name\":\"x\",\"permissions\":[\"tenant.fly\"]}")
                .gives(400);
        String secret = made.path("secret").asText();
        long id = made.at("/key/id").asLong();
        api.call("listSessions").as(secret).gives(200);
        api.call("listStations").as(secret).gives(403);
        api.call("listApiKeys").as(owner).with("limit", 1).gives(200);
        api.call("listApiKeys").as(owner).with("limit", 0).gives(400);
        api.call("getApiKey").as(owner).with("id", id).gives(200);
        api.call("getApiKey").as(owner).with("id", 0).gives(404);
        api.call("revokeApiKey").as(owner).with("id", id).gives(200);
        api.call("revokeApiKey").as(owner).with("id", 0).gives(404);
        api.call("listSessions").as(secret).gives(401);
    }

    private void machine() {
        assertThat(api.call("adminListUsers").gives(200).asText()).contains(EMAIL + "  owner");
        api.call("adminPasswordLink")
                .with("email", EMAIL)
                .with("removeSecondFactor", "true")
                .gives(200);
        api.call("adminPasswordLink").with("email", "nobody@example.org").gives(404);
        api.call("adminUnlock").with("email", EMAIL).gives(200);
        api.call("adminUnlock").with("email", "nobody@example.org").gives(404);
        assertThat(api.call("adminCreateKey").with("name", "cron").gives(200).asText())
                .startsWith("omk_");
        api.call("adminCreateKey")
                .with("name", "cron")
                .with("permissions", "station.fly")
                .gives(400);
    }

    private void signOut() {
        String here = token(EMAIL, PASSWORD);
        api.call("signOut").as(here).gives(204);
        api.call("getMe").as(here).gives(401);
        String there = token(EMAIL, PASSWORD);
        api.call("signOutEverywhere").as(token(EMAIL, PASSWORD)).gives(204);
        api.call("getMe").as(there).gives(401);
    }

    private static String secret(String link) {
        return link.strip().substring(link.strip().indexOf('#') + 1);
    }

    /** What an authenticator app shows now (RFC 6238). */
    private static String code(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(base32(secret), "HmacSHA1"));
            long step = Math.floorDiv(Instant.now().getEpochSecond(), 30);
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] base32(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * 5 / 8);
        int bits = 0;
        int count = 0;
        for (char one : text.toCharArray()) {
            bits = bits << 5 | BASE32.indexOf(one);
            count += 5;
            if (count >= 8) {
                count -= 8;
                bytes.put((byte) (bits >> count));
            }
        }
        return bytes.array();
    }
}
