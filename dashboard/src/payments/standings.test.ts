import { expect, test } from "vitest";
import { left, paymentState, possible } from "./standings";

test.each([
  ["captured", 10, 0, true, false],
  ["partially_refunded", 10, 4, true, false],
  ["refunded", 10, 10, false, false],
  ["authorized", 0, 0, false, true],
  ["authorizing", 0, 0, false, true],
  ["capture_failed", 0, 0, false, true],
  ["capturing", 0, 0, false, false],
  ["voided", 0, 0, false, false],
] as const)("one that is %s with %d taken and %d given back", (state, captured, refunded, refund, cancel) => {
  expect(possible({ state, captured, refunded })).toEqual({ refund, cancel });
});

test("what is left is exact", () => {
  expect(left({ state: "captured", captured: 17.35, refunded: 7.3 })).toBe(10.05);
});

test("a state of a newer server has words too", () => {
  expect(paymentState("disputed")).toBe("created");
  expect(paymentState("refunded")).toBe("refunded");
});
