import { expect, test } from "vitest";
import { addable, faults, fromLocal, initial, inOrder, numberFrom, toLocal, type Schema } from "./schema";

const schema: Schema = {
  type: "object",
  properties: {
    evseId: { type: "integer", minimum: 1 },
    customData: { $ref: "#/$defs/CustomData" },
    profile: { $ref: "#/$defs/Profile" },
    note: { type: "string", maxLength: 5 },
  },
  required: ["evseId", "profile"],
  $defs: {
    CustomData: { type: "object", properties: { vendorId: { type: "string" } }, required: ["vendorId"] },
    Unit: { type: "string", enum: ["W", "A"] },
    Period: { type: "object", properties: { start: { type: "integer" }, limit: { type: "number" } }, required: ["start", "limit"] },
    Profile: {
      type: "object",
      properties: {
        unit: { $ref: "#/$defs/Unit" },
        periods: { type: "array", items: { $ref: "#/$defs/Period" }, maxItems: 2 },
        isOn: { type: "boolean" },
        validFrom: { type: "string", format: "date-time" },
      },
      required: ["unit", "periods", "isOn", "validFrom"],
    },
  },
};
const definitions = schema.$defs ?? {};
const now = new Date("2026-05-01T10:00:00.123Z");

test("a form begins with what has to be there, and that is a payload", () => {
  const payload = initial(schema, definitions, now);
  expect(payload).toEqual({
    evseId: 1,
    profile: { unit: "W", periods: [{ start: 0, limit: 0 }], isOn: false, validFrom: "2026-05-01T10:00:00Z" },
  });
  expect(faults(payload, schema, definitions)).toEqual([]);
});

test("what would be refused is said with its place", () => {
  const value = {
    evseId: 0,
    note: "too long",
    profile: { unit: "V", periods: [{ start: 1.5, limit: "1." }, { start: 1, limit: 2 }, { start: 1, limit: 2 }], isOn: true, validFrom: "" },
  };
  expect(faults(value, schema, definitions)).toEqual([
    { path: "evseId", rule: "tooLow", allowed: 1 },
    { path: "note", rule: "tooLong", allowed: 5 },
    { path: "profile.unit", rule: "word", allowed: "W, A" },
    { path: "profile.periods", rule: "tooMany", allowed: 2 },
    { path: "profile.periods[0].start", rule: "integer" },
    { path: "profile.periods[0].limit", rule: "number" },
    { path: "profile.validFrom", rule: "empty" },
  ]);
  expect(faults({ evseId: 1 }, schema, definitions)).toEqual([{ path: "profile", rule: "missing" }]);
});

test.each([
  ["12", 12],
  [" -1.5 ", -1.5],
  ["1e3", 1000],
  ["1.", "1."],
  ["-", "-"],
  ["", ""],
])("%j is written as the number %j", (text, number) => {
  expect(numberFrom(text)).toBe(number);
});

test("what may be added is what is not there, what is for vendors last", () => {
  expect(addable(schema, { evseId: 1, profile: {} })).toEqual(["note", "customData"]);
});

test("a payload stands in the order of its schema", () => {
  expect(Object.keys(inOrder(schema, { other: 1, note: "", profile: {}, evseId: 1 }))).toEqual(["evseId", "profile", "note", "other"]);
});

test("a time goes to its input and back", () => {
  expect(fromLocal(toLocal("2026-05-01T10:00:07Z"))).toBe("2026-05-01T10:00:07Z");
  expect(toLocal("never")).toBe("");
  expect(fromLocal("")).toBe("");
});
