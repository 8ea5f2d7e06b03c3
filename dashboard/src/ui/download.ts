import { problemOf, ApiError } from "../api/errors";

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

/** A list of the API as a table, all of it. @throws ApiError */
export async function downloadCsv(address: string, name: string): Promise<void> {
  const response = await fetch(new Request(new URL(address, window.location.origin), { headers: { Accept: "text/csv" } }));
  if (!response.ok) {
    throw new ApiError(problemOf(response, await response.json().catch(() => null)));
  }
  download(name, "text/csv", await response.blob());
}
