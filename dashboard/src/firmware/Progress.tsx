import { useTranslation } from "react-i18next";
import type { Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { doneShare } from "./words";

/** How far a campaign is: what went well, what failed, and what is under way, as parts of a line. */
export function Progress({ of }: { of: Model<"CampaignCounts"> }) {
  const { t } = useTranslation("firmware");
  const format = useFormat();
  const share = (count: number) => ({ width: `${of.stations === 0 ? 0 : (count / of.stations) * 100}%` });
  return (
    <span className="flex items-center gap-2">
      <span
        role="progressbar"
        aria-label={t("progress")}
        aria-valuenow={Math.round(doneShare(of))}
        aria-valuemin={0}
        aria-valuemax={100}
        className="flex h-2 min-w-16 flex-1 overflow-hidden rounded-full bg-raised"
      >
        <span className="bg-accent" style={share(of.installed)} />
        <span className="bg-bad" style={share(of.failed)} />
        <span className="bg-busy" style={share(of.running)} />
        <span className="bg-muted" style={share(of.skipped)} />
      </span>
      <span className="text-xs text-muted">{format.percent(doneShare(of))}</span>
    </span>
  );
}
