import type { Model } from "../api/client";

/** Places as they are written, one on each line: `CP-7`, or `CP-7: 1, 2` for some of its EVSEs. */
export function placesOf(text: string): Model<"TokenBodyPlace">[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => {
      const [, station, numbers] = /^(.+?)\s*:\s*(\d+(?:\s*,\s*\d+)*)$/.exec(line) ?? [];
      return station === undefined || numbers === undefined ? { station: line } : { station, evses: numbers.split(",").map(Number) };
    });
}

export function textOfPlaces(places: Model<"TokenPlace">[]): string {
  return places.map(({ station, evses }) => (evses.length === 0 ? station : `${station}: ${evses.join(", ")}`)).join("\n");
}

/** The form as the API takes it: an empty field means the default. @param value of a field, by its name */
export function bodyOf(value: (name: string) => string): Model<"TokenBody"> {
  const text = (name: string) => value(name).trim() || null;
  const number = (name: string) => (text(name) === null ? null : Number(text(name)));
  const day = text("expiresAt");
  return {
    value: value("value").trim(),
    type: text("type"),
    group: text("group"),
    blocked: value("blocked") === "on",
    expiresAt: day === null ? null : new Date(`${day}T00:00`).toISOString(),
    maxSessions: number("maxSessions"),
    allowed: placesOf(value("allowed")),
    priority: number("priority"),
    language: text("language"),
    personalMessage: text("personalMessage"),
    note: text("note"),
    alsoKnownAs: value("alsoKnownAs").split(/[\s,;]+/).filter((each) => each !== ""),
  };
}

/** The day of a moment where one looks, as a field takes it. */
export function dayOf(instant: string | null): string {
  if (instant === null) {
    return "";
  }
  const at = new Date(instant);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
