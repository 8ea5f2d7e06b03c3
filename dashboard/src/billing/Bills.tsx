import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Receipt } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { StationLink } from "../sessions/links";
import { useMay } from "../signin/me";
import { Ago } from "../ui/Ago";
import { Confirm } from "../ui/Confirm";
import { List } from "../ui/List";
import { MenuItem } from "../ui/Menu";
import { Nothing } from "../ui/Nothing";
import { RowMenu } from "../ui/RowMenu";
import { Status } from "../ui/Status";
import { useAction } from "../ui/useAction";
import { billStandings, pdfOf } from "./queries";

type Bill = Model<"Bill">;

/** Bills and credits, of which those that are held can be released. */
export function Bills({ of }: { of: UseInfiniteQueryResult<InfiniteData<{ items: Bill[]; next: string | null }>> }) {
  const { t } = useTranslation("billing");
  const format = useFormat();
  const may = useMay();
  const [going, setGoing] = useState<Bill>();
  const releasing = useAction(
    ({ id }: Bill) => answered(api.POST("/api/v1/bills/{id}/release", { params: { path: { id } } })),
    t("released"),
    [["bills"], ["accounts"], ["ledger"], ["invoices"]],
  );
  return (
    <>
      <List
        of={of}
        label={t("bills")}
        rowKey={({ id }) => String(id)}
        columns={[
          { id: "id", title: t("bill"), width: "7rem", cell: ({ id, credited }) => (credited === null ? `#${id}` : t("creditOf", { id: credited })) },
          {
            id: "session",
            title: t("session"),
            width: "6rem",
            cell: ({ session }) => (
              <Link to="/sessions/$id" params={{ id: String(session) }} className="text-accent hover:underline">
                {session}
              </Link>
            ),
          },
          { id: "station", title: t("station"), from: "sm", cell: ({ station }) => <StationLink station={station} /> },
          { id: "state", title: t("state"), cell: ({ state }) => <Status standing={billStandings[state]}>{t(`billState.${state}`)}</Status> },
          { id: "payer", title: t("payer"), from: "md", cell: (bill) => <Payer bill={bill} /> },
          { id: "energy", title: t("energy"), width: "7rem", from: "lg", isNumber: true, cell: ({ energyWh }) => format.energy(energyWh) },
          { id: "total", title: t("total"), width: "8rem", isNumber: true, cell: ({ inclVat, currency }) => format.money(inclVat, currency) },
          { id: "at", title: t("made"), width: "6.5rem", from: "md", cell: ({ madeAt }) => <Ago at={madeAt} /> },
          {
            id: "more",
            title: "",
            width: "2.25rem",
            cell: (bill) => <More bill={bill} mayRelease={may("bill.release")} mayRead={may("invoice.read")} onRelease={() => { setGoing(bill); }} />,
          },
        ]}
        nothing={
          <Nothing icon={Receipt} title={t("noBills")}>
            {t("noBillsMore")}
          </Nothing>
        }
      />
      {going && (
        <Confirm title={t("release")} action={t("release")} run={() => releasing.mutateAsync(going)} onClose={() => { setGoing(undefined); }}>
          {t("releaseMore", { amount: format.money(going.inclVat, going.currency) })}
        </Confirm>
      )}
    </>
  );
}

function More({ bill, mayRelease, mayRead, onRelease }: { bill: Bill; mayRelease: boolean; mayRead: boolean; onRelease: () => void }) {
  const { t } = useTranslation("billing");
  const { invoice } = bill;
  if (bill.state === "held" && mayRelease) {
    return (
      <RowMenu label={t("more", { id: bill.id })}>
        <MenuItem onPick={onRelease}>{t("release")}</MenuItem>
      </RowMenu>
    );
  }
  return invoice !== null && mayRead ? (
    <a href={pdfOf(invoice)} target="_blank" rel="noreferrer" className="text-xs text-accent hover:underline">
      {t("pdf")}
    </a>
  ) : null;
}

function Payer({ bill }: { bill: Bill }) {
  const { t } = useTranslation("billing");
  if (bill.holder === "driver") {
    return (
      <Link to="/drivers/$id" params={{ id: String(bill.holderId) }} className="text-accent hover:underline">
        {t("driverNumber", { id: bill.holderId })}
      </Link>
    );
  }
  return bill.holder === "company" ? t("companyNumber", { id: bill.holderId }) : t("nobody");
}
