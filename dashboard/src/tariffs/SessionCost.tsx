import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { useMay } from "../signin/me";
import { Card } from "../ui/Card";
import { Status, type Standing } from "../ui/Status";
import { sessionCostQuery } from "./queries";

const standing: Record<Model<"SessionPrice">["state"], Standing> = { running: "busy", provisional: "warn", final: "good", unpriced: "off" };

/** What a session costs, line by line; nothing where it has no price. */
export function SessionCost({ session }: { session: Model<"Session"> }) {
  const { t } = useTranslation("tariffs");
  const format = useFormat();
  const may = useMay();
  const found = useQuery(sessionCostQuery(session.id, session.state === "open")).data;
  const { tariff, currency, payable, items } = found ?? {};
  if (found === undefined || !tariff || !currency || typeof payable !== "number") {
    return null;
  }
  const lines = found.cost?.lines ?? [];
  return (
    <Card className="flex min-w-0 flex-col gap-4 p-5">
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h2 className="text-sm font-semibold">{t("cost.title")}</h2>
        <Status standing={standing[found.state]}>{t(`cost.state.${found.state}`)}</Status>
      </div>
      <p className="text-2xl font-semibold tabular-nums">{format.money(payable, currency)}</p>
      <table className="w-full text-sm">
        <caption className="sr-only">{t("cost.title")}</caption>
        <thead className="text-left text-muted">
          <tr>
            <th className="py-1 font-normal">{t("cost.part")}</th>
            <th className="py-1 text-right font-normal">{t("cost.volume")}</th>
            <th className="py-1 text-right font-normal">{t("price")}</th>
            <th className="py-1 text-right font-normal">{t("vat")}</th>
            <th className="py-1 text-right font-normal">{t("cost.amount")}</th>
          </tr>
        </thead>
        <tbody className="tabular-nums">
          {(items ?? []).map((item, place) => (
            <tr key={place} className="border-t border-line">
              <td className="py-1.5">{t(`cost.of.${item.part}`)}</td>
              <td className="py-1.5 text-right">{item.unit === "session" ? "" : `${format.number(item.volume, 3, 0)} ${item.unit}`}</td>
              <td className="py-1.5 text-right">{typeof item.price === "number" ? format.number(item.price, 4, 0) : ""}</td>
              <td className="py-1.5 text-right">{typeof item.vat === "number" ? format.percent(item.vat) : ""}</td>
              <td className="py-1.5 text-right">{format.money(item.inclVat, currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="text-sm text-muted">
        {may("tariff.read") ? (
          <Link to="/tariffs/$id" params={{ id: String(tariff.id) }} className="text-accent hover:underline">
            {t("cost.by", { name: tariff.name ?? tariff.id, version: tariff.version })}
          </Link>
        ) : (
          t("cost.by", { name: tariff.name ?? tariff.id, version: tariff.version })
        )}
        {found.revisions.length > 1 && <span> · {t("cost.revisions", { count: found.revisions.length })}</span>}
      </p>
      {found.station && <ByStation said={found.station} currency={currency} />}
      {lines.length > 0 && (
        <details className="text-sm">
          <summary className="cursor-pointer text-accent">{t("cost.why")}</summary>
          <ul className="mt-2 flex flex-col gap-2">
            {lines.map((line, place) => (
              <li key={place} className="border-l-2 border-line pl-3">
                <span className="tabular-nums">
                  {format.time(line.from)} – {format.time(line.to)} · {format.number(line.cost.excl_vat, 4, 2)} {currency}
                </span>
                <span className="block text-muted">{line.reason}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}

/** What a station of 2.1 has calculated by itself, and by how much it differs. */
function ByStation({ said, currency }: { said: NonNullable<Model<"SessionPrice">["station"]>; currency: string }) {
  const { t } = useTranslation("tariffs");
  const format = useFormat();
  const { total, difference } = said;
  return (
    <p className={`text-sm ${typeof difference === "number" && difference !== 0 ? "text-warn" : "text-muted"}`}>
      {t("cost.station", { amount: format.money(total, said.currency ?? currency) })}
      {typeof difference === "number" && ` · ${difference === 0 ? t("cost.same") : t("cost.differs", { amount: format.money(difference, currency) })}`}
    </p>
  );
}
