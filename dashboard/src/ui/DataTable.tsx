import { useVirtualizer } from "@tanstack/react-virtual";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { shownColumns, type Column } from "./table";
import { useWidth } from "./useWidth";
import { Waiting } from "./Waiting";

interface Props<Row> {
  /** What it lists, read out. */
  label: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** What is shown of the chosen row; a press of Enter or a click. */
  onOpen?: (row: Row) => void;
  /** The columns somebody chose; null: nobody has. */
  chosen?: readonly string[] | null;
  /** The server's word, `-` before it for downwards. */
  sort?: string;
  onSort?: (sort: string) => void;
  selected?: ReadonlySet<string>;
  onSelect?: (selected: ReadonlySet<string>) => void;
  /** There is more than the rows, and this gets it. */
  onEnd?: () => void;
  isMore?: boolean;
  /** Within a dialog, which has other things to show besides. */
  isShort?: boolean;
  /** Stands where there are no rows. */
  nothing?: ReactNode;
}

const ROW = 40;

/** Rows in columns; only what is on the screen is drawn, so ten thousand scroll as ten do. */
export function DataTable<Row>(props: Props<Row>) {
  const { rows, rowKey, selected, onSelect, onEnd, isMore = false } = props;
  const { t } = useTranslation("ui");
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const columns = shownColumns(props.columns, width, props.chosen ?? null);
  const template = `${onSelect ? "2.5rem " : ""}${columns.map((column) => `minmax(0, ${column.width ?? "1fr"})`).join(" ")}`;
  // eslint-disable-next-line react-hooks/incompatible-library -- its functions are used here only
  const virtual = useVirtualizer({
    count: rows.length + (isMore ? 1 : 0),
    getScrollElement: () => frame.current,
    estimateSize: () => ROW,
    overscan: 12,
    getItemKey: (index) => (index < rows.length ? rowKey(rows[index] as Row) : "more"),
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (isMore && last >= rows.length - 1) {
      onEnd?.();
    }
  }, [isMore, last, rows.length, onEnd]);
  const isAll = rows.length > 0 && rows.every((row) => selected?.has(rowKey(row)));

  if (rows.length === 0 && !isMore && props.nothing !== undefined) {
    return props.nothing;
  }
  return (
    <div
      ref={frame}
      role="table"
      aria-label={props.label}
      aria-rowcount={rows.length + 1}
      tabIndex={0}
      className={`${props.isShort ? "max-h-[45dvh]" : "max-h-[calc(100dvh-13rem)]"} min-h-32 overflow-auto rounded-xl border border-line bg-surface text-sm`}
    >
      <div
        role="row"
        aria-rowindex={1}
        className="sticky top-0 z-10 grid items-center gap-x-3 border-b border-line bg-surface px-4 text-xs text-muted"
        style={{ gridTemplateColumns: template, minHeight: 36 }}
      >
        {onSelect && (
          <span role="columnheader">
            <input
              type="checkbox"
              aria-label={t("selectAll")}
              checked={isAll}
              onChange={() => {
                onSelect(isAll ? new Set() : new Set(rows.map(rowKey)));
              }}
              className="size-4 accent-[var(--accent)]"
            />
          </span>
        )}
        {columns.map((column) => (
          <Heading key={column.id} column={column} {...(props.sort !== undefined && { sort: props.sort })} {...(props.onSort && { onSort: props.onSort })} />
        ))}
      </div>
      <div role="rowgroup" className="relative" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index];
          return (
            <div
              key={item.key}
              role="row"
              aria-rowindex={item.index + 2}
              className={`absolute inset-x-0 grid items-center gap-x-3 border-b border-line/60 px-4 ${props.onOpen && row !== undefined ? "cursor-pointer hover:bg-raised" : ""}`}
              style={{ gridTemplateColumns: template, height: ROW, transform: `translateY(${item.start}px)` }}
              onClick={(event) => {
                const target = event.target as HTMLElement;
                // A menu of the row lies elsewhere in the document, and its clicks come here all the same.
                if (row !== undefined && event.currentTarget.contains(target) && !target.closest("a, button, input, label")) {
                  props.onOpen?.(row);
                }
              }}
            >
              {row === undefined ? (
                <span role="cell">
                  <Waiting />
                </span>
              ) : (
                <Cells row={row} id={rowKey(row)} columns={columns} {...(selected && { selected })} {...(onSelect && { onSelect })} />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Heading<Row>({ column, sort, onSort }: { column: Column<Row>; sort?: string; onSort?: (sort: string) => void }) {
  const place = column.isNumber ? "justify-self-end text-right" : "";
  if (column.sort === undefined || onSort === undefined) {
    return (
      <span role="columnheader" className={`truncate ${place}`}>
        {column.title}
      </span>
    );
  }
  const isUp = sort === column.sort;
  const isDown = sort === `-${column.sort}`;
  const Icon = isDown ? ArrowDown : ArrowUp;
  return (
    <span role="columnheader" aria-sort={isUp ? "ascending" : isDown ? "descending" : "none"} className={place}>
      <button
        type="button"
        className="inline-flex items-center gap-1 rounded hover:text-ink"
        onClick={() => {
          onSort(isUp ? `-${column.sort ?? ""}` : (column.sort ?? ""));
        }}
      >
        {column.title}
        <Icon className={`size-3 ${isUp || isDown ? "" : "invisible"}`} aria-hidden="true" />
      </button>
    </span>
  );
}

interface CellsProps<Row> {
  row: Row;
  id: string;
  columns: Column<Row>[];
  selected?: ReadonlySet<string>;
  onSelect?: (selected: ReadonlySet<string>) => void;
}

function Cells<Row>({ row, id, columns, selected, onSelect }: CellsProps<Row>) {
  const { t } = useTranslation("ui");
  return (
    <>
      {onSelect && (
        <span role="cell">
          <input
            type="checkbox"
            aria-label={t("select", { what: id })}
            checked={selected?.has(id) ?? false}
            onChange={() => {
              const next = new Set(selected);
              if (!next.delete(id)) {
                next.add(id);
              }
              onSelect(next);
            }}
            className="size-4 accent-[var(--accent)]"
          />
        </span>
      )}
      {columns.map((column) => (
        <span key={column.id} role="cell" className={`min-w-0 truncate ${column.isNumber ? "text-right" : ""}`}>
          {column.cell(row)}
        </span>
      ))}
    </>
  );
}

/** Which columns somebody wants, kept in this browser. */
export function useChosenColumns(table: string): [readonly string[] | null, (ids: readonly string[] | null) => void] {
  const key = `ohmstead.columns.${table}`;
  const [chosen, setChosen] = useState<readonly string[] | null>(() => {
    const kept = localStorage.getItem(key);
    return kept === null ? null : kept.split(",");
  });
  return [
    chosen,
    (ids) => {
      if (ids === null) {
        localStorage.removeItem(key);
      } else {
        localStorage.setItem(key, ids.join(","));
      }
      setChosen(ids);
    },
  ];
}
