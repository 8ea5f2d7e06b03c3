import type { QueryKey } from "@tanstack/react-query";
import type { LucideIcon } from "lucide-react";
import type { LiveEvent } from "../live/LiveFeed";

/** The parts of the navigation, in their order. */
export const areas = ["operate", "control", "access", "money", "system"] as const;

/** An entry of the navigation. */
export interface NavigationEntry {
  path: string;
  area: (typeof areas)[number];
  /** Where it stands within its area: 10, 20, 30 … */
  order: number;
  /** The key of its name, its folder and a colon before it. */
  text: string;
  icon: LucideIcon;
  /** The permission without which it has nothing to show. */
  needs?: string;
}

/** What of the server's data an event makes old. */
export interface LiveRule {
  /** The beginning of the event's kind, such as `session.`. */
  kind: string;
  /** Queries whose key begins so are asked again. */
  stale: (event: LiveEvent) => QueryKey[];
}

/** Something that the search everywhere (Ctrl-K) finds. */
export interface Found {
  id: string;
  title: string;
  more?: string;
  to: string;
}

export interface SearchSource {
  /** The key of the name of what it finds, its folder and a colon before it. */
  text: string;
  needs?: string;
  /** Where what it finds stands: 10, 20, 30 … */
  order: number;
  find: (query: string, signal: AbortSignal) => Promise<Found[]>;
}

/** A part of the page of a station, at an address of its own below `/stations/$station`; its page is within a `StationPage`. */
export interface StationTab {
  path: string;
  order: number;
  /** The key of its name. */
  text: string;
  needs?: string;
}

/** What a folder of `src` brings to the frame, exported as `feature` by its `feature.ts`; its pages are in its `routes.ts`. */
export interface Feature {
  navigation?: NavigationEntry[];
  live?: LiveRule[];
  search?: SearchSource[];
  stationTabs?: StationTab[];
}

const files = import.meta.glob<Feature>("../*/feature.ts", { eager: true, import: "feature" });

/** All features there are. */
export const features: Feature[] = Object.values(files);
