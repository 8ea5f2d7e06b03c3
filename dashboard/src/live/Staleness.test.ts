import { QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Staleness } from "./Staleness";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const event = (kind: string) => ({ kind, at: "2026-01-01T00:00:00Z", station: "S", payload: {} });

test("many events have a query asked again once", async () => {
  const client = new QueryClient();
  const invalidate = vi.spyOn(client, "invalidateQueries");
  const staleness = new Staleness(client, [{ kind: "session.", stale: () => [["sessions"]] }]);
  staleness.heard(event("session.started"));
  staleness.heard(event("session.ended"));
  staleness.heard(event("station.booted"));
  await vi.advanceTimersByTimeAsync(600);
  expect(invalidate.mock.calls).toEqual([[{ queryKey: ["sessions"] }]]);
});

test("what is on its way is asked for again when it has come", async () => {
  const client = new QueryClient();
  const invalidate = vi.spyOn(client, "invalidateQueries");
  const fetching = vi.spyOn(client, "isFetching").mockReturnValue(1);
  const staleness = new Staleness(client, [{ kind: "session.", stale: () => [["sessions"]] }]);
  staleness.heard(event("session.started"));
  await vi.advanceTimersByTimeAsync(1600);
  expect(invalidate).not.toHaveBeenCalled();
  fetching.mockReturnValue(0);
  await vi.advanceTimersByTimeAsync(600);
  expect(invalidate).toHaveBeenCalledTimes(1);
});

test("after a gap everything is old at once", async () => {
  const client = new QueryClient();
  const invalidate = vi.spyOn(client, "invalidateQueries");
  vi.spyOn(client, "isFetching").mockReturnValue(1);
  new Staleness(client, []).heard(event("missed"));
  await vi.advanceTimersByTimeAsync(600);
  expect(invalidate.mock.calls).toEqual([[{ queryKey: [] }]]);
});
