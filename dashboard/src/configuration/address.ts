import type { Model } from "../api/client";
import type { SearchState } from "../ui/useSearchState";

type Address = Model<"ConfigurationAddress">;

const texts = ["key", "component", "instance", "variable", "variableInstance"] as const;
const numbers = ["evse", "connector"] as const;

type Attribute = NonNullable<Model<"ConfigurationSettingBody">["attribute"]>;

const attributes: readonly string[] = ["Actual", "Target", "MinSet", "MaxSet"] satisfies Attribute[];

/** An address as requests have it. */
export type AddressBody = Omit<Address, "attribute"> & { attribute?: Attribute };

export function bodyOf({ attribute, ...rest }: Address): AddressBody {
  return attribute !== undefined && attributes.includes(attribute) ? { ...rest, attribute: attribute as Attribute } : rest;
}

/** The address that the search of a page has; empty: none. */
export function addressIn(search: SearchState): AddressBody {
  const found: Record<string, string | number> = {};
  for (const name of texts) {
    const value = search[name];
    if (value !== undefined && value !== "") {
      found[name] = value;
    }
  }
  for (const name of numbers) {
    const value = Number(search[name] ?? "");
    if (search[name] !== undefined && Number.isInteger(value)) {
      found[name] = value;
    }
  }
  if (search.attribute !== undefined && attributes.includes(search.attribute) && found.variable !== undefined) {
    found.attribute = search.attribute;
  }
  return found;
}

/** The other way round; without an address each of its parts is taken out. */
export function searchOf(address: Address | null): SearchState {
  const given: Record<string, unknown> = address === null ? {} : { ...address };
  return Object.fromEntries(
    [...texts, ...numbers, "attribute"].map((name) => {
      const value = given[name];
      return [name, typeof value === "string" || typeof value === "number" ? String(value) : undefined];
    }),
  );
}

/** What is before the variable, by which values are grouped; a key of 1.6 has none. */
export function groupOf({ component, instance, evse, connector }: Address): string | null {
  if (component === undefined) {
    return null;
  }
  const place = evse === undefined ? "" : connector === undefined ? ` · EVSE ${evse}` : ` · EVSE ${evse}.${connector}`;
  return `${component}${instance === undefined ? "" : `[${instance}]`}${place}`;
}

/** The rest of the name, behind its group. */
export function shortName({ key, variable, variableInstance, attribute }: Address): string {
  const suffix = attribute === undefined || attribute === "Actual" ? "" : ` (${attribute})`;
  return key ?? `${variable ?? ""}${variableInstance === undefined ? "" : `[${variableInstance}]`}${suffix}`;
}
