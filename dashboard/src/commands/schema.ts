/** What JSON is made of. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** As much of JSON Schema as the schemas of OCPP use. */
export interface Schema {
  type?: string;
  $ref?: string;
  $defs?: Record<string, Schema>;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  /** Those of OCPP are words. */
  enum?: string[];
  format?: string;
  minimum?: number;
  maximum?: number;
  multipleOf?: number;
  maxLength?: number;
  description?: string;
  additionalProperties?: boolean;
}

export type Definitions = Record<string, Schema>;

const REF = "#/$defs/";

/** What a schema refers to. */
export function resolved(schema: Schema, definitions: Definitions): Schema {
  return schema.$ref?.startsWith(REF) ? (definitions[schema.$ref.slice(REF.length)] ?? {}) : schema;
}

export const isObject = (value: Json | undefined): value is Record<string, Json> => typeof value === "object" && value !== null && !Array.isArray(value);

/** What stands in a field when it comes: whatever has to be there, and nothing else. */
export function initial(schema: Schema, definitions: Definitions, now = new Date()): Json {
  const { type, enum: words, properties = {}, required = [], items, minItems = 0, minimum = 0, format } = resolved(schema, definitions);
  if (words !== undefined) {
    return words[0] ?? null;
  }
  switch (type) {
    case "object":
      return Object.fromEntries(required.map((name) => [name, initial(properties[name] ?? {}, definitions, now)]));
    case "array":
      return Array.from({ length: Math.max(1, minItems) }, () => initial(items ?? {}, definitions, now));
    case "integer":
    case "number":
      return Math.max(0, minimum);
    case "boolean":
      return false;
    case "string":
      return format === "date-time" ? `${now.toISOString().slice(0, 19)}Z` : "";
    default:
      return null;
  }
}

/** A number of which somebody has written a part is kept as text until it is one. */
export function numberFrom(text: string): Json {
  const trimmed = text.trim();
  return /^-?\d+(\.\d+)?([eE][-+]?\d+)?$/.test(trimmed) ? Number(trimmed) : trimmed;
}

export interface Fault {
  /** Such as `chargingProfile.chargingSchedule[0].id`; empty: the whole. */
  path: string;
  rule: "number" | "integer" | "empty" | "tooLong" | "tooLow" | "tooHigh" | "tooFew" | "tooMany" | "word" | "missing";
  allowed?: string | number;
}

/** What the server would refuse. It is the one that decides; this only says it before something is sent. */
export function faults(value: Json | undefined, schema: Schema, definitions: Definitions, path = ""): Fault[] {
  const known = resolved(schema, definitions);
  const { type, enum: words, properties = {}, required = [], items = {} } = known;
  const fault = (rule: Fault["rule"], allowed?: string | number): Fault[] => [{ path, rule, ...(allowed !== undefined && { allowed }) }];
  if (value === undefined) {
    return fault("missing");
  }
  if (words !== undefined) {
    return typeof value === "string" && words.includes(value) ? [] : fault("word", words.join(", "));
  }
  if (type === "integer" || type === "number") {
    return numberFaults(value, known, fault);
  }
  if (type === "string" && typeof value === "string") {
    if (known.format === "date-time" && value === "") {
      return fault("empty");
    }
    return known.maxLength !== undefined && value.length > known.maxLength ? fault("tooLong", known.maxLength) : [];
  }
  if (type === "array" && Array.isArray(value)) {
    const { minItems = 0, maxItems = Infinity } = known;
    const own = value.length < minItems ? fault("tooFew", minItems) : value.length > maxItems ? fault("tooMany", maxItems) : [];
    return [...own, ...value.flatMap((each, index) => faults(each, items, definitions, `${path}[${index}]`))];
  }
  if (type === "object" && isObject(value)) {
    const below = (name: string) => (path === "" ? name : `${path}.${name}`);
    return [
      ...required.filter((name) => !(name in value)).map((name): Fault => ({ path: below(name), rule: "missing" })),
      ...Object.entries(value).flatMap(([name, each]) => (properties[name] ? faults(each, properties[name], definitions, below(name)) : [])),
    ];
  }
  return [];
}

function numberFaults(value: Json, { type, minimum, maximum }: Schema, fault: (rule: Fault["rule"], allowed?: number) => Fault[]): Fault[] {
  if (typeof value !== "number") {
    return fault("number");
  }
  if (type === "integer" && !Number.isInteger(value)) {
    return fault("integer");
  }
  if (minimum !== undefined && value < minimum) {
    return fault("tooLow", minimum);
  }
  return maximum !== undefined && value > maximum ? fault("tooHigh", maximum) : [];
}

/** What may be added: what the schema knows and is not there yet, what is for vendors last. */
export function addable(schema: Schema, value: Record<string, Json>): string[] {
  const names = Object.keys(schema.properties ?? {}).filter((name) => !(name in value));
  return [...names.filter((name) => name !== "customData"), ...names.filter((name) => name === "customData")];
}

/** In the order of the schema, whatever was added when. */
export function inOrder(schema: Schema, value: Record<string, Json>): Record<string, Json> {
  const names = Object.keys(schema.properties ?? {});
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => placeOf(names, one) - placeOf(names, other)));
}

const placeOf = (names: string[], name: string) => (names.includes(name) ? names.indexOf(name) : names.length);

/** What an input for date and time shows of an instant, in the zone of whoever looks. */
export function toLocal(instant: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) {
    return "";
  }
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}

/** The other way round. */
export function fromLocal(text: string): string {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? "" : `${date.toISOString().slice(0, 19)}Z`;
}
