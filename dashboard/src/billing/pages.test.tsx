import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Model } from "../api/client";
import { json, me, open } from "../testing/open";

const anna: Model<"Driver"> = {
  id: 7,
  name: "Anna Berg",
  email: null,
  phone: null,
  language: "de",
  address: null,
  vatNumber: null,
  company: null,
  paymentMethod: "wallet",
  note: null,
  tokens: [1],
  createdAt: "2026-03-01T12:00:00Z",
  updatedAt: "2026-03-01T12:00:00Z",
  erasedAt: null,
};

test("a driver's page shows the wallet, and what may be done with it", async () => {
  const account: Model<"MoneyAccount"> = { wallet: [{ amount: 12.5, currency: "EUR" }], owed: [] };
  const answers = { "GET /api/v1/drivers/7": () => json(anna), "GET /api/v1/drivers/7/account": () => json(account) };
  open({ ...answers, "GET /api/v1/me": () => json(me("driver.read", "wallet.write")) }, "/drivers/7");
  expect(await screen.findByText("€12.50")).toBeDefined();
  expect(await screen.findByText("Top up …")).toBeDefined();
  expect(screen.queryByText("Erase …")).toBeNull();
});

test("whoever may only read sees no button", async () => {
  const answers = { "GET /api/v1/drivers/7": () => json(anna), "GET /api/v1/drivers/7/account": () => json({ wallet: [], owed: [] }) };
  open({ ...answers, "GET /api/v1/me": () => json(me("driver.read")) }, "/drivers/7");
  expect(await screen.findByText("Owed")).toBeDefined();
  expect(screen.queryByText("Top up …")).toBeNull();
  expect(screen.queryByText("Change …")).toBeNull();
});

test("a ledger that is not in balance is said aloud", async () => {
  const totals: Model<"LedgerTotals"> = { balanced: false, accounts: [], sums: [], postings: 0 };
  open(
    {
      "GET /api/v1/me": () => json(me("ledger.read")),
      "GET /api/v1/ledger/balances": () => json(totals),
      "GET /api/v1/ledger/postings": () => json({ items: [], next: null }),
    },
    "/ledger",
  );
  expect(await screen.findByText(/The ledger is not in balance/)).toBeDefined();
});
