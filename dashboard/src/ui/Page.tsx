import type { ReactNode } from "react";
import { useTitle } from "./useTitle";

interface Props {
  title: string;
  about?: string;
  action?: ReactNode;
  /** Of a page with a table or a picture: it takes all the width there is. */
  isWide?: boolean;
  children: ReactNode;
}

/** The frame of a page: its name, what it is about, and what can be done on all of it. */
export function Page({ title, about, action, isWide = false, children }: Props) {
  useTitle(title);
  return (
    <div className={`mx-auto flex flex-col gap-5 px-4 py-6 sm:px-6 lg:px-8 ${isWide ? "max-w-[110rem]" : "max-w-5xl"}`}>
      <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-3">
        <div className="min-w-0">
          <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
          {about !== undefined && <p className="mt-0.5 text-sm text-muted">{about}</p>}
        </div>
        {action !== undefined && <div className="flex flex-wrap items-center gap-2">{action}</div>}
      </div>
      {children}
    </div>
  );
}
