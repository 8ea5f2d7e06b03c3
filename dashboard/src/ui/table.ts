import type { ReactNode } from "react";

/** A column of a {@link DataTable}. */
export interface Column<Row> {
  id: string;
  title: string;
  cell: (row: Row) => ReactNode;
  /** The word by which the server sorts by it; without one it does not. */
  sort?: string;
  /** On the right, as numbers are. */
  isNumber?: boolean;
  /** A share of the width, or such as `8rem`. */
  width?: string;
  /** Narrower pages leave it out; `off`: shown when somebody wants it. */
  from?: "sm" | "md" | "lg" | "xl" | "off";
}

const breakpoints = { sm: 640, md: 768, lg: 1024, xl: 1280 } as const;

/** The columns that fit, or were chosen. @param chosen null: nobody has chosen */
export function shownColumns<Row>(columns: Column<Row>[], width: number, chosen: readonly string[] | null): Column<Row>[] {
  return columns.filter(({ id, from }) => {
    const fits = from === undefined || from === "off" || width >= breakpoints[from];
    return fits && (chosen === null ? from !== "off" : chosen.includes(id));
  });
}
