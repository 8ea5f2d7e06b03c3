import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Model } from "../api/client";
import { Ago } from "../ui/Ago";
import { Card } from "../ui/Card";
import { standings } from "../ui/Status";
import { placeOf, targetOf } from "./attention";

const looks = { critical: "bad", warning: "warn", info: "info" } as const;

/** What needs somebody, the worst first. */
export function AttentionList({ attention }: { attention: Model<"Attention"> }) {
  const { t } = useTranslation("overview");
  return (
    <Card>
      <h2 className="flex items-baseline gap-2 border-b border-line px-4 py-3 text-sm font-semibold">
        {t("attention")}
        <span className="font-normal text-muted">{attention.total}</span>
      </h2>
      {attention.items.length === 0 && <p className="px-4 py-8 text-center text-sm text-muted">{t("nothingWrong")}</p>}
      <ul className="max-h-[28rem] divide-y divide-line overflow-y-auto" tabIndex={0} aria-label={t("attention")}>
        {attention.items.map((item, index) => (
          <Item key={`${item.kind}-${item.station ?? ""}-${String(item.id ?? index)}`} item={item} />
        ))}
      </ul>
      {attention.total > attention.items.length && (
        <p className="border-t border-line px-4 py-2.5 text-xs text-muted">{t("andMore", { count: attention.total - attention.items.length })}</p>
      )}
    </Card>
  );
}

function Item({ item }: { item: Model<"AttentionItem"> }) {
  const { t } = useTranslation("overview");
  const standing = looks[item.severity];
  const { icon: Icon, look } = standings[standing];
  const { facts } = item;
  const more = [facts.trouble === undefined ? undefined : t(`trouble.${facts.trouble}`), facts.subject, facts.errorCode, facts.vendorErrorCode, facts.info, facts.place, facts.status, facts.remoteAddress, ...(facts.suspicions ?? [])]
    .filter((each) => each !== undefined && each !== "")
    .join(" · ");
  return (
    <li>
      <Link to={targetOf(item)} className="flex items-start gap-3 px-4 py-2.5 text-sm hover:bg-raised">
        <Icon className={`mt-0.5 size-4 shrink-0 ${look}`} aria-label={t(`severity.${item.severity}`)} />
        <span className="min-w-0 flex-1">
          <span className="font-medium">{t(`kind.${item.kind}`)}</span> <span className="break-words">{placeOf(item)}</span>
          {more !== "" && <span className="block break-words text-muted">{more}</span>}
        </span>
        <span className="text-xs whitespace-nowrap text-muted">
          <Ago at={item.since} />
        </span>
      </Link>
    </li>
  );
}
