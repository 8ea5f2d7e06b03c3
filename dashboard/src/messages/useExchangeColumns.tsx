import { ArrowDownLeft, ArrowUpRight } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { Status } from "../ui/Status";
import type { Column } from "../ui/table";
import { contentOf, errorCodeOf, type Exchange } from "./exchange";

/** What a line of the trace shows. */
export function useExchangeColumns(onOpen: (key: string) => void): Column<Exchange>[] {
  const { t, i18n } = useTranslation("messages");
  const format = useFormat();
  return useMemo(() => {
    const time = new Intl.DateTimeFormat(i18n.language, { hour: "2-digit", minute: "2-digit", second: "2-digit", fractionalSecondDigits: 3, hour12: false });
    return [
      {
        id: "at",
        title: t("time"),
        width: "6.5rem",
        cell: ({ at }) => (
          <time dateTime={at} title={format.moment(at)} className="text-muted">
            {time.format(new Date(at))}
          </time>
        ),
      },
      {
        id: "action",
        title: t("action"),
        width: "1.2fr",
        cell: ({ key, direction, action }) => {
          const Icon = direction === "in" ? ArrowDownLeft : ArrowUpRight;
          const from = direction === "in" ? t("fromStation") : t("toStation");
          return (
            <span className="flex items-center gap-2">
              <Icon className={`size-4 shrink-0 ${direction === "in" ? "text-accent" : "text-busy"}`} role="img" aria-label={from}>
                <title>{from}</title>
              </Icon>
              <button type="button" className="truncate font-medium hover:underline" onClick={() => { onOpen(key); }}>
                {action ?? t("unreadable")}
              </button>
            </span>
          );
        },
      },
      {
        id: "content",
        title: t("content"),
        from: "md",
        width: "2fr",
        cell: ({ request, answer }) => {
          const message = request ?? answer;
          return <span className="block truncate font-mono text-xs text-muted">{message && JSON.stringify(contentOf(message))}</span>;
        },
      },
      {
        id: "outcome",
        title: t("outcome"),
        from: "sm",
        width: "9.5rem",
        cell: (exchange) => <OutcomeCell of={exchange} />,
      },
      {
        id: "took",
        title: t("took"),
        isNumber: true,
        width: "5rem",
        cell: ({ millis, isSend, answer }) =>
          millis !== undefined ? `${millis < 0.05 ? "< " : ""}${format.number(Math.max(0.1, millis), millis < 10 ? 1 : 0)}\u00a0ms` : isSend || answer !== undefined ? format.none : <span className="text-warn">…</span>,
      },
    ];
  }, [t, format, i18n.language, onOpen]);
}

function OutcomeCell({ of }: { of: Exchange }) {
  const { t } = useTranslation("messages");
  if (of.isError) {
    return <Status standing="bad">{errorCodeOf(of) ?? t("error")}</Status>;
  }
  if (of.deviations.length > 0) {
    return <Status standing="warn">{t("deviationCount", { count: of.deviations.length })}</Status>;
  }
  if (of.answer === undefined) {
    return of.isSend ? <span className="text-muted">{t("send")}</span> : <Status standing="waiting">{t("noAnswer")}</Status>;
  }
  const content = contentOf(of.answer);
  const status = typeof content === "object" && content !== null ? (content as Record<string, unknown>)["status"] : undefined;
  return <Status standing="good">{typeof status === "string" ? status : t("answered")}</Status>;
}
