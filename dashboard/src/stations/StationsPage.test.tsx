import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { json, me, open, type Answers } from "../testing/open";

const station = (identity: string, ocppVersion: string) => ({
  identity,
  name: null,
  admission: "accepted",
  registration: "accepted",
  connected: true,
  ocppVersion,
  vendor: null,
  model: null,
  firmwareVersion: null,
  serialNumber: null,
  lastSeenAt: null,
  lastBootAt: null,
  address: null,
  groups: [],
  summary: { status: "charging", connectors: { charging: 2 }, openSessions: 2, powerW: 22000 },
});

const bulk = {
  id: 7,
  state: "ended",
  actor: "user:anna@example.org",
  action: "Reset",
  payload: {},
  parallel: 10,
  stations: 2,
  done: 2,
  refused: 0,
  open: 0,
  outcomes: { answered: 2 },
  createdAt: "2026-01-01T00:00:00Z",
};

test("the filters of the address are asked of the server, and those that are selected are told at once", async () => {
  let asked = "";
  let told: unknown;
  const answers: Answers = {
    "GET /api/v1/me": () => json(me("station.read", "station.command", "command.read")),
    "GET /api/v1/stations": (request) => {
      asked = new URL(request.url).search;
      return json({ items: [station("ONE", "1.6"), station("TWO", "2.0.1")], next: null });
    },
    "POST /api/v1/commands/bulk": async (request) => {
      told = await request.json();
      return json(bulk, 202);
    },
    "GET /api/v1/commands/bulk/7": () => json(bulk),
    "GET /api/v1/commands/bulk/7/stations": () => json({ items: [], next: null }),
  };
  open(answers, "/stations?connected=true&status=charging&sort=-status");
  fireEvent.click(await screen.findByRole("checkbox", { name: "Select all" }));
  expect(asked).toContain("connected=true&status=charging&sort=-status");
  expect(screen.getByText("2 selected")).toBeDefined();
  fireEvent.click(within(screen.getByRole("toolbar")).getByText(/^Reset/));
  fireEvent.click(screen.getByRole("button", { name: "Send" }));
  await waitFor(() => {
    expect(told).toEqual({
      stations: ["ONE", "TWO"],
      action: "Reset",
      payload: { type: "OnIdle" },
      ocpp16: { action: "Reset", payload: { type: "Soft" } },
    });
  });
  expect(await screen.findByText("2 of 2 stations")).toBeDefined();
});

test("what somebody may not do is not offered", async () => {
  open(
    {
      "GET /api/v1/me": () => json(me("station.read")),
      "GET /api/v1/stations": () => json({ items: [station("ONE", "1.6")], next: null }),
    },
    "/stations",
  );
  expect(await screen.findByRole("table")).toBeDefined();
  expect(screen.queryByRole("checkbox")).toBeNull();
  expect(screen.queryByText("New station")).toBeNull();
});
