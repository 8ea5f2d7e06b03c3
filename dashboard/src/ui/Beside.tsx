import { X } from "lucide-react";
import { useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./Button";
import { Dialog } from "./Dialog";
import { useWidth } from "./useWidth";

/** From this width on there is place beside a list. */
const WIDE = 980;

interface Props {
  /** What the details are of. */
  title: string;
  /** Of what is chosen in the list; null: nothing is. */
  details: ReactNode;
  onClose: () => void;
  children: ReactNode;
}

/** A list, and beside it what is chosen there; on narrow pages in a dialog above it. */
export function Beside({ title, details, onClose, children }: Props) {
  const { t } = useTranslation("ui");
  const frame = useRef<HTMLDivElement>(null);
  const isWide = useWidth(frame) >= WIDE;
  const isOpen = details !== null && details !== undefined && details !== false;
  return (
    <div ref={frame} className={`grid items-start gap-4 ${isWide && isOpen ? "grid-cols-[minmax(0,1fr)_26rem]" : "grid-cols-1"}`}>
      <div className="min-w-0">{children}</div>
      {isOpen && isWide && (
        <aside aria-label={title} className="sticky top-4 flex max-h-[calc(100dvh-2rem)] flex-col gap-4 overflow-y-auto rounded-xl border border-line bg-surface p-4">
          <div className="flex items-start justify-between gap-3">
            <h2 className="text-sm font-semibold break-words">{title}</h2>
            <button type="button" aria-label={t("close")} onClick={onClose} className="rounded p-0.5 text-muted hover:bg-raised hover:text-ink">
              <X className="size-4" aria-hidden="true" />
            </button>
          </div>
          {details}
        </aside>
      )}
      {isOpen && !isWide && (
        <Dialog title={title} onClose={onClose} isWide>
          <div className="flex flex-col gap-4">
            {details}
            <div className="flex justify-end">
              <Button onClick={onClose}>{t("close")}</Button>
            </div>
          </div>
        </Dialog>
      )}
    </div>
  );
}
