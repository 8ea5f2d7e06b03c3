import type { Model } from "../api/client";
import type { Standing } from "../ui/Status";

export const monitorTypes = [
  "UpperThreshold",
  "LowerThreshold",
  "Delta",
  "Periodic",
  "PeriodicClockAligned",
  "TargetDelta",
  "TargetDeltaRelative",
] as const satisfies Model<"MonitorToSet">["type"][];

export const bases = ["All", "FactoryDefault", "HardWiredOnly"] as const satisfies Model<"MonitoringBase">["base"][];

export const severities = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** How grave a severity of OCPP is: the smaller the worse. */
export function severityStanding(severity: number | undefined): Standing {
  return severity === undefined ? "off" : severity <= 3 ? "alert" : severity <= 5 ? "bad" : severity === 6 ? "warn" : "info";
}

const fieldsOf = (value: unknown): Record<string, unknown> => (typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {});

const text = (value: unknown): string => (typeof value === "string" ? value : "");

function named(value: unknown): string {
  const { name, instance } = fieldsOf(value);
  return `${text(name)}${text(instance) === "" ? "" : `[${text(instance)}]`}`;
}

/** A component and its variable in one, as a station writes them: `Connector@1.2.Power`. */
export function watched(component: unknown, variable: unknown): string {
  const { id, connectorId } = fieldsOf(fieldsOf(component).evse);
  const place = typeof id === "number" ? `@${id}${typeof connectorId === "number" ? `.${connectorId}` : ""}` : "";
  return `${named(component)}${place}.${named(variable)}`;
}

/** What people look for in an event. */
export function gistOf(data: unknown): { what: string; value: string; trigger: string } {
  const { component, variable, actualValue, trigger } = fieldsOf(data);
  return { what: watched(component, variable), value: text(actualValue), trigger: text(trigger) };
}

/** The monitor of a form. @param value of a field, by its name */
export function monitorOf(value: (name: string) => string): Model<"MonitorToSet"> {
  const type = monitorTypes.find((each) => each === value("type")) ?? "UpperThreshold";
  return {
    component: { name: value("component").trim(), ...(value("evse") !== "" && { evse: Number(value("evse")) }) },
    variable: { name: value("variable").trim() },
    type,
    value: Number(value("value")),
    severity: Number(value("severity")),
    transaction: value("transaction") === "on",
    ...(type === "Periodic" && value("stream") !== "" && { stream: { interval: Number(value("stream")) } }),
  };
}
