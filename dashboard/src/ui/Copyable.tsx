import { Check, Copy } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./Button";

type Outcome = "copy" | "copied" | "selected";

/** A text to be taken elsewhere. @param lines shown one below the other, and copied so */
export function Copyable({ lines, label, isSmall = false }: { lines: string[]; label: string; isSmall?: boolean }) {
  const { t } = useTranslation("ui");
  const shown = useRef<HTMLDivElement>(null);
  const [outcome, setOutcome] = useState<Outcome>("copy");

  /** Browsers give a clipboard to pages that came by TLS or from this machine only; elsewhere it is selected. */
  async function copy() {
    try {
      await navigator.clipboard.writeText(lines.join("\n"));
      setOutcome("copied");
    } catch {
      if (shown.current !== null) {
        window.getSelection()?.selectAllChildren(shown.current);
      }
      setOutcome("selected");
    }
  }

  return (
    <div className="flex flex-col items-start gap-2.5">
      <div
        ref={shown}
        role="group"
        aria-label={label}
        className={`w-full rounded-lg border border-line bg-ground px-3.5 py-3 font-mono break-all select-all ${isSmall ? "text-xs" : "text-sm"} ${lines.length > 1 ? "grid grid-cols-1 gap-x-6 gap-y-1 min-[26rem]:grid-cols-2" : ""}`}
      >
        {lines.map((line) => (
          <span key={line} className="block">
            {line}
          </span>
        ))}
      </div>
      <Button onClick={() => void copy()}>
        {outcome === "copied" ? (
          <Check className="size-4 text-accent" aria-hidden="true" />
        ) : (
          <Copy className="size-4" aria-hidden="true" />
        )}
        <span aria-live="polite">{t(`ui:${outcome}`)}</span>
      </Button>
    </div>
  );
}
