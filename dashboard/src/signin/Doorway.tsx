import type { ReactNode } from "react";
import { Mark } from "../shell/Mark";
import { Card } from "../ui/Card";
import { useTitle } from "../ui/useTitle";

/** What is around a page for whoever is not signed in. */
export function Doorway({ title, about, children }: { title: string; about?: ReactNode; children?: ReactNode }) {
  useTitle(title);
  return (
    <main className="flex min-h-dvh flex-col items-center px-4 pt-[max(2rem,14vh)] pb-8">
      <div className="flex w-full max-w-sm flex-col gap-6">
        <p className="flex items-center gap-3 px-1">
          <Mark />
          <span className="text-[1.05rem] font-semibold tracking-tight">Ohmstead</span>
          <span className="ml-auto min-w-0 truncate text-sm text-muted">{window.location.host}</span>
        </p>
        <Card className="flex flex-col gap-5 p-6">
          <div>
            <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
            {about && <div className="mt-1.5 text-sm text-muted">{about}</div>}
          </div>
          {children}
        </Card>
      </div>
    </main>
  );
}
