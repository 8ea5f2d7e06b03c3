import { X } from "lucide-react";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { currentNotices, dismiss, watchNotices } from "./notices";
import { standings } from "./Status";

/** What was done and what failed, in the corner of the page. */
export function Notices() {
  const { t } = useTranslation("ui");
  const notices = useSyncExternalStore(watchNotices, currentNotices);
  return (
    <div role="status" aria-live="polite" className="pointer-events-none fixed right-4 bottom-4 z-30 flex w-80 max-w-[calc(100vw-2rem)] flex-col gap-2">
      {notices.map(({ id, standing, text, more }) => {
        const { icon: Icon, look } = standings[standing];
        return (
          <div key={id} className="pointer-events-auto flex items-start gap-3 rounded-xl border border-line bg-surface p-3.5 text-sm shadow-lg">
            <Icon className={`mt-0.5 size-4 shrink-0 ${look}`} aria-hidden="true" />
            <div className="min-w-0 flex-1">
              <p className="font-medium break-words">{text}</p>
              {more !== undefined && <p className="mt-0.5 break-words text-muted">{more}</p>}
            </div>
            <button type="button" aria-label={t("close")} className="rounded text-muted hover:text-ink" onClick={() => { dismiss(id); }}>
              <X className="size-4" aria-hidden="true" />
            </button>
          </div>
        );
      })}
    </div>
  );
}
