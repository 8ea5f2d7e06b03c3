import { Ellipsis } from "lucide-react";
import type { ReactNode } from "react";
import { Menu } from "./Menu";

/** What can be done with one row, behind its dots. */
export function RowMenu({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Menu
      button={
        <button type="button" aria-label={label} className="rounded-lg p-1.5 text-muted hover:bg-raised hover:text-ink data-[state=open]:bg-raised">
          <Ellipsis className="size-4" aria-hidden="true" />
        </button>
      }
    >
      {children}
    </Menu>
  );
}
