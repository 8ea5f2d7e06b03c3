import { useQuery } from "@tanstack/react-query";
import { Printer } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { QrCode } from "../account/QrCode";
import { api, done, type Model } from "../api/client";
import { newPassword } from "../connecting/address";
import { useMay } from "../signin/me";
import { StationPage } from "../stations/StationPage";
import { useStation } from "../stations/useStation";
import { Answer } from "../ui/Answer";
import { Button } from "../ui/Button";
import { Card } from "../ui/Card";
import { Copyable } from "../ui/Copyable";
import { useAction } from "../ui/useAction";
import { sheetQuery } from "./queries";

/** What to type into this charger, to be copied, scanned or printed. */
export function SheetPage() {
  const station = useStation();
  return (
    <StationPage station={station}>
      <Answer of={useQuery(sheetQuery(station))}>{(sheet) => <Sheet key={sheet.identity} sheet={sheet} />}</Answer>
    </StationPage>
  );
}

function Sheet({ sheet }: { sheet: Model<"ConnectSheet"> }) {
  const { t } = useTranslation("doctor");
  const first = sheet.addresses[0];
  return (
    <Card className="flex flex-col gap-6 p-6">
      <header className="flex flex-wrap items-center gap-3">
        <h2 className="text-base font-semibold">{t("type")}</h2>
        <Button
          className="ms-auto print:hidden"
          onClick={() => {
            window.print();
          }}
        >
          <Printer className="size-4" aria-hidden="true" />
          {t("print")}
        </Button>
      </header>
      <div className="grid items-start gap-6 md:grid-cols-[1fr_auto]">
        <dl className="flex min-w-0 flex-col gap-4 text-sm">
          <Line name={t("url")} lines={sheet.addresses.map(({ url }) => url)} />
          <Line name={t("identity")} lines={[sheet.identity]} />
          <Line name={t("wholeUrl")} lines={sheet.addresses.map(({ wholeUrl }) => wholeUrl)} />
          {sheet.passwordSet && <Line name={t("userName")} lines={[sheet.userName]} />}
          <Password sheet={sheet} />
          <Line name={t("subprotocols")} lines={sheet.subprotocols} />
          {sheet.rootCertificate !== null && <Line name={t("root")} lines={sheet.rootCertificate.trimEnd().split("\n")} />}
        </dl>
        {first && (
          <div className="flex flex-col items-center gap-2">
            <QrCode text={first.wholeUrl} label={t("wholeUrl")} />
            <span className="max-w-48 text-center text-xs break-all text-muted">{first.wholeUrl}</span>
          </div>
        )}
      </div>
      <div className="flex flex-col gap-1.5 text-sm text-muted">
        {[sheet.passwordForm, ...sheet.notes].map((note) => (
          <p key={note}>{note}</p>
        ))}
      </div>
    </Card>
  );
}

function Line({ name, lines }: { name: string; lines: string[] }) {
  return (
    <div className="flex flex-col gap-1.5">
      <dt className="text-muted">{name}</dt>
      <dd className="flex flex-col gap-2">
        {name !== "" && lines.length > 3 ? <Copyable lines={[lines.join("\n")]} label={name} isSmall /> : lines.map((line) => <Copyable key={line} lines={[line]} label={name} isSmall />)}
      </dd>
    </div>
  );
}

/** A new one is shown until one leaves the page, and never again. */
function Password({ sheet }: { sheet: Model<"ConnectSheet"> }) {
  const { t } = useTranslation("doctor");
  const may = useMay();
  const [made, setMade] = useState<string>();
  const make = useAction(
    async () => {
      const password = newPassword();
      await done(api.PUT("/api/v1/stations/{station}/password", { params: { path: { station: sheet.identity } }, body: { password } }));
      setMade(password);
    },
    t("passwordMade"),
    [["stations"]],
  );
  if (made !== undefined) {
    return <Line name={t("passwordOnce")} lines={[made]} />;
  }
  return (
    <div className="flex flex-col items-start gap-1.5">
      <dt className="text-muted">{t("password")}</dt>
      <dd>{t(sheet.passwordSet ? "passwordSet" : "passwordNone")}</dd>
      {may("station.password") && (
        <dd className="flex flex-col items-start gap-1.5 print:hidden">
          <Button
            disabled={make.isPending}
            onClick={() => {
              make.mutate();
            }}
          >
            {t("newPassword")}
          </Button>
          <span className="text-xs text-muted">{t("newPasswordMore")}</span>
        </dd>
      )}
    </div>
  );
}
