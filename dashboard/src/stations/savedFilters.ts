import { useState } from "react";
import type { SearchState } from "../ui/useSearchState";

/** A way to look at a list, by a name. */
export interface SavedFilter {
  name: string;
  search: Record<string, string>;
}

const MOST = 50;

/** What was kept, as far as it can be read: people and other versions write to a browser's storage, too. */
export function savedFrom(text: string | null): SavedFilter[] {
  try {
    const kept: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(kept) ? kept.filter(isSaved) : [];
  } catch {
    return [];
  }
}

function isSaved(value: unknown): value is SavedFilter {
  if (typeof value !== "object" || value === null) {
    return false;
  }
  const { name, search } = value as Partial<Record<keyof SavedFilter, unknown>>;
  return (
    typeof name === "string" &&
    name !== "" &&
    typeof search === "object" &&
    search !== null &&
    Object.values(search).every((each) => typeof each === "string")
  );
}

/** One of the same name is replaced. */
export function withSaved(all: SavedFilter[], name: string, search: SearchState): SavedFilter[] {
  const kept = Object.fromEntries(Object.entries(search).filter((each): each is [string, string] => each[1] !== undefined && each[1] !== ""));
  return [...all.filter((each) => each.name !== name), { name, search: kept }]
    .sort((one, other) => one.name.localeCompare(other.name))
    .slice(0, MOST);
}

/** Whether a list is looked at in that way now. */
export function isChosen({ search }: SavedFilter, now: SearchState): boolean {
  const keys = new Set([...Object.keys(search), ...Object.keys(now)]);
  return [...keys].every((key) => (search[key] ?? "") === (now[key] ?? ""));
}

/** Those of a list, kept in this browser. */
export function useSavedFilters(list: string) {
  const key = `ohmstead.filters.${list}`;
  const [all, setAll] = useState(() => savedFrom(localStorage.getItem(key)));
  const keep = (changed: SavedFilter[]) => {
    localStorage.setItem(key, JSON.stringify(changed));
    setAll(changed);
  };
  return {
    all,
    save: (name: string, search: SearchState) => {
      keep(withSaved(all, name, search));
    },
    remove: (name: string) => {
      keep(all.filter((each) => each.name !== name));
    },
  };
}
