import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Plus, Users } from "lucide-react";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { useMay } from "../signin/me";
import { Button } from "../ui/Button";
import { List } from "../ui/List";
import { Nothing } from "../ui/Nothing";
import { Page } from "../ui/Page";
import { SearchBox } from "../ui/SearchBox";
import { Tabs } from "../ui/Tabs";
import { useSearchState } from "../ui/useSearchState";
import { DriverForm } from "./DriverForm";
import { driversQuery } from "./queries";

/** Who charges with an account. */
export function DriversPage() {
  const { t } = useTranslation("billing");
  const format = useFormat();
  const may = useMay();
  const navigate = useNavigate();
  const [search, change] = useSearchState();
  const [isMaking, setMaking] = useState(false);
  const onSearch = useCallback((q: string) => { change({ q: q.trim() }); }, [change]);
  return (
    <Page
      title={t("drivers")}
      isWide
      action={
        may("driver.write") && (
          <Button look="primary" onClick={() => { setMaking(true); }}>
            <Plus className="size-4" aria-hidden="true" />
            {t("new")}
          </Button>
        )
      }
    >
      <DriverTabs />
      <SearchBox label={t("search")} value={search["q"] ?? ""} onSearch={onSearch} />
      <List
        of={useInfiniteQuery(driversQuery(search))}
        label={t("drivers")}
        rowKey={({ id }) => String(id)}
        columns={[
          {
            id: "name",
            title: t("name"),
            width: "1.5fr",
            cell: ({ id, name }) => (
              <Link to="/drivers/$id" params={{ id: String(id) }} className="font-medium hover:underline">
                {name}
              </Link>
            ),
          },
          { id: "email", title: t("email"), from: "sm", cell: ({ email }) => email ?? format.none },
          { id: "method", title: t("paymentMethod"), cell: ({ company, paymentMethod }) => (company === null ? t(`method.${paymentMethod}`) : t("company")) },
          { id: "tokens", title: t("tokens"), width: "6rem", from: "md", isNumber: true, cell: ({ tokens }) => format.count(tokens.length) },
          { id: "since", title: t("since"), width: "8rem", from: "lg", cell: ({ createdAt }) => format.date(createdAt) },
        ]}
        nothing={
          <Nothing icon={Users} title={t("noDrivers")}>
            {t("noDriversMore")}
          </Nothing>
        }
      />
      {isMaking && (
        <DriverForm
          onClose={() => { setMaking(false); }}
          onDone={({ id }) => { void navigate({ to: "/drivers/$id", params: { id: String(id) } }); }}
        />
      )}
    </Page>
  );
}

export function DriverTabs() {
  const { t } = useTranslation("billing");
  return <Tabs label={t("drivers")} tabs={[{ name: t("drivers"), to: "/drivers" }, { name: t("companies"), to: "/companies" }]} />;
}
