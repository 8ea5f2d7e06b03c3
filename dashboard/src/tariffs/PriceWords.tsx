import { useTranslation } from "react-i18next";
import type { Model } from "../api/client";
import { useFormat } from "../i18n/format";

/** A tariff in a line: its prices without tax, or that it has more to say than fits there. */
export function PriceWords({ tariff }: { tariff: Model<"OperatorTariff"> }) {
  const { t } = useTranslation("tariffs");
  const format = useFormat();
  const { simple, currency } = tariff;
  if (!simple) {
    return <span className="text-muted">{t("several", { count: tariff.tariff.elements.length, currency })}</span>;
  }
  const parts = [
    [simple.perKwh, "kWh"],
    [simple.perHour, "h"],
    [simple.perSession, t("session")],
    [simple.idlePerHour, t("idleHour")],
  ] as const;
  const words = parts.flatMap(([price, unit]) => (typeof price === "number" ? [`${format.money(price, currency)}/${unit}`] : []));
  return words.length === 0 ? t("free") : words.join(" · ");
}
