import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { Ago } from "../ui/Ago";
import { Facts } from "../ui/Facts";
import { standings } from "../ui/Status";
import { keyOf, type StartCheck, verdictStanding } from "./diagnosis";

/** One thing that was looked at: what was decided, and what it rests on. */
export function CheckRow({ check, isConclusion }: { check: StartCheck; isConclusion: boolean }) {
  const { t } = useTranslation("diagnosis");
  const { icon: Icon, look } = standings[verdictStanding[check.verdict]];
  const word = keyOf(check.code);
  const facts = useFacts(check.facts);
  return (
    <li className="grid grid-cols-[1.25rem_1fr] gap-x-3 gap-y-1 px-5 py-3.5 text-sm md:grid-cols-[1.25rem_11rem_1fr_auto]">
      <Icon className={`mt-0.5 size-4 ${look}`} aria-label={t(`verdict.${check.verdict}`)} />
      <p className="text-muted">{t(`check.${check.check}`)}</p>
      <div className="col-start-2 flex min-w-0 flex-col gap-2 md:col-start-3">
        <p className={isConclusion ? "font-semibold" : ""} title={check.code}>
          {t(`code.${word}`)}
        </p>
        {check.verdict === "problem" && !isConclusion && <p className="text-muted">{t(`next.${word}`)}</p>}
        {facts.length > 0 && <Facts of={facts} />}
        {check.evidence.length > 0 && (
          <p className="flex flex-wrap gap-x-3 text-xs">
            {check.evidence.map((each) => (
              <Evidence key={`${each.kind} ${each.id}`} {...each} />
            ))}
          </p>
        )}
      </div>
      <p className="col-start-2 text-xs text-muted md:col-start-4">{check.at !== null && <Ago at={check.at} />}</p>
    </li>
  );
}

function Evidence({ kind, id }: { kind: string; id: number }) {
  const { t } = useTranslation("diagnosis");
  const name = t(`evidence.${kind}`, { id });
  const look = "text-accent hover:underline";
  switch (kind) {
    case "session":
      return <Link to="/sessions/$id" params={{ id: String(id) }} className={look}>{name}</Link>;
    case "token":
      return <Link to="/tokens/$id" params={{ id: String(id) }} className={look}>{name}</Link>;
    default:
      return <span className="text-muted">{name}</span>;
  }
}

/** What has words of its own below the sessions. */
const worded: Record<string, string> = { stopReason: "reason", closedBy: "closed", chargingState: "standing", status: "tokenStatus" };
const moments = new Set(["openedAt", "closedAt", "since", "expiresAt", "endedAt"]);

function useFacts(facts: Record<string, unknown>): [string, string][] {
  const { t, i18n } = useTranslation("diagnosis");
  const format = useFormat();
  const text = (name: string, value: unknown): string => {
    if (Array.isArray(value)) {
      return value.map((each) => (typeof each === "object" && each !== null ? Object.entries(each as Record<string, unknown>).map(([key, one]) => `${title(key)} ${text(key, one)}`).join(", ") : String(each))).join("; ");
    }
    if (typeof value === "string") {
      const key = `sessions:${worded[name] ?? ""}.${value}`;
      return name in worded && i18n.exists(key) ? t(key) : moments.has(name) ? format.moment(value) : value;
    }
    return name === "aheadSeconds" && typeof value === "number" ? `${value < 0 ? "−" : "+"}${format.duration(Math.abs(value))}` : typeof value === "number" ? format.number(value) : JSON.stringify(value);
  };
  const title = (name: string) => (i18n.exists(`diagnosis:fact.${name}`) ? t(`fact.${name}`) : name);
  return Object.entries(facts)
    .filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0))
    .map(([name, value]) => [title(name), text(name, value)]);
}
