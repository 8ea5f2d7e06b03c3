import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Model } from "../api/client";
import { json, me, open, type Answers } from "../testing/open";

const payment: Model<"Payment"> = {
  id: 7,
  gateway: "stripe",
  mode: "test",
  state: "captured",
  currency: "EUR",
  amount: 25,
  held: 25,
  cost: 17.35,
  captured: 17.35,
  refunded: 7.3,
  debt: 0,
  key: "k",
  subject: "session:17",
  reference: "aa",
  createdBy: "user:anna@example.org",
  createdAt: "2026-01-01T00:00:00Z",
  changedAt: "2026-01-01T00:00:00Z",
  history: [{ at: "2026-01-01T00:00:00Z", state: "captured", operation: "capture", amount: 17.35, cause: "provider", note: "a note" }],
};

const answers = (...permissions: string[]): Answers => ({
  "GET /api/v1/me": () => json(me("payment.read", ...permissions)),
  "GET /api/v1/payments": () => json({ items: [payment], next: null }),
  "GET /api/v1/payments/7": () => json(payment),
});

test("a payment shows its money and its history, and without the permission nothing can be given back", async () => {
  open(answers(), "/payments/7");
  expect(await screen.findByText("a note")).toBeDefined();
  expect(screen.getAllByText("€17.35").length).toBeGreaterThan(0);
  expect(screen.queryByRole("button", { name: /Give back/ })).toBeNull();
});

test("what is left is given back, and the same again is the same refund", async () => {
  const bodies: Model<"PaymentRefundBody">[] = [];
  const refund = async (request: Request) => {
    bodies.push((await request.json()) as Model<"PaymentRefundBody">);
    return bodies.length === 1 ? json({ title: "Took too long", status: 503, detail: "Look first." }, 503) : json({ ...payment, state: "refunded" });
  };
  open({ ...answers("payment.refund"), "POST /api/v1/payments/7/refund": refund }, "/payments/7");
  fireEvent.click(await screen.findByRole("button", { name: /Give back/ }));
  const send = await screen.findByRole("button", { name: "Give back" });
  fireEvent.click(send);
  expect(await screen.findByText("Look first.")).toBeDefined();
  fireEvent.click(send);
  await waitFor(() => {
    expect(bodies).toHaveLength(2);
  });
  expect(bodies[0]?.amount).toBe(10.05);
  expect(bodies[1]).toEqual(bodies[0]);
});

test("a provider is set up with the keys that it has", async () => {
  const bodies: Model<"PaymentGatewayBody">[] = [];
  const list: Answers = { "GET /api/v1/payment-gateways": () => json({ items: [], next: null }) };
  const create = async (request: Request) => {
    bodies.push((await request.json()) as Model<"PaymentGatewayBody">);
    return json({ id: 1 }, 201);
  };
  open({ ...answers("payment-gateway.read", "payment-gateway.write"), ...list, "POST /api/v1/payment-gateways": create }, "/payments/gateways");
  fireEvent.click(await screen.findByRole("button", { name: /Set up/ }));
  fireEvent.change(await screen.findByLabelText("Provider"), { target: { value: "payme" } });
  fireEvent.change(screen.getByLabelText("Merchant number"), { target: { value: "desk" } });
  fireEvent.change(screen.getByLabelText("Secret key"), { target: { value: "s1" } });
  fireEvent.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => {
    expect(bodies).toEqual([{ enabled: true, gateway: "payme", mode: "test", merchantId: "desk", secretKey: "s1" }]);
  });
});
