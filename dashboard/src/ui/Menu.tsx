import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";

/** Things to do with one row, or with oneself, behind a button. */
export function Menu({ button, side = "bottom", children }: { button: ReactNode; side?: "bottom" | "top"; children: ReactNode }) {
  return (
    // Modal, it would lock the page's scrolling with a style that the policy refuses.
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{button}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          side={side}
          sideOffset={6}
          collisionPadding={12}
          className="z-20 min-w-48 rounded-xl border border-line bg-surface p-1 text-ink shadow-lg"
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

export function MenuItem({ onPick, isDanger = false, children }: { onPick: () => void; isDanger?: boolean; children: ReactNode }) {
  return (
    <DropdownMenu.Item
      onSelect={onPick}
      className={`flex cursor-default items-center gap-2.5 rounded-lg px-3 py-2 text-sm outline-none select-none data-highlighted:bg-raised ${isDanger ? "text-bad" : ""}`}
    >
      {children}
    </DropdownMenu.Item>
  );
}
