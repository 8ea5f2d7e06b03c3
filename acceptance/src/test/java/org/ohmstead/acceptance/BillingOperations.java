package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

/** Calls all that is about drivers, bills, invoices and the ledger: as it should be, and wrongly. */
final class BillingOperations {
    private final DocumentedApi api;

    BillingOperations(DocumentedApi api) {
        this.api = api;
    }

    void call() {
        profile();
        long company = company();
        long driver = driver(company);
        money(driver, company);
        bills();
        invoices(driver);
        ledger(driver);
        rights(driver);
    }

    private void profile() {
        assertThat(api.call("getBillingProfile").gives(200).path("invoicing").asText())
                .isEqualTo("none");
        api.call("changeBillingProfile")
                .body("{\"name\":\"Ohm AG\",\"address\":\"Platz 1\\nErlangen\",\"timeZone\":\"Europe/Berlin\"}")
                .gives(200);
        api.call("changeBillingProfile").body("{\"timeZone\":\"Mars\"}").gives(400);
        api.call("changeBillingProfile").body("{\"invoiceSeries\":\"CN\"}").gives(400);
        api.call("changeBillingProfile")
                .body("{\"logo\":{\"mediaType\":\"image/png\",\"base64\":\"AAAA\"}}")
                .gives(400);
    }

    private long company() {
        long id = api.call("createCompany")
                .body("{\"name\":\"Acme GmbH\",\"tokenGroups\":[\"BILLED\"],\"language\":\"de\"}")
                .gives(201)
                .path("id")
                .asLong();
        api.call("createCompany")
                .body("{\"name\":\"Other\",\"tokenGroups\":[\"billed\"]}")
                .gives(409);
        api.call("createCompany").body("{}").gives(400);
        api.call("getCompany").with("id", id).gives(200);
        api.call("getCompany").with("id", 999999).gives(404);
        api.call("changeCompany").with("id", id).body("{\"note\":\"n\"}").gives(200);
        api.call("changeCompany").with("id", id).body("{\"name\":\"\"}").gives(400);
        api.call("changeCompany").with("id", 999999).body("{}").gives(404);
        api.list("listCompanies");
        api.call("listCompanies").with("q", "acme").gives(200);
        return id;
    }

    private long driver(long company) {
        long token = api.call("createToken")
                .body("{\"value\":\"DOC-DRIVER\"}")
                .gives(201)
                .path("id")
                .asLong();
        String anna = "{\"name\":\"Anna Berg\",\"email\":\"anna@example.org\",\"paymentMethod\":\"wallet\",\"tokens\":["
                + token + "]}";
        long id = api.call("createDriver").body(anna).gives(201).path("id").asLong();
        api.call("createDriver").body(anna).gives(409);
        api.call("createDriver").body("{\"name\":\"B\",\"tokens\":[0]}").gives(400);
        api.call("getDriver").with("id", id).gives(200);
        api.call("getDriver").with("id", 999999).gives(404);
        api.call("changeDriver")
                .with("id", id)
                .body("{\"company\":" + company + "}")
                .gives(200);
        api.call("changeDriver").with("id", id).body("{\"company\":0}").gives(400);
        api.call("changeDriver").with("id", 999999).body("{}").gives(404);
        api.list("listDrivers");
        api.call("listDrivers")
                .with("q", "anna")
                .with("company", company)
                .with("tokenId", token)
                .gives(200);
        return id;
    }

    private void money(long driver, long company) {
        String some = "{\"amount\":12.50,\"currency\":\"EUR\",\"note\":\"In cash\"}";
        api.call("moveDriverWallet").with("id", driver).body(some).gives(200);
        api.call("moveDriverWallet")
                .with("id", driver)
                .body(some.replace("12.50", "-99"))
                .gives(409);
        api.call("moveDriverWallet")
                .with("id", driver)
                .body(some.replace("12.50", "1.005"))
                .gives(400);
        api.call("moveDriverWallet").with("id", 999999).body(some).gives(404);
        api.call("getDriverAccount").with("id", driver).gives(200);
        api.call("getDriverAccount").with("id", 999999).gives(404);
        api.call("receiveDriverPayment").with("id", driver).body(some).gives(200);
        api.call("receiveDriverPayment")
                .with("id", driver)
                .body(some.replace("12.50", "-12.50"))
                .gives(200);
        api.call("receiveDriverPayment").with("id", driver).body("{}").gives(400);
        api.call("receiveDriverPayment").with("id", 999999).body(some).gives(404);
        api.call("receiveCompanyPayment").with("id", company).body(some).gives(200);
        api.call("receiveCompanyPayment").with("id", company).body("{}").gives(400);
        api.call("receiveCompanyPayment").with("id", 999999).body(some).gives(404);
        api.call("getCompanyAccount").with("id", company).gives(200);
        api.call("getCompanyAccount").with("id", 999999).gives(404);
    }

    private void bills() {
        api.list("listBills");
        api.call("listBills")
                .with("state", "held")
                .with("session", 1)
                .with("driver", 1)
                .with("invoice", 1)
                .gives(200);
        api.call("listBills").with("driver", 1).with("company", 1).gives(400);
        api.call("listBills").with("station", "NOBODY").gives(404);
        api.call("getBill").with("id", 999999).gives(404);
        api.call("releaseBill").with("id", 999999).gives(404);
    }

    private void invoices(long driver) {
        api.list("listInvoices");
        api.call("listInvoices").with("kind", "invoice").with("driver", driver).gives(200);
        api.call("listInvoices").with("from", "yesterday").gives(400);
        api.call("collectInvoices").body("{\"driver\":" + driver + "}").gives(200);
        api.call("collectInvoices").body("{\"driver\":1,\"company\":1}").gives(400);
        for (String operation : new String[] {"getInvoice", "getInvoicePage", "getInvoicePdf"}) {
            api.call(operation).with("id", 999999).gives(404);
        }
    }

    private void ledger(long driver) {
        assertThat(api.call("getLedgerBalances").gives(200).path("balanced").asBoolean())
                .isTrue();
        assertThat(api.list("listLedgerPostings")).isNotEmpty();
        api.call("listLedgerPostings")
                .with("account", "wallet")
                .with("driver", driver)
                .gives(200);
        api.call("listLedgerPostings").with("account", "mattress").gives(400);
    }

    private void rights(long driver) {
        assertThat(api.call("exportDriver").with("id", driver).gives(200).at("/movements"))
                .isNotEmpty();
        api.call("exportDriver").with("id", 999999).gives(404);
        api.call("eraseDriver").with("id", driver).gives(409);
        api.call("moveDriverWallet")
                .with("id", driver)
                .body("{\"amount\":-12.50,\"currency\":\"EUR\"}")
                .gives(200);
        assertThat(api.call("eraseDriver")
                        .with("id", driver)
                        .gives(200)
                        .path("name")
                        .asText())
                .isEqualTo("Erased driver " + driver);
        api.call("eraseDriver").with("id", driver).gives(409);
        api.call("eraseDriver").with("id", 999999).gives(404);
    }
}
