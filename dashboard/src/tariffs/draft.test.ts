import { describe, expect, it } from "vitest";
import { fieldsOf, fullOf, noFields, simpleOf } from "./draft";

describe("the fields of a tariff", () => {
  it("say what the simple form says, with a comma or a point, and minutes of grace", () => {
    const fields = { ...noFields, currency: " uzs", perKwh: "2000,5", idlePerHour: "100", idleGraceMinutes: "15", vat: "12" };
    const simple = simpleOf(fields);
    expect(simple).toMatchObject({ currency: "UZS", perKwh: 2000.5, idlePerHour: 100, idleGraceSeconds: 900, vat: 12 });
    expect(simple).not.toHaveProperty("perHour");
    expect(simple && fieldsOf(simple)).toMatchObject({ currency: "UZS", perKwh: "2000.5", perHour: "", idleGraceMinutes: "15" });
  });

  it("say nothing while one of them is no number", () => {
    expect(simpleOf({ ...noFields, perKwh: "cheap" })).toBeNull();
  });

  it("of the full form are an object of JSON", () => {
    expect(fullOf('{"currency":"EUR"}')).toEqual({ currency: "EUR" });
    expect(fullOf("[]")).toBeNull();
    expect(fullOf('{"currency"')).toBeNull();
  });
});
