import type { Model } from "../api/client";
import { instantOf } from "../verbs/instant";

export const priorities = ["AlwaysFront", "InFront", "NormalCycle"] as const;
export const states = ["Charging", "Idle", "Faulted", "Unavailable"] as const;
export const formats = ["UTF8", "ASCII", "HTML", "URI"] as const;

/** A MessageInfo of OCPP 2.x without its number, of a form. @param value of a field, by its name */
export function messageOf(value: (name: string) => string): Record<string, unknown> {
  const start = instantOf(value("from"));
  const end = instantOf(value("until"));
  const language = value("language").trim();
  return {
    priority: value("priority"),
    ...(value("state") !== "" && { state: value("state") }),
    ...(start !== undefined && { startDateTime: start }),
    ...(end !== undefined && { endDateTime: end }),
    ...(value("transactionId").trim() !== "" && { transactionId: value("transactionId").trim() }),
    message: { format: value("format"), ...(language !== "" && { language }), content: value("content") },
  };
}

const fieldsOf = (value: unknown): Record<string, unknown> => (typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {});

/** What people look for in a message; empty where the station wrote something else. */
export function gistOf({ message }: Pick<Model<"DisplayMessage">, "message">): { content: string; priority: string; state: string; until: string | null } {
  const { priority, state, endDateTime, message: inner } = fieldsOf(message);
  const { content } = fieldsOf(inner);
  const text = (each: unknown) => (typeof each === "string" ? each : "");
  return { content: text(content), priority: text(priority), state: text(state), until: text(endDateTime) || null };
}

/** The lowest number that no message has. */
export function freeNumber(taken: number[]): number {
  let number = 1;
  while (taken.includes(number)) {
    number++;
  }
  return number;
}
