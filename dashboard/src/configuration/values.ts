import type { Model } from "../api/client";
import type { Standing } from "../ui/Status";
import { bodyOf, groupOf } from "./address";

type Value = Model<"ConfigurationValue">;

/** A line of the table: a value, or the component that those below it are of. */
export type Line = { group: string } | { value: Value };

/** Values in the order of their addresses, with a line above each component's. */
export function linesOf(values: Value[]): Line[] {
  let last: string | null = null;
  return values.flatMap((value) => {
    const group = groupOf(value.address);
    const isNew = group !== null && group !== last;
    last = group;
    return isNew ? [{ group }, { value }] : [{ value }];
  });
}

export const isWritable = ({ mutability }: Value): boolean => mutability !== "ReadOnly";

/** Whether what it is set to is shown to nobody. */
export const isHidden = ({ secret, mutability }: Value): boolean => secret || mutability === "WriteOnly";

/** What may be chosen of; null: anything may be written. */
export function choicesOf({ type, allowed, value }: Value): string[] | null {
  if (type === "boolean" || (type === undefined && (value === "true" || value === "false"))) {
    return ["true", "false"];
  }
  // Of the lists that OCPP 2.x has, only this one takes a single value.
  return type === "OptionList" && allowed !== undefined ? allowed.split(",").map((each) => each.trim()) : null;
}

/** The request for what was edited, by the names of the values. */
export function patchOf(values: Value[], edits: ReadonlyMap<string, string>): Model<"ConfigurationSettingsPatch"> {
  return {
    settings: values.flatMap(({ name, address }) => {
      const value = edits.get(name);
      return value === undefined ? [] : [{ ...bodyOf(address), value }];
    }),
  };
}

/** An edit that says what is so already is none. */
export function withEdit(edits: ReadonlyMap<string, string>, value: Value, text: string | null): ReadonlyMap<string, string> {
  const next = new Map(edits);
  if (text === null || (!isHidden(value) && text === (value.value ?? "") && edits.has(value.name) && !value.rebootPending)) {
    next.delete(value.name);
  } else {
    next.set(value.name, text);
  }
  return next;
}

const results: Record<string, Standing> = { Accepted: "good", RebootRequired: "waiting", Rejected: "bad", NotSupported: "blocked" };

/** How a station's word on a value stands; what it has no word for has failed. */
export const standingOf = (result: string): Standing => results[result] ?? "bad";

export const driftStandings = { inLine: "good", differs: "warn", rebootPending: "waiting", unknown: "off" } as const satisfies Record<
  Model<"ConfigurationDriftState">,
  Standing
>;

/** What a station is to be set to, with one value more, or another one for the same address. */
export function withDesired(settings: Model<"DesiredSetting">[], added: Model<"DesiredSettingBody">): Model<"DesiredConfigurationBody"> {
  const others = settings.map(({ address, value, enforce }) => ({ ...bodyOf(address), value, enforce }));
  const key = placeOf(added);
  return { settings: [...others.filter((each) => placeOf(each) !== key), added] };
}

export function withoutDesired(settings: Model<"DesiredSetting">[], name: string): Model<"DesiredConfigurationBody"> {
  return {
    settings: settings.filter((each) => each.name !== name).map(({ address, value, enforce }) => ({ ...bodyOf(address), value, enforce })),
  };
}

function placeOf(address: Model<"DesiredSettingBody">): string {
  const { key, component, instance, evse, connector, variable, variableInstance, attribute } = address;
  return JSON.stringify(
    [key, component, instance, evse, connector, variable, variableInstance, attribute ?? (key ? null : "Actual")].map((each) =>
      typeof each === "string" ? each.toLowerCase() : (each ?? null),
    ),
  );
}
