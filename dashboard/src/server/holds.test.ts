import { expect, test } from "vitest";
import { holds } from "./holds";

test("a certificate is warned of for the month before it ends", () => {
  const now = Date.parse("2026-06-01T00:00:00Z");
  expect(holds("2026-08-01T00:00:00Z", now)).toEqual({ standing: "good", key: "valid" });
  expect(holds("2026-06-30T00:00:00Z", now)).toEqual({ standing: "warn", key: "expiresSoon" });
  expect(holds("2026-06-01T00:00:00Z", now)).toEqual({ standing: "bad", key: "expired" });
});
