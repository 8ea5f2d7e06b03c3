import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { meQuery } from "../signin/me";
import { Badge } from "../ui/Badge";
import { Button } from "../ui/Button";
import { Section } from "../ui/Section";
import { NewSecondFactor } from "./NewSecondFactor";
import { NewRecoveryCodes, RemoveSecondFactor } from "./SecondFactorDialogs";

type Open = "new" | "codes" | "removal";

/** @param codesLeft recovery codes; null where there is no second factor */
export function SecondFactorSection({ codesLeft }: { codesLeft: number | null }) {
  const { t } = useTranslation("account");
  const client = useQueryClient();
  const [open, setOpen] = useState<Open>();
  const close = () => {
    setOpen(undefined);
    void client.invalidateQueries(meQuery);
  };
  const opens = (dialog: Open) => () => {
    setOpen(dialog);
  };
  return (
    <Section title={t("factor.title")} about={t("factor.about")}>
      {codesLeft === null ? (
        <Button onClick={opens("new")}>{t("factor.setUp")}</Button>
      ) : (
        <>
          <p className="mb-3 flex flex-wrap items-center gap-2 text-sm">
            <Badge look="good">{t("factor.on")}</Badge>
            <span className={codesLeft < 3 ? "text-warn" : "text-muted"}>
              {t("codes.left", { count: codesLeft })}
            </span>
          </p>
          <div className="flex flex-wrap gap-2">
            <Button onClick={opens("codes")}>{t("codes.open")}</Button>
            <Button onClick={opens("new")}>{t("factor.another")}</Button>
            <Button onClick={opens("removal")}>{t("factor.off")}</Button>
          </div>
        </>
      )}
      {open === "new" && <NewSecondFactor onClose={close} />}
      {open === "codes" && <NewRecoveryCodes onClose={close} />}
      {open === "removal" && <RemoveSecondFactor onClose={close} />}
    </Section>
  );
}
