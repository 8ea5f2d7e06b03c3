import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, RouterProvider } from "@tanstack/react-router";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { queryDefaults } from "../api/queryDefaults";
import { pagesRouter } from "../routes";

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
const token = { title: "API token needed", status: 401, detail: "send it" };

type Answers = Record<string, () => Response>;
const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });

/** The page at an address, beside a server that answers so; where it has no answer it cannot be reached. */
function open(answers: Answers, path = "/") {
  vi.stubGlobal("scrollTo", () => undefined);
  vi.stubGlobal("fetch", (request: Request) => {
    const answer = answers[new URL(request.url).pathname];
    return answer ? Promise.resolve(answer()) : Promise.reject(new TypeError("fetch failed"));
  });
  const client = new QueryClient({ defaultOptions: { queries: queryDefaults } });
  render(
    <QueryClientProvider client={client}>
      <RouterProvider router={pagesRouter(createMemoryHistory({ initialEntries: [path] }))} />
    </QueryClientProvider>,
  );
  return client;
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test("a healthy server shows its version, its uptime and who is connected", async () => {
  open({ "/health": () => json(health), "/api/v1/status": () => json(status) });
  expect(await screen.findByText("Healthy")).toBeDefined();
  expect(await screen.findByText("1.2.3")).toBeDefined();
  expect(screen.getByRole("timer").textContent).toBe("2 h 01 min");
  expect(screen.getByText("PostgreSQL")).toBeDefined();
  expect(screen.getByText(`OCPP ${(1234).toLocaleString()} × 1.6`)).toBeDefined();
});

test("a server that answers 503 with its health is shown with the reason", async () => {
  const full = { ...health, status: "down", database: { ...health.database, reason: "the disk is full" } };
  open({ "/health": () => json(full, 503), "/api/v1/status": () => json(status) });
  expect(await screen.findByText("Database: the disk is full")).toBeDefined();
});

test("what was seen stays, marked as old, when the server goes away", async () => {
  const answers: Answers = { "/health": () => json(health), "/api/v1/status": () => json(status) };
  const client = open(answers);
  await screen.findByText("1.2.3");
  delete answers["/health"];
  delete answers["/api/v1/status"];
  await client.refetchQueries();
  expect(await screen.findByText("Not reachable")).toBeDefined();
  expect(screen.getByText("1.2.3")).toBeDefined();
  expect(screen.getByText(/^As of /)).toBeDefined();
  expect(screen.queryByRole("timer")).toBeNull();
});

test("without the API token the health is shown, and signing in asks again", async () => {
  const answers: Answers = { "/health": () => json(health), "/api/v1/status": () => json(token, 401) };
  open(answers);
  expect(await screen.findByText("Healthy")).toBeDefined();
  const signIn = await screen.findByRole("button", { name: "Sign in" });
  expect(screen.queryByText("Version")).toBeNull();
  answers["/api/v1/status"] = () => json(status);
  fireEvent.click(signIn);
  expect(await screen.findByText("1.2.3")).toBeDefined();
  expect(screen.queryByRole("button", { name: "Sign in" })).toBeNull();
});

test("a status that is refused is told in the server's own words", async () => {
  const problem = { title: "Unexpected error", status: 500, detail: "Its log says more under id=7." };
  open({ "/health": () => json(health), "/api/v1/status": () => json(problem, 500) });
  expect((await screen.findByRole("alert")).textContent).toContain("id=7");
  expect(screen.queryByText("Version")).toBeNull();
});

test("a page of a proxy in front is no answer", async () => {
  open({ "/health": () => new Response("<h1>Bad Gateway</h1>", { status: 502 }) });
  expect(await screen.findByText("The answer had status 502 and no explanation.")).toBeDefined();
});

test("an address that is no page says so within the shell", async () => {
  open({}, "/no/such/page");
  expect(await screen.findByText("There is no page at this address")).toBeDefined();
  expect(screen.getByRole("navigation", { name: "Pages" })).toBeDefined();
});
