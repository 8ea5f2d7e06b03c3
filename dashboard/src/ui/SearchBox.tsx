import { Search } from "lucide-react";
import { useEffect, useState } from "react";

/** So long nothing is written before it is looked for. In milliseconds. */
const PAUSE = 250;

/** Narrows a list down by what is written. */
export function SearchBox({ label, value, onSearch }: { label: string; value: string; onSearch: (text: string) => void }) {
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  if (value !== known) {
    setKnown(value); // somebody went back
    setText(value);
  }
  useEffect(() => {
    if (text === known) {
      return;
    }
    const timer = setTimeout(() => {
      setKnown(text);
      onSearch(text);
    }, PAUSE);
    return () => {
      clearTimeout(timer);
    };
  }, [text, known, onSearch]);
  return (
    <div className="relative min-w-48 flex-1 sm:max-w-xs">
      <Search className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-muted" aria-hidden="true" />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
        }}
        className="w-full rounded-lg border border-line bg-surface py-1.5 pr-3 pl-8 text-sm placeholder:text-muted"
      />
    </div>
  );
}
