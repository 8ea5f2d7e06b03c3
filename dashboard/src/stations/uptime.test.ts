import { expect, test } from "vitest";
import { share, stretches } from "./uptime";

const at = (hour: number) => new Date(Date.UTC(2026, 0, 1, hour)).toISOString();
const from = Date.parse(at(0));
const to = Date.parse(at(10));

test("an open connection reaches until now, and what was before is cut off", () => {
  const seen = stretches([{ openedAt: at(8), closedAt: null }, { openedAt: at(-5), closedAt: at(2) }], from, to);
  expect(seen).toEqual([{ from: 0, to: 0.2 }, { from: 0.8, to: 1 }]);
  expect(share(seen)).toBeCloseTo(40);
});

test("connections that overlap count once", () => {
  expect(stretches([{ openedAt: at(1), closedAt: at(5) }, { openedAt: at(4), closedAt: at(6) }], from, to)).toEqual([{ from: 0.1, to: 0.6 }]);
});

test("what is outside is nothing", () => {
  expect(stretches([{ openedAt: at(-5), closedAt: at(-1) }, { openedAt: at(11), closedAt: null }], from, to)).toEqual([]);
});
