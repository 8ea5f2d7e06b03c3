/** A line of a table that is to be imported, and what the server has against it. */
export interface PreviewLine {
  /** From 1 on, as the server counts. */
  line: number;
  text: string;
  faults: string[];
}

/** What a refusal says of single lines: `Line 3: … Line 4: …`. */
export function faultsOf(detail: string): Map<number, string[]> {
  const faults = new Map<number, string[]>();
  for (const [, line, sentence] of detail.matchAll(/\bLine (\d+): (.*?)(?=\s+Line \d+: |\s*Nothing was imported\.|$)/gs)) {
    const number = Number(line);
    faults.set(number, [...(faults.get(number) ?? []), (sentence ?? "").trim()]);
  }
  return faults;
}

/** Those lines of a table that a refusal is about. Empty: it is about the table as a whole. */
export function faultyLines(table: string, detail: string): PreviewLine[] {
  const lines = table.split(/\r\n|\r|\n/);
  return [...faultsOf(detail)]
    .sort(([one], [other]) => one - other)
    .map(([line, faults]) => ({ line, text: lines[line - 1] ?? "", faults }));
}
