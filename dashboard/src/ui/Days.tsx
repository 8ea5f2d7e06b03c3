import { useTranslation } from "react-i18next";

interface Props {
  from: string | undefined;
  to: string | undefined;
  onPick: (days: { from?: string; to?: string }) => void;
}

const look = "rounded-lg border border-line bg-surface px-2 py-1.5 text-sm";

/** The first and the last day by which a list is narrowed down, such as `2026-05-01`. */
export function Days({ from, to, onPick }: Props) {
  const { t } = useTranslation("ui");
  return (
    <span className="inline-flex items-center gap-1.5 text-sm text-muted">
      <input type="date" aria-label={t("fromDay")} title={t("fromDay")} value={from ?? ""} max={to} onChange={(event) => { onPick({ from: event.target.value }); }} className={look} />
      <span aria-hidden="true">–</span>
      <input type="date" aria-label={t("toDay")} title={t("toDay")} value={to ?? ""} min={from} onChange={(event) => { onPick({ to: event.target.value }); }} className={look} />
    </span>
  );
}
