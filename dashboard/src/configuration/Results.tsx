import { X } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Model } from "../api/client";
import { Card } from "../ui/Card";
import { Status } from "../ui/Status";
import { standingOf } from "./values";

const named = new Set(["Accepted", "RebootRequired", "Rejected", "NotSupported", "timedOut", "notConnected"]);

/** What the station said to each value that it was told. */
export function Results({ of, onClose }: { of: Model<"ConfigurationSettingResult">[]; onClose?: () => void }) {
  const { t } = useTranslation("configuration");
  return (
    <Card className="flex flex-col gap-2 px-4 py-3 text-sm">
      <div className="flex items-center justify-between">
        <h2 className="font-medium">{t("results")}</h2>
        {onClose && (
          <button type="button" aria-label={t("ui:close")} className="rounded p-1 text-muted hover:text-ink" onClick={onClose}>
            <X className="size-4" aria-hidden="true" />
          </button>
        )}
      </div>
      {of.length === 0 && <p className="text-muted">{t("allInLine")}</p>}
      <ul className="flex flex-col gap-1.5">
        {of.map(({ name, result, reason }) => (
          <li key={name} className="flex flex-wrap items-baseline gap-x-3">
            <span className="min-w-0 break-all">{name}</span>
            <span title={result}>
              <Status standing={standingOf(result)}>{named.has(result) ? t(`result.${result}`) : result}</Status>
            </span>
            {reason !== undefined && <span className="text-muted">{reason}</span>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
