import { cloneElement, createContext, useContext, useState, type KeyboardEvent, type ReactElement, type ReactNode } from "react";

type Parts = typeof import("./menuParts").DropdownMenu;

let parts: Parts | null = null;
const Loaded = createContext<Parts | null>(null);

/** Menus are opened seldom, so what they are made of is loaded when somebody comes near to the first of them. */
async function load(): Promise<Parts> {
  parts ??= (await import("./menuParts")).DropdownMenu;
  return parts;
}

/** What stands within a menu is made of these. */
export function useMenuParts(): Parts {
  const loaded = useContext(Loaded);
  if (loaded === null) {
    throw new Error("not within a menu");
  }
  return loaded;
}

interface Props {
  button: ReactElement<Record<string, unknown>>;
  side?: "bottom" | "top";
  children: ReactNode;
}

/** Things to do with one row, or with oneself, behind a button. */
export function Menu({ button, side = "bottom", children }: Props) {
  const [known, setKnown] = useState(parts);
  const [wasAsked, setAsked] = useState(false);
  if (known === null) {
    const open = () => {
      setAsked(true);
      void load().then((all) => { setKnown(all); });
    };
    return cloneElement(button, {
      "aria-haspopup": "menu",
      "aria-expanded": false,
      onPointerEnter: () => void load(),
      onClick: open,
      onKeyDown: ({ key }: KeyboardEvent) => {
        if (key === "ArrowDown") {
          open();
        }
      },
    });
  }
  const { Root, Trigger, Portal, Content } = known;
  return (
    // Modal, it would lock the page's scrolling with a style that the policy refuses.
    <Root modal={false} defaultOpen={wasAsked}>
      <Trigger asChild>{button}</Trigger>
      <Portal>
        <Content
          align="end"
          side={side}
          sideOffset={6}
          collisionPadding={12}
          className="z-20 min-w-48 rounded-xl border border-line bg-surface p-1 text-ink shadow-lg"
        >
          <Loaded value={known}>{children}</Loaded>
        </Content>
      </Portal>
    </Root>
  );
}

export function MenuItem({ onPick, isDanger = false, children }: { onPick: () => void; isDanger?: boolean; children: ReactNode }) {
  const { Item } = useMenuParts();
  return (
    <Item
      onSelect={onPick}
      className={`flex cursor-default items-center gap-2.5 rounded-lg px-3 py-2 text-sm outline-none select-none data-highlighted:bg-raised ${isDanger ? "text-bad" : ""}`}
    >
      {children}
    </Item>
  );
}
