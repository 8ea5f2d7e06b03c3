import { expect, test } from "vitest";
import type { Model } from "../api/client";
import { contentOf, errorCodeOf, exchanges, exported, matches } from "./exchange";

const message = (given: Partial<Model<"Message">>): Model<"Message"> => ({
  id: 1,
  station: "S",
  connection: 7,
  at: "2026-01-01T00:00:00Z",
  direction: "in",
  kind: 2,
  action: "Heartbeat",
  messageId: "a",
  frame: '[2,"a","Heartbeat",{}]',
  deviations: [],
  ...given,
});
const call = message({ at: "2026-01-01T00:00:01.000100Z" });
const answer = message({ at: "2026-01-01T00:00:01.024300500Z", direction: "out", kind: 3, frame: '[3,"a",{"currentTime":"now"}]' });

test("a request and its answer are one, whichever came first", () => {
  for (const all of [[call, answer], [answer, call], [answer, call, answer, call]]) {
    const [one, ...others] = exchanges(all);
    expect(others).toEqual([]);
    expect(one).toMatchObject({ direction: "in", action: "Heartbeat", at: call.at, isError: false });
    expect(one?.millis).toBeCloseTo(24.2, 1);
  }
});

test("the same number used by both sides is two requests", () => {
  const ours = message({ direction: "out", action: "Reset", frame: '[2,"a","Reset",{}]', at: "2026-01-01T00:00:02Z" });
  expect(exchanges([call, ours, answer]).map(({ action, direction, answer: got }) => [action, direction, got?.kind])).toEqual([
    ["Reset", "out", undefined],
    ["Heartbeat", "in", 3],
  ]);
});

test("the same number in another connection is another request", () => {
  expect(exchanges([call, message({ connection: 8 })])).toHaveLength(2);
});

test("an answer alone is shown with who had asked", () => {
  expect(exchanges([answer])).toMatchObject([{ direction: "in", action: "Heartbeat", at: answer.at }]);
});

test("an error has its code, and what differs from the schema is of both", () => {
  const deviation = { path: "x", rule: "TYPE" as const, found: "1", allowed: "text" };
  const error = message({ direction: "out", kind: 4, frame: '[4,"a","NotSupported","no",{}]', deviations: [deviation] });
  const [one] = exchanges([message({ deviations: [deviation] }), error]);
  expect(one).toMatchObject({ isError: true });
  expect(one && errorCodeOf(one)).toBe("NotSupported");
  expect(one?.deviations).toHaveLength(2);
});

test("what is no OCPP is shown as it came", () => {
  const broken = message({ kind: 0, messageId: null, action: null, frame: "hello" });
  expect(contentOf(broken)).toBe("hello");
  expect(exchanges([broken])).toMatchObject([{ isError: true, action: null }]);
});

test("the trace is narrowed down", () => {
  const [one] = exchanges([call, answer]);
  if (one === undefined) {
    throw new Error("none");
  }
  const all = { text: "", direction: "", only: "" };
  expect(matches(one, all)).toBe(true);
  expect(matches(one, { ...all, text: "CURRENTtime" })).toBe(true);
  expect(matches(one, { ...all, text: "meter" })).toBe(false);
  expect(matches(one, { ...all, direction: "out" })).toBe(false);
  expect(matches(one, { ...all, only: "errors" })).toBe(false);
  expect(matches(one, { ...all, only: "unanswered" })).toBe(false);
  expect(exported([one])).toMatchObject([{ from: "station", request: {}, answer: { currentTime: "now" } }]);
});
