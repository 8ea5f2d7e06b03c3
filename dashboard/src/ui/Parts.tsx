import type { Choice } from "./Select";
import { useInView } from "./useInView";

/** Which part of a page is shown; where it is kept in the address, each part has a link. */
export function Parts({ label, value, parts, onPick }: { label: string; value: string; parts: Choice[]; onPick: (value: string) => void }) {
  const frame = useInView<HTMLDivElement>("[aria-pressed=true]", value);
  return (
    <div ref={frame} role="group" aria-label={label} className="flex max-w-full gap-0.5 self-start overflow-x-auto rounded-lg bg-raised p-0.5">
      {parts.map((part) => (
        <button
          key={part.value}
          type="button"
          aria-pressed={part.value === value}
          onClick={() => {
            onPick(part.value);
          }}
          className="rounded-md px-3 py-1 text-sm whitespace-nowrap text-muted hover:text-ink aria-pressed:bg-surface aria-pressed:font-medium aria-pressed:text-ink aria-pressed:shadow-sm"
        >
          {part.text}
        </button>
      ))}
    </div>
  );
}
