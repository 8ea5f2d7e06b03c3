import createClient from "openapi-fetch";
import { ApiError, problemOf, Unreachable } from "./errors";
import type { components, paths } from "./schema";

/** Shapes of the API by their name in its document: `Model<"Status">`. */
export type Model<Name extends keyof components["schemas"]> = components["schemas"][Name];

/** The server that this page came from; typed by its document. Ask through {@link answered}. */
export const api = createClient<paths, `application/${string}json`>({
  baseUrl: window.location.origin,
  fetch: (request) => fetch(request),
});

interface Reply<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

/** What a call was answered with, whatever its status. @throws Unreachable */
export async function reached<Data>(call: Promise<Reply<Data>>): Promise<Reply<Data>> {
  try {
    return await call;
  } catch (failure) {
    // That is what `fetch` throws where nobody answers; a call that was given up is no news.
    throw failure instanceof TypeError ? new Unreachable() : failure;
  }
}

/** What a call was answered with. @throws ApiError when the server refuses, Unreachable when it does not answer */
export async function answered<Data>(call: Promise<Reply<Data>>): Promise<Data> {
  const { data, error, response } = await reached(call);
  if (data === undefined) {
    throw new ApiError(problemOf(response, error));
  }
  return data;
}

/** Waits for a call that is answered with nothing but "done". @throws as {@link answered} */
export async function done(call: Promise<Reply<unknown>>): Promise<void> {
  const { error, response } = await reached(call);
  if (!response.ok) {
    throw new ApiError(problemOf(response, error));
  }
}
