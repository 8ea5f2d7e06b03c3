import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { BadgePlus, ShieldQuestion } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { namedUses } from "../certificates/uses";
import { useFormat } from "../i18n/format";
import { useMay } from "../signin/me";
import { Button } from "../ui/Button";
import { List } from "../ui/List";
import { Nothing } from "../ui/Nothing";
import { Frame } from "./Frame";
import { GroupInstall } from "./GroupInstall";
import { installedQuery } from "./queries";

/** What stations hold, all of them. */
export function InstalledPage() {
  const { t } = useTranslation("authority");
  const format = useFormat();
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  return (
    <Frame
      action={
        may("certificate.write") && (
          <Button
            look="primary"
            onClick={() => {
              setOpen(true);
            }}
          >
            <BadgePlus className="size-4" aria-hidden="true" />
            {t("groupInstall")}
          </Button>
        )
      }
    >
      <List
        of={useInfiniteQuery(installedQuery)}
        label={t("installed")}
        rowKey={({ certificate }) => String(certificate.id)}
        columns={[
          {
            id: "station",
            title: t("station"),
            cell: ({ station }) => (
              <Link to="/stations/$station/certificates" params={{ station }} className="font-medium hover:underline">
                {station}
              </Link>
            ),
          },
          { id: "subject", title: t("subject"), width: "1.6fr", cell: ({ certificate }) => certificate.subject ?? format.none },
          { id: "use", title: t("useTitle"), from: "sm", cell: ({ certificate: { use } }) => <span title={use}>{namedUses.has(use) ? t(`certificates:use.${use}`) : use}</span> },
          { id: "until", title: t("validUntil"), width: "8rem", from: "md", cell: ({ certificate }) => format.date(certificate.validUntil) },
          {
            id: "serial",
            title: t("serial"),
            from: "lg",
            cell: ({ certificate }) => <code className="text-xs text-muted">{certificate.hashes.serialNumber}</code>,
          },
        ]}
        nothing={
          <Nothing icon={ShieldQuestion} title={t("nothingInstalled")}>
            {t("nothingInstalledMore")}
          </Nothing>
        }
      />
      {isOpen && (
        <GroupInstall
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </Frame>
  );
}
