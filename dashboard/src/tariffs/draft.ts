import type { Model } from "../api/client";

/** What stands in the fields of the simple form, as it was typed. */
export interface SimpleFields {
  currency: string;
  perKwh: string;
  perHour: string;
  perSession: string;
  idlePerHour: string;
  idleGraceMinutes: string;
  vat: string;
}

export const noFields: SimpleFields = { currency: "EUR", perKwh: "", perHour: "", perSession: "", idlePerHour: "", idleGraceMinutes: "", vat: "" };

const SECONDS = 60;

/** A comma is a point to half of the world. */
function numberOf(text: string): number | null {
  const plain = text.trim().replace(",", ".");
  return plain === "" ? null : Number(plain);
}

/** The simple form that the fields say; null: one of them is no number. */
export function simpleOf(fields: SimpleFields): Model<"SimpleTariff"> | null {
  const minutes = numberOf(fields.idleGraceMinutes);
  const numbers = {
    perKwh: numberOf(fields.perKwh),
    perHour: numberOf(fields.perHour),
    perSession: numberOf(fields.perSession),
    idlePerHour: numberOf(fields.idlePerHour),
    idleGraceSeconds: minutes === null ? null : Math.round(minutes * SECONDS),
    vat: numberOf(fields.vat),
  };
  const said = Object.entries(numbers).filter((entry): entry is [keyof typeof numbers, number] => entry[1] !== null);
  return said.some(([, value]) => Number.isNaN(value)) ? null : { currency: fields.currency.trim().toUpperCase(), ...Object.fromEntries(said) };
}

const textOf = (value: number | null | undefined) => (value === null || value === undefined ? "" : String(value));

export function fieldsOf(simple: Model<"SimpleTariff">): SimpleFields {
  const grace = simple.idleGraceSeconds;
  return {
    currency: simple.currency,
    perKwh: textOf(simple.perKwh),
    perHour: textOf(simple.perHour),
    perSession: textOf(simple.perSession),
    idlePerHour: textOf(simple.idlePerHour),
    idleGraceMinutes: grace === null || grace === undefined || grace === 0 ? "" : String(grace / SECONDS),
    vat: textOf(simple.vat),
  };
}

/** The tariff that a text of JSON is, as far as that can be told without the server; null: it is none. */
export function fullOf(text: string): Model<"OcpiTariff"> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Model<"OcpiTariff">) : null;
  } catch {
    return null;
  }
}
