/** An object that somebody has written as JSON. @throws SyntaxError that says where it is none */
export function objectOf(text: string): Record<string, unknown> {
  const value: unknown = JSON.parse(text);
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new SyntaxError("{ … }");
  }
  return value as Record<string, unknown>;
}
