import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";

/** What is in the address behind the `?`: filters, so that each view has a link and "back" works. */
export type SearchState = Record<string, string | undefined>;

/** For `validateSearch` of a route whose page uses {@link useSearchState}: all that is text, or a number that reads as one. */
export function searchState(search: Record<string, unknown>): SearchState {
  return Object.fromEntries(
    Object.entries(search)
      .filter(([, value]) => typeof value === "string" || typeof value === "number" || typeof value === "boolean")
      .map(([key, value]) => [key, String(value)]),
  );
}

/** The filters of the address, and how they are changed; an empty text takes one away. */
export function useSearchState(): [SearchState, (changes: SearchState) => void] {
  const search: SearchState = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = useCallback(
    (changes: SearchState) => {
      void navigate({
        to: ".",
        replace: true,
        search: (before: SearchState) =>
          Object.fromEntries(Object.entries({ ...before, ...changes }).filter(([, value]) => value !== undefined && value !== "")),
      });
    },
    [navigate],
  );
  return [search, change];
}
