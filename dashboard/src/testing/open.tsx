import { createMemoryHistory } from "@tanstack/react-router";
import { cleanup, render } from "@testing-library/react";
import { afterEach, vi } from "vitest";
import type { Model } from "../api/client";
import { dashboard } from "../dashboard";

/** By method and path: `GET /health`. */
export type Answers = Record<string, (request: Request) => Response | Promise<Response>>;

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json", ...headers } });

export const done = () => new Response(null, { status: 204 });

export const anna: Model<"User"> = {
  id: 1,
  email: "anna@example.org",
  name: "Anna Ohm",
  role: "owner",
  secondFactor: false,
  invited: false,
  disabled: false,
  createdAt: "2026-01-01T00:00:00Z",
  changedAt: "2026-01-01T00:00:00Z",
  signedInAt: null,
};

/** What the server says to whoever has signed in as Anna. */
export const me = (...permissions: string[]): Model<"Me"> => ({
  actor: "user:anna@example.org",
  user: anna,
  organisation: "Default",
  permissions,
  stationGroups: [],
  recoveryCodesLeft: null,
});

export const signInNeeded = () => json({ title: "Sign-in needed", status: 401, detail: "Show who you are." }, 401);

/** The page at an address, beside a server that answers so; where it has no answer it cannot be reached. */
export function open(answers: Answers, path = "/") {
  vi.stubGlobal("scrollTo", () => undefined);
  vi.stubGlobal("fetch", (request: Request) => {
    const answer = answers[`${request.method} ${new URL(request.url).pathname}`];
    return answer ? Promise.resolve(answer(request)) : Promise.reject(new TypeError("fetch failed"));
  });
  // jsdom knows no modal dialogues.
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
  };
  const opened = dashboard(createMemoryHistory({ initialEntries: [path] }));
  render(opened.element);
  return opened;
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});
