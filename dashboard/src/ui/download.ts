import { ApiError, problemOf, Unreachable } from "../api/errors";

/** Puts a file among the downloads of whoever looks. */
export function download(name: string, type: string, content: BlobPart): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers read it only after this turn.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 10_000);
}

/** A list of the API as a table, all of it. @param query filters; those without a value are left out @throws ApiError, Unreachable */
export async function downloadCsv(path: string, query: Record<string, string | number | boolean | undefined>, name: string): Promise<void> {
  const address = new URL(path, window.location.origin);
  Object.entries(query).forEach(([key, value]) => {
    if (value !== undefined) {
      address.searchParams.set(key, String(value));
    }
  });
  const response = await fetch(new Request(address, { headers: { Accept: "text/csv" } })).catch((failure: unknown) => {
    throw failure instanceof TypeError ? new Unreachable() : failure;
  });
  if (!response.ok) {
    throw new ApiError(problemOf(response, await response.json().catch(() => null)));
  }
  download(name, "text/csv", await response.blob());
}
