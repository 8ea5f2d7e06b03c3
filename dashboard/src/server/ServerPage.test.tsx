import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { json, me, open, type Answers } from "../testing/open";

const health = { status: "up", database: { kind: "sqlite", status: "up", reason: null }, threads: [] };
const status = {
  version: "1.2.3",
  startedAt: "2026-01-01T00:00:00Z",
  uptimeSeconds: 7265,
  database: { kind: "postgres", state: "up" },
  stations: { connected: 1234, byVersion: { "1.6": 1234 } },
  connections: 1240,
  waiting: { writes: 0, commands: 2 },
};

const signedIn: Answers = { "GET /api/v1/me": () => json(me()) };

test("a healthy server shows its version, its uptime and who is connected", async () => {
  open({ ...signedIn, "GET /health": () => json(health), "GET /api/v1/status": () => json(status) }, "/server");
  expect(await screen.findByText("Healthy")).toBeDefined();
  expect(await screen.findByText("1.2.3")).toBeDefined();
  expect(screen.getByRole("timer").textContent).toBe("2h 1m");
  expect(screen.getByText("PostgreSQL")).toBeDefined();
  expect(screen.getByText(`OCPP ${(1234).toLocaleString()} × 1.6`)).toBeDefined();
});

test("a server that answers 503 with its health is shown with the reason", async () => {
  const full = { ...health, status: "down", database: { ...health.database, reason: "the disk is full" } };
  open({ ...signedIn, "GET /health": () => json(full, 503), "GET /api/v1/status": () => json(status) }, "/server");
  expect(await screen.findByText("Database: the disk is full")).toBeDefined();
});

test("what was seen stays, marked as old, when the server goes away", async () => {
  const answers: Answers = { ...signedIn, "GET /health": () => json(health), "GET /api/v1/status": () => json(status) };
  const { client } = open(answers, "/server");
  await screen.findByText("1.2.3");
  delete answers["GET /health"];
  delete answers["GET /api/v1/status"];
  await client.refetchQueries();
  expect(await screen.findByText("Not reachable")).toBeDefined();
  expect(screen.getByText("1.2.3")).toBeDefined();
  expect(screen.getByText(/^As of /)).toBeDefined();
  expect(screen.queryByRole("timer")).toBeNull();
});

test("a status that is refused is told in the server's own words", async () => {
  const problem = { title: "Unexpected error", status: 500, detail: "Its log says more under id=7." };
  open({ ...signedIn, "GET /health": () => json(health), "GET /api/v1/status": () => json(problem, 500) }, "/server");
  expect((await screen.findByRole("alert")).textContent).toContain("id=7");
  expect(screen.queryByText("Version")).toBeNull();
});

test("a page of a proxy in front is no answer", async () => {
  open({ ...signedIn, "GET /health": () => new Response("<h1>Bad Gateway</h1>", { status: 502 }) }, "/server");
  expect(await screen.findByText("The answer had status 502 and no explanation.")).toBeDefined();
});

test("an address that is no page says so within the shell", async () => {
  open({}, "/no/such/page");
  expect(await screen.findByText("There is no page at this address")).toBeDefined();
  expect(screen.getByRole("navigation", { name: "Pages" })).toBeDefined();
});

test("the certificates of its ports are shown, with what is wrong with a newer one and the root to be trusted", async () => {
  const tls = {
    port: 8443,
    legacyPort: null,
    origin: "self_made",
    certificates: [
      {
        algorithm: "EC",
        bits: 256,
        subject: "CN=csms.example.com",
        issuer: "CN=Root",
        names: ["csms.example.com", "192.0.2.1"],
        serialNumber: "1f",
        notBefore: "2020-01-01T00:00:00Z",
        notAfter: "2020-02-01T00:00:00Z",
        fingerprint: "ab",
      },
    ],
    loadedAt: "2026-01-01T00:00:00Z",
    error: "The key belongs to no certificate",
    failedAt: "2026-01-02T00:00:00Z",
    rootPem: "-----BEGIN CERTIFICATE-----",
  };
  open({ ...signedIn, "GET /health": () => json(health), "GET /api/v1/status": () => json(status), "GET /api/v1/server/tls": () => json(tls) }, "/server");
  expect(await screen.findByText("CN=csms.example.com")).toBeDefined();
  expect(screen.getByText("Expired")).toBeDefined();
  expect(screen.getByText("The key belongs to no certificate")).toBeDefined();
  expect(screen.getByRole("button", { name: "Save root certificate" })).toBeDefined();
});
