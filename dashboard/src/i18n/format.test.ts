import { expect, test } from "vitest";
import { formatOf } from "./format";

const english = formatOf("en");

test.each([
  [0, "0s"],
  [59.9, "59s"],
  [60, "1m 0s"],
  [727, "12m 7s"],
  [4 * 3600 + 5 * 60, "4h 5m"],
  [86_400, "1d 0h"],
  [400 * 86_400 + 7200, "400d 2h"],
  [-3, "0s"],
  [null, "–"],
])("%d seconds read %s", (seconds, text) => {
  expect(english.duration(seconds)).toBe(text);
});

test("values come with their units, as people of a language write them", () => {
  expect(english.power(11_040)).toBe("11.0\u00a0kW");
  expect(formatOf("de").power(11_040)).toBe("11,0\u00a0kW");
  expect(english.power(-2_500_000)).toBe("-2.50\u00a0MW");
  expect(english.energy(12_345)).toBe("12.35\u00a0kWh");
  expect(english.energy(null)).toBe("–");
  expect(english.percent(47.4)).toBe("47%");
  expect(english.bytes(2048)).toBe("2.0\u00a0KiB");
});

test("how long ago something was is told in its largest unit", () => {
  const now = Date.parse("2026-05-01T12:00:00Z");
  expect(english.ago("2026-05-01T11:57:00Z", now)).toBe("3 min. ago");
  expect(english.ago("2026-04-29T11:00:00Z", now)).toBe("2 days ago");
  expect(english.ago(null, now)).toBe("–");
});
