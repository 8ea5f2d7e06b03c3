import { Columns3 } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./Button";
import { Menu, MenuItem, useMenuParts } from "./Menu";
import type { Column } from "./table";

interface Props<Row> {
  columns: Column<Row>[];
  chosen: readonly string[] | null;
  onChoose: (ids: readonly string[] | null) => void;
}

/** Which columns a table shows. */
export function ColumnChooser<Row>({ columns, chosen, onChoose }: Props<Row>) {
  const { t } = useTranslation("ui");
  const shown = chosen ?? columns.filter(({ from }) => from !== "off").map(({ id }) => id);
  return (
    <Menu
      button={
        <Button aria-label={t("columns")}>
          <Columns3 className="size-4" aria-hidden="true" />
          <span className="max-sm:hidden">{t("columns")}</span>
        </Button>
      }
    >
      {columns.map(({ id, title }) => (
        <Choice
          key={id}
          isChosen={shown.includes(id)}
          onPick={() => { onChoose(shown.includes(id) ? shown.filter((each) => each !== id) : [...shown, id]); }}
        >
          {title}
        </Choice>
      ))}
      <MenuItem onPick={() => { onChoose(null); }}>{t("usualColumns")}</MenuItem>
    </Menu>
  );
}

/** The menu stays, so that several can be chosen. */
function Choice({ isChosen, onPick, children }: { isChosen: boolean; onPick: () => void; children: ReactNode }) {
  const { CheckboxItem, ItemIndicator } = useMenuParts();
  return (
    <CheckboxItem
      checked={isChosen}
      onSelect={(event) => {
        event.preventDefault();
        onPick();
      }}
      className="flex cursor-default items-center gap-2.5 rounded-lg px-3 py-1.5 text-sm outline-none select-none data-highlighted:bg-raised"
    >
      <span className="w-4">
        <ItemIndicator>✓</ItemIndicator>
      </span>
      {children}
    </CheckboxItem>
  );
}
