import { describe, expect, it } from "vitest";
import { amountOf, companyOf, driverOf, numbersOf } from "./payload";
import { billFilter, pdfOf } from "./queries";

const fields =
  (values: Record<string, string>) =>
  (name: string): string =>
    values[name] ?? "";

describe("what forms say", () => {
  it("takes numbers however they are separated", () => {
    expect(numbersOf("7, 8;9\n10 x")).toEqual([7, 8, 9, 10]);
  });

  it("takes amounts with a comma, and nothing for none", () => {
    expect(amountOf(" 12,50 ")).toBe(12.5);
    expect(amountOf("-3.1")).toBe(-3.1);
    expect(amountOf("")).toBeNaN();
  });

  it("leaves out what is empty", () => {
    expect(driverOf(fields({ name: " Anna ", tokens: "7", paymentMethod: "wallet" }))).toEqual({
      name: "Anna",
      email: null,
      phone: null,
      language: null,
      address: null,
      vatNumber: null,
      company: null,
      paymentMethod: "wallet",
      note: null,
      tokens: [7],
    });
    expect(companyOf(fields({ name: "Acme", tokenGroups: "Fleet\n\n Vans " })).tokenGroups).toEqual(["Fleet", "Vans"]);
  });

  it("filters by what there is", () => {
    expect(billFilter({ state: "held", station: "" })).toEqual({ state: "held" });
    expect(billFilter({ state: "lost", station: "CP-7" })).toEqual({ station: "CP-7" });
    expect(pdfOf(7, "th")).toBe("/api/v1/invoices/7/pdf?language=th");
  });
});
