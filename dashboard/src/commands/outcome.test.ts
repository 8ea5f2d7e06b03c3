import { expect, test } from "vitest";
import { keepPayload, keptPayload } from "./kept";
import { standingOf, statusIn } from "./outcome";

test("an answer that says no is none that went well", () => {
  expect(standingOf("ended", "answered", "Accepted")).toBe("good");
  expect(standingOf("ended", "answered", "Rejected")).toBe("warn");
  expect(standingOf("ended", "answered", null)).toBe("good");
  expect(standingOf("ended", "timedOut", null)).toBe("bad");
  expect(standingOf("queued", undefined, null)).toBe("waiting");
  expect(statusIn({ status: "Unlocked" })).toBe("Unlocked");
  expect(statusIn([])).toBeNull();
});

test("a payload is kept for the next time, but none with a password", () => {
  localStorage.clear();
  keepPayload("1.6", "Reset", { type: "Hard" });
  expect(keptPayload("1.6", "Reset")).toEqual({ type: "Hard" });
  expect(keptPayload("2.0.1", "Reset")).toBeNull();
  keepPayload("1.6", "ChangeConfiguration", { key: "AuthorizationKey", value: "***" });
  expect(keptPayload("1.6", "ChangeConfiguration")).toBeNull();
});
