import type { components } from "./schema";

/** As far as people are told of it. */
export type Problem = Pick<components["schemas"]["Problem"], "title" | "status" | "detail">;

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
    super("The server does not answer.");
    this.name = "Unreachable";
  }
}

/** Whether it is the API token that is missing, so that asking again by itself would only annoy. */
export function isTokenNeeded(error: unknown): boolean {
  return error instanceof ApiError && error.problem.status === 401;
}

/** A proxy in front may answer with a page of its own, so nothing is taken for granted. */
export function problemOf(status: number, body: unknown): Problem {
  const said = typeof body === "object" && body !== null ? (body as Partial<Record<keyof Problem, unknown>>) : {};
  return {
    status,
    title: typeof said.title === "string" ? said.title : `Status ${status}`,
    detail: typeof said.detail === "string" ? said.detail : `The answer had status ${status} and no explanation.`,
  };
}
