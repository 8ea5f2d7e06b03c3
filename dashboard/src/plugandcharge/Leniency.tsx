import { useQuery } from "@tanstack/react-query";
import { TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { useMay } from "../signin/me";
import { Section } from "../ui/Section";
import { useAction } from "../ui/useAction";
import { leniencyQuery } from "./queries";

const switches = ["withoutOcsp", "expired", "unknownRoot"] as const;

/** What is let pass in tests; each switch counts at once. */
export function Leniency() {
  const { t } = useTranslation("plugandcharge");
  const may = useMay();
  const leniency = useQuery(leniencyQuery);
  const change = useAction(
    (body: Model<"ContractLeniency">) => answered(api.PUT("/api/v1/contract-leniency", { body })),
    t("leniency.changed"),
    [leniencyQuery.queryKey],
  );
  const now = leniency.data;
  if (now === undefined) {
    return null;
  }
  const isLenient = switches.some((each) => now[each]);
  return (
    <Section title={t("leniency.title")} about={t("leniency.about")}>
      <div className="flex flex-col gap-4">
        {isLenient && (
          <p role="alert" className="flex items-start gap-2.5 rounded-lg bg-warn-soft p-3 text-sm text-warn">
            <TriangleAlert className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
            {t("leniency.warning")}
          </p>
        )}
        {switches.map((each) => (
          <label key={each} className="flex items-start gap-2.5 text-sm">
            <input
              type="checkbox"
              className="mt-0.5 size-4 accent-[var(--accent)]"
              checked={now[each]}
              disabled={!may("contract.write") || change.isPending}
              onChange={(event) => {
                const { withoutOcsp, expired, unknownRoot } = now;
                change.mutate({ withoutOcsp, expired, unknownRoot, [each]: event.target.checked });
              }}
            />
            <span>
              {t(`leniency.${each}`)}
              <span className="block text-muted">{t(`leniency.${each}More`)}</span>
            </span>
          </label>
        ))}
      </div>
    </Section>
  );
}
