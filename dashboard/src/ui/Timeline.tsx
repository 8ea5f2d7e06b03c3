import type { ReactNode } from "react";
import { useFormat } from "../i18n/format";
import { standings, type Standing } from "./Status";

export interface Moment {
  key: string;
  at: string | null;
  standing: Standing;
  title: ReactNode;
  more?: ReactNode;
}

/** What happened, one below the other. */
export function Timeline({ of }: { of: Moment[] }) {
  const format = useFormat();
  return (
    <ol className="flex flex-col">
      {of.map(({ key, at, standing, title, more }) => {
        const { icon: Icon, look } = standings[standing];
        return (
          <li key={key} className="relative grid grid-cols-[1.25rem_1fr_auto] gap-x-3 pb-4 text-sm before:absolute before:top-5 before:bottom-0 before:left-[0.55rem] before:w-px before:bg-line last:before:hidden">
            <Icon className={`mt-0.5 size-4.5 bg-surface ${look}`} aria-hidden="true" />
            <div className="min-w-0">
              <div className="font-medium break-words">{title}</div>
              {more !== undefined && <div className="text-muted">{more}</div>}
            </div>
            <time dateTime={at ?? undefined} title={format.moment(at)} className="text-xs text-muted">
              {format.time(at)}
            </time>
          </li>
        );
      })}
    </ol>
  );
}
