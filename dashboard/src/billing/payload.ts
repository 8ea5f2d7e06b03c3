import type { Model } from "../api/client";

/** Numbers as they are written: with commas, blanks or lines between them. What is no number is left out. */
export function numbersOf(text: string): number[] {
  return text
    .split(/[\s,;]+/)
    .filter((each) => /^\d+$/.test(each))
    .map(Number);
}

/** An amount as people write it, with a comma or a full stop; what is none is `NaN`. */
export function amountOf(text: string): number {
  const plain = text.trim().replace(",", ".");
  return plain === "" ? Number.NaN : Number(plain);
}

/** @param value of a field, by its name; an empty field means the default */
export function driverOf(value: (name: string) => string): Model<"DriverBody"> {
  const text = (name: string) => value(name).trim() || null;
  return {
    name: value("name").trim(),
    email: text("email"),
    phone: text("phone"),
    language: text("language"),
    address: text("address"),
    vatNumber: text("vatNumber"),
    company: text("company") === null ? null : Number(text("company")),
    paymentMethod: value("paymentMethod") === "wallet" ? "wallet" : "invoice",
    note: text("note"),
    tokens: numbersOf(value("tokens")),
  };
}

export function companyOf(value: (name: string) => string): Model<"CompanyBody"> {
  const text = (name: string) => value(name).trim() || null;
  return {
    name: value("name").trim(),
    email: text("email"),
    language: text("language"),
    address: text("address"),
    vatNumber: text("vatNumber"),
    note: text("note"),
    tokenGroups: value("tokenGroups")
      .split("\n")
      .map((group) => group.trim())
      .filter((group) => group !== ""),
  };
}

export function profileOf(value: (name: string) => string): Model<"BillingProfileBody"> {
  const text = (name: string) => value(name).trim() || null;
  const invoicing = value("invoicing");
  return {
    invoicing: invoicing === "session" || invoicing === "month" ? invoicing : "none",
    name: text("name"),
    address: text("address"),
    vatNumber: text("vatNumber"),
    registration: text("registration"),
    email: text("email"),
    footer: text("footer"),
    language: text("language"),
    timeZone: text("timeZone"),
    invoiceSeries: text("invoiceSeries"),
    creditSeries: text("creditSeries"),
    dueDays: text("dueDays") === null ? null : Number(text("dueDays")),
    overdraft: value("overdraft") === "on",
  };
}
