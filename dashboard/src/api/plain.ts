import { answered } from "./client";

/** What a `GET` of an operation is answered with that schema.d.ts does not have yet. @throws as {@link answered} */
export function getJson<Data>(path: string, query: Record<string, string | undefined>, signal: AbortSignal): Promise<Data> {
  const url = new URL(path, window.location.origin);
  Object.entries(query).forEach(([key, value]) => {
    if (value !== undefined) {
      url.searchParams.set(key, value);
    }
  });
  const reply = fetch(new Request(url, { signal })).then(async (response) => {
    const body: unknown = await response.json().catch(() => null);
    return { response, ...(response.ok ? { data: body as Data } : { error: body }) };
  });
  return answered(reply);
}
