import { useTranslation } from "react-i18next";
import { useLiveState } from "../live/Live";

const looks = { connecting: "bg-muted", live: "bg-accent", broken: "bg-warn", refused: "bg-bad" } as const;

/** Whether what is shown moves by itself. */
export function LiveSign() {
  const { t } = useTranslation("shell");
  const state = useLiveState();
  return (
    <span role="status" title={t(`live.more.${state}`)} className="ml-auto inline-flex items-center gap-1.5 text-xs text-muted">
      <span aria-hidden="true" className={`size-2 ${state === "broken" || state === "refused" ? "" : "rounded-full"} ${looks[state]}`} />
      {t(`live.${state}`)}
    </span>
  );
}
