import { beginOf, endOf } from "../ui/days";
import type { SearchState } from "../ui/useSearchState";

interface AuditFilter {
  actor?: string;
  entity?: string;
  entityId?: string;
  action?: string;
  from?: string;
  to?: string;
}

/** What the log is asked for. Which thing it is says something only together with its kind. */
export function auditFilter({ actor, entity, entityId, action, from, to }: SearchState): AuditFilter {
  const all = { actor, entity, entityId: entity ? entityId : undefined, action, from: beginOf(from), to: endOf(to) };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined && value !== ""));
}

/** The fields that a change is about: as they were, and as they are. */
export function differences(before: unknown, after: unknown): { field: string; before: unknown; after: unknown }[] {
  const object = (value: unknown): Record<string, unknown> => (typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {});
  const [was, is] = [object(before), object(after)];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].map((field) => ({ field, before: was[field], after: is[field] }));
}

/** A value of a field on one line; nothing: there is none. */
export function textOf(value: unknown): string {
  return value === undefined || value === null ? "" : typeof value === "string" ? value : JSON.stringify(value);
}
