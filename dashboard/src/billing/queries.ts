import { queryOptions } from "@tanstack/react-query";
import { answered, api, type Model } from "../api/client";
import { listQuery } from "../api/list";
import type { Standing } from "../ui/Status";
import type { SearchState } from "../ui/useSearchState";

export const billStandings = { held: "warn", charged: "good", replaced: "off" } as const satisfies Record<Model<"BillState">, Standing>;

export const isBillState = (text: string | undefined): text is Model<"BillState"> => text !== undefined && Object.hasOwn(billStandings, text);

const paged = (cursor: string | undefined) => ({ limit: 100, ...(cursor !== undefined && { cursor }) });

export const driversQuery = ({ q }: SearchState) =>
  listQuery(["drivers", "list", q], (cursor, signal) =>
    answered(api.GET("/api/v1/drivers", { params: { query: { ...(q !== undefined && q !== "" && { q }), ...paged(cursor) } }, signal })),
  );

export const driverQuery = (id: number) =>
  queryOptions({
    queryKey: ["drivers", "one", id],
    queryFn: ({ signal }) => answered(api.GET("/api/v1/drivers/{id}", { params: { path: { id } }, signal })),
  });

export const accountQuery = (id: number) =>
  queryOptions({
    queryKey: ["accounts", "driver", id],
    queryFn: ({ signal }) => answered(api.GET("/api/v1/drivers/{id}/account", { params: { path: { id } }, signal })),
  });

export const companyAccountQuery = (id: number) =>
  queryOptions({
    queryKey: ["accounts", "company", id],
    queryFn: ({ signal }) => answered(api.GET("/api/v1/companies/{id}/account", { params: { path: { id } }, signal })),
  });

export const companiesQuery = ({ q }: SearchState) =>
  listQuery(["companies", q], (cursor, signal) =>
    answered(api.GET("/api/v1/companies", { params: { query: { ...(q !== undefined && q !== "" && { q }), ...paged(cursor) } }, signal })),
  );

export interface BillFilter {
  driver?: number;
  state?: Model<"BillState">;
  station?: string;
}

/** What the filters of the address ask for. */
export function billFilter({ state, station }: SearchState): BillFilter {
  return { ...(isBillState(state) && { state }), ...(station !== undefined && station !== "" && { station }) };
}

export const billsQuery = (filter: BillFilter) =>
  listQuery(["bills", filter], (cursor, signal) =>
    answered(api.GET("/api/v1/bills", { params: { query: { ...filter, ...paged(cursor) } }, signal })),
  );

export const invoicesQuery = (filter: { driver?: number; kind?: Model<"Invoice">["kind"] }) =>
  listQuery(["invoices", filter], (cursor, signal) =>
    answered(api.GET("/api/v1/invoices", { params: { query: { ...filter, ...paged(cursor) } }, signal })),
  );

/** Where a browser finds an invoice; without a language in that of the buyer. */
export const pdfOf = (id: number, language?: string): string => `/api/v1/invoices/${id}/pdf${language === undefined ? "" : `?language=${language}`}`;

export const balancesQuery = queryOptions({
  queryKey: ["ledger", "balances"],
  queryFn: ({ signal }) => answered(api.GET("/api/v1/ledger/balances", { signal })),
});

export const postingsQuery = listQuery(["ledger", "postings"], (cursor, signal) =>
  answered(api.GET("/api/v1/ledger/postings", { params: { query: paged(cursor) }, signal })),
);

export const profileQuery = queryOptions({
  queryKey: ["billing", "profile"],
  queryFn: ({ signal }) => answered(api.GET("/api/v1/billing/profile", { signal })),
});
