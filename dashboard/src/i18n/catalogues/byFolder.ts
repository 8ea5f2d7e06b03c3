/** The messages of each folder of `src`, by its name: `../../stations/messages/en.json` are those of `stations`. */
export function byFolder(files: Record<string, object>): Record<string, object> {
  return Object.fromEntries(Object.entries(files).map(([path, messages]) => [path.split("/")[2] ?? "", messages]));
}
