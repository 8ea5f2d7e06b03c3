import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { useMay } from "../signin/me";
import { Answer } from "../ui/Answer";
import { Button } from "../ui/Button";
import { Card } from "../ui/Card";
import { Confirm } from "../ui/Confirm";
import { Facts } from "../ui/Facts";
import { Page } from "../ui/Page";
import { useAction } from "../ui/useAction";
import { Bills } from "./Bills";
import { DriverForm } from "./DriverForm";
import { MoneyForm } from "./MoneyForm";
import { accountQuery, billsQuery, driverQuery } from "./queries";

/** One driver: contact, money, bills. */
export function DriverPage() {
  const { t } = useTranslation("billing");
  const { id }: { id?: string } = useParams({ strict: false });
  const driver = useQuery(driverQuery(Number(id)));
  return (
    <Page title={driver.data?.name ?? t("driver")} isWide {...(driver.data && driver.data.erasedAt === null && { action: <Actions driver={driver.data} /> })}>
      <Answer of={driver}>
        {(found) => (
          <>
            <Card>
              <DriverFacts driver={found} />
            </Card>
            <Account driver={found} />
            <Theirs driver={found} />
          </>
        )}
      </Answer>
    </Page>
  );
}

function Theirs({ driver }: { driver: Model<"Driver"> }) {
  return useMay()("bill.read") ? <BillsOf driver={driver.id} /> : null;
}

function BillsOf({ driver }: { driver: number }) {
  return <Bills of={useInfiniteQuery(billsQuery({ driver }))} />;
}

function DriverFacts({ driver }: { driver: Model<"Driver"> }) {
  const { t } = useTranslation("billing");
  const format = useFormat();
  return (
    <Facts
      of={[
        [t("email"), driver.email],
        [t("phone"), driver.phone],
        [t("address"), driver.address],
        [t("vatNumber"), driver.vatNumber],
        [t("paymentMethod"), driver.company === null ? t(`method.${driver.paymentMethod}`) : t("companyNumber", { id: driver.company })],
        [t("tokens"), driver.tokens.join(", ")],
        [t("note"), driver.note],
        [t("since"), format.date(driver.createdAt)],
        [t("erasedAt"), driver.erasedAt === null ? null : format.moment(driver.erasedAt)],
      ]}
    />
  );
}

function Account({ driver }: { driver: Model<"Driver"> }) {
  const { t } = useTranslation("billing");
  const format = useFormat();
  const may = useMay();
  const [open, setOpen] = useState<"wallet" | "payments">();
  const amounts = (some: Model<"Money">[]) => some.map(({ amount, currency }) => format.money(amount, currency)).join(", ") || format.none;
  return (
    <Answer of={useQuery(accountQuery(driver.id))}>
      {({ wallet, owed }) => (
        <Card className="flex flex-wrap items-center gap-3">
          <Facts of={[[t("wallet"), amounts(wallet)], [t("owed"), amounts(owed)]]} />
          {may("wallet.write") && (
            <div className="ml-auto flex gap-2">
              <Button onClick={() => { setOpen("wallet"); }}>{t("topUp")}</Button>
              <Button onClick={() => { setOpen("payments"); }}>{t("received")}</Button>
            </div>
          )}
          {open !== undefined && (
            <MoneyForm
              title={t(open === "wallet" ? "topUp" : "received")}
              currency={wallet[0]?.currency ?? owed[0]?.currency}
              post={(body, key) => {
                const params = { path: { id: driver.id }, header: { "Idempotency-Key": key } };
                return answered(
                  open === "wallet" ? api.POST("/api/v1/drivers/{id}/wallet", { params, body }) : api.POST("/api/v1/drivers/{id}/payments", { params, body }),
                );
              }}
              onClose={() => { setOpen(undefined); }}
            />
          )}
        </Card>
      )}
    </Answer>
  );
}

function Actions({ driver }: { driver: Model<"Driver"> }) {
  const { t } = useTranslation("billing");
  const may = useMay();
  const [open, setOpen] = useState<"change" | "erase">();
  const close = () => {
    setOpen(undefined);
  };
  const erasing = useAction(
    () => answered(api.POST("/api/v1/drivers/{id}/erase", { params: { path: { id: driver.id } } })),
    t("erased"),
    [["drivers"], ["tokens"], ["bills"]],
  );
  return (
    <>
      {may("driver.export") && (
        <a href={`/api/v1/drivers/${driver.id}/export`} download={`driver-${driver.id}.json`} className="self-center text-sm text-accent hover:underline">
          {t("export")}
        </a>
      )}
      {may("driver.erase") && <Button onClick={() => { setOpen("erase"); }}>{t("erase")}</Button>}
      {may("driver.write") && <Button onClick={() => { setOpen("change"); }}>{t("change")}</Button>}
      {open === "change" && <DriverForm driver={driver} onClose={close} />}
      {open === "erase" && (
        <Confirm title={t("erase")} action={t("erase")} isDanger run={() => erasing.mutateAsync()} onClose={close}>
          {t("eraseMore")}
        </Confirm>
      )}
    </>
  );
}
