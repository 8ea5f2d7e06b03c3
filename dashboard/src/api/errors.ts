import i18next from "i18next";
import type { components } from "./schema";

/** As far as people are told of it. */
export interface Problem extends Pick<components["schemas"]["Problem"], "title" | "status" | "detail"> {
  /** The field of the form that it is about, where it is about one. */
  field: string | null;
  /** How long to wait before the next try, where the server says so. In seconds. */
  retryAfter: number | null;
}

/** The server has refused, and says why (RFC 9457). */
export class ApiError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.name = "ApiError";
    this.problem = problem;
  }
}

/** Nobody has answered: the server is away, or the way to it. */
export class Unreachable extends Error {
  constructor() {
    super(i18next.t("api:unreachable"));
    this.name = "Unreachable";
  }
}

/** Whether the server does not know who asks. */
export function isSignInNeeded(error: unknown): boolean {
  return error instanceof ApiError && error.problem.status === 401;
}

/** Whether the password was right, and the code of an authenticator app is asked for besides. */
export function isCodeNeeded(error: unknown): boolean {
  return error instanceof ApiError && error.problem.title === "Second factor needed";
}

/** A proxy in front may answer with a page of its own, so nothing is taken for granted. */
export function problemOf(response: Response, body: unknown): Problem {
  const { status } = response;
  const said = typeof body === "object" && body !== null ? (body as Partial<Record<keyof Problem, unknown>>) : {};
  const seconds = Number.parseInt(response.headers.get("Retry-After") ?? "", 10);
  return {
    status,
    title: typeof said.title === "string" ? said.title : i18next.t("api:status", { status }),
    detail: typeof said.detail === "string" ? said.detail : i18next.t("api:unexplained", { status }),
    field: typeof said.field === "string" ? said.field : null,
    retryAfter: Number.isNaN(seconds) ? null : seconds,
  };
}
