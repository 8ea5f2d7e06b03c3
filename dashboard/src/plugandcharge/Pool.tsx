import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { answered, api } from "../api/client";
import { ApiError } from "../api/errors";
import { useFormat } from "../i18n/format";
import { useMay } from "../signin/me";
import { Badge } from "../ui/Badge";
import { Button } from "../ui/Button";
import { Facts } from "../ui/Facts";
import { Refused } from "../ui/Refused";
import { Section } from "../ui/Section";
import { poolQuery } from "./queries";

/** Where vehicles get contract certificates from, and whether it can be reached. */
export function Pool() {
  const { t } = useTranslation("plugandcharge");
  const format = useFormat();
  const may = useMay();
  const pool = useQuery(poolQuery);
  const test = useMutation({ mutationFn: () => answered(api.POST("/api/v1/contract-pool/test")) });
  if (pool.data === undefined) {
    return null;
  }
  return (
    <Section title={t("pool.title")} about={t("pool.about")}>
      <div className="flex flex-col gap-4">
        <Facts
          of={[
            [t("pool.name"), t(`pool.kind.${pool.data.pool}`)],
            [t("pool.url"), pool.data.url],
            [t("pool.patience"), `${format.count(pool.data.patienceMs)} ms`],
          ]}
        />
        {test.data && (
          <p className="flex flex-wrap items-baseline gap-2 text-sm" role="status">
            <Badge look={test.data.reached ? "good" : "bad"}>{test.data.reached ? t("pool.reached") : t("pool.notReached")}</Badge>
            <span className="min-w-0 break-words text-muted">{test.data.seen}</span>
          </p>
        )}
        {test.error instanceof ApiError && <Refused problem={test.error.problem} />}
        {may("contract.write") && pool.data.pool !== "none" && (
          <Button
            className="self-start"
            disabled={test.isPending}
            onClick={() => {
              test.mutate();
            }}
          >
            {t("pool.test")}
          </Button>
        )}
      </div>
    </Section>
  );
}
