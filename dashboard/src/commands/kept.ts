import { isObject, type Json } from "./schema";

const key = (version: string, action: string) => `ohmstead.command.${version}.${action}`;

/** The payload that was sent last from this browser, if there is one. */
export function keptPayload(version: string, action: string): Record<string, Json> | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key(version, action)) ?? "null") as Json;
    return isObject(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** @param payload as the server shows it: one with a password in it, for which it writes ***, is not kept */
export function keepPayload(version: string, action: string, payload: unknown): void {
  const text = JSON.stringify(payload);
  if (!text.includes('"***"')) {
    localStorage.setItem(key(version, action), text);
  }
}
