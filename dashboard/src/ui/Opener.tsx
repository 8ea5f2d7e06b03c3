import type { ReactNode } from "react";

/** In the first column of a table whose rows open a dialog: for those who have no mouse. */
export function Opener({ onOpen, children }: { onOpen: () => void; children: ReactNode }) {
  return (
    <button type="button" className="max-w-full truncate text-left font-medium -outline-offset-2 hover:underline" onClick={onOpen}>
      {children}
    </button>
  );
}
