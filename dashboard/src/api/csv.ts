import { ApiError, problemOf, Unreachable } from "./errors";

/** Has the browser keep a list of the API as a table. @param query filters; those without a value are left out */
export async function saveCsv(path: string, query: Record<string, string | number | boolean | undefined>, name: string): Promise<void> {
  const given = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]));
  let response: Response;
  try {
    response = await fetch(`${path}?${new URLSearchParams(given).toString()}`, { headers: { Accept: "text/csv" } });
  } catch (failure) {
    throw failure instanceof TypeError ? new Unreachable() : failure;
  }
  if (!response.ok) {
    throw new ApiError(problemOf(response, await response.json().catch(() => null)));
  }
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers read it only after this turn.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 10_000);
}
