import { fireEvent, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { json, me, open } from "../testing/open";

const acme = {
  slug: "acme",
  name: "Acme Charging",
  state: "suspended",
  stationPath: "/ocpp/acme/{identity}",
  createdAt: "2026-05-01T00:00:00Z",
  suspendedAt: "2026-05-02T00:00:00Z",
  suspendedFor: "The contract ended",
  removalAt: null,
};

test("an organisation is made with its short name, and its first owner's link is shown", async () => {
  const sent: unknown[] = [];
  const { router } = open(
    {
      "GET /api/v1/me": () => json(me("tenant.read", "tenant.write")),
      "GET /api/v1/tenants": (request) => {
        expect(new URL(request.url).searchParams.get("state")).toBe("suspended");
        return json({ items: [acme], next: null });
      },
      "POST /api/v1/tenants": async (request) => {
        sent.push(await request.json());
        const owner = { user: { email: "olga@acme.example" }, link: "https://csms.example/password#s", linkExpiresAt: "2026-05-03T00:00:00Z" };
        return json({ tenant: acme, owner }, 201);
      },
    },
    "/tenants?state=suspended",
  );
  fireEvent.click(await screen.findByRole("button", { name: /New organisation/ }));
  fireEvent.change(screen.getByLabelText("Name"), { target: { value: " Acme Charging " } });
  fireEvent.change(screen.getByLabelText("Short name"), { target: { value: "acme" } });
  fireEvent.change(screen.getByLabelText("E-mail address of the owner"), { target: { value: "olga@acme.example" } });
  fireEvent.click(screen.getByRole("button", { name: "Make it" }));
  expect(await screen.findByText("https://csms.example/password#s")).toBeDefined();
  expect(sent).toEqual([{ name: "Acme Charging", slug: "acme", ownerEmail: "olga@acme.example" }]);
  expect(router.state.location.pathname).toBe("/tenants");
});
