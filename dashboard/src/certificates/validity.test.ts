import { expect, test } from "vitest";
import { usesOf, validityOf } from "./validity";

test("a certificate stands by how long it counts yet", () => {
  const now = Date.parse("2026-01-01T00:00:00Z");
  expect(validityOf("2025-12-31T23:59:59Z", now)?.key).toBe("expired");
  expect(validityOf("2026-01-20T00:00:00Z", now)?.key).toBe("expiresSoon");
  expect(validityOf("2027-01-01T00:00:00Z", now)?.key).toBe("valid");
  expect(validityOf(undefined, now)).toBeNull();
});

test("each version has its uses", () => {
  expect(usesOf("1.6")).toEqual(["csmsRoot", "manufacturerRoot"]);
  expect(usesOf("2.0.1")).toHaveLength(4);
  expect(usesOf("2.1")).toContain("oemRoot");
});
