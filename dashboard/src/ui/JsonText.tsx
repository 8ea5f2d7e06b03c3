/** JSON as people read it. */
export function JsonText({ value }: { value: unknown }) {
  return (
    <pre tabIndex={0} className="max-h-96 overflow-auto rounded-lg border border-line bg-ground px-3.5 py-3 font-mono text-xs whitespace-pre">
      {JSON.stringify(value, null, 2)}
    </pre>
  );
}
