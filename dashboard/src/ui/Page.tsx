import type { ReactNode } from "react";
import { useTitle } from "./useTitle";

/** The frame of a page: its name, what it is about, and what can be done on all of it. */
export function Page(props: { title: string; about: string; action?: ReactNode; children: ReactNode }) {
  useTitle(props.title);
  return (
    <div className="mx-auto flex max-w-5xl flex-col gap-6 px-5 py-8 sm:px-8 sm:py-10">
      <div className="flex items-end justify-between gap-4">
        <div className="min-w-0">
          <h1 className="text-2xl font-semibold tracking-tight">{props.title}</h1>
          <p className="mt-1 text-sm text-muted">{props.about}</p>
        </div>
        {props.action}
      </div>
      {props.children}
    </div>
  );
}
