import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Building2, Plus } from "lucide-react";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { useMay } from "../signin/me";
import { Button } from "../ui/Button";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Form } from "../ui/Form";
import { List } from "../ui/List";
import { MenuItem } from "../ui/Menu";
import { Nothing } from "../ui/Nothing";
import { Opener } from "../ui/Opener";
import { Page } from "../ui/Page";
import { RowMenu } from "../ui/RowMenu";
import { SearchBox } from "../ui/SearchBox";
import { TextArea } from "../ui/Select";
import { useSearchState } from "../ui/useSearchState";
import { DriverTabs } from "./DriversPage";
import { MoneyForm } from "./MoneyForm";
import { companyOf } from "./payload";
import { PersonFields } from "./PersonFields";
import { companiesQuery, companyAccountQuery } from "./queries";

/** Who pays for others. */
export function CompaniesPage() {
  const { t } = useTranslation("billing");
  const format = useFormat();
  const may = useMay();
  const [search, change] = useSearchState();
  const [open, setOpen] = useState<Model<"Company"> | "new">();
  const [paying, setPaying] = useState<Model<"Company">>();
  const onSearch = useCallback((q: string) => { change({ q: q.trim() }); }, [change]);
  const mayWrite = may("driver.write");
  return (
    <Page
      title={t("companies")}
      about={t("companiesAbout")}
      isWide
      action={
        mayWrite && (
          <Button look="primary" onClick={() => { setOpen("new"); }}>
            <Plus className="size-4" aria-hidden="true" />
            {t("new")}
          </Button>
        )
      }
    >
      <DriverTabs />
      <SearchBox label={t("search")} value={search["q"] ?? ""} onSearch={onSearch} />
      <List
        of={useInfiniteQuery(companiesQuery(search))}
        label={t("companies")}
        rowKey={({ id }) => String(id)}
        columns={[
          {
            id: "name",
            title: t("name"),
            width: "1.5fr",
            cell: (company) => (mayWrite ? <Opener onOpen={() => { setOpen(company); }}>{company.name}</Opener> : company.name),
          },
          { id: "groups", title: t("tokenGroups"), cell: ({ tokenGroups }) => tokenGroups.join(", ") || format.none },
          { id: "email", title: t("email"), from: "sm", cell: ({ email }) => email ?? format.none },
          { id: "vat", title: t("vatNumber"), from: "md", cell: ({ vatNumber }) => vatNumber ?? format.none },
          { id: "owed", title: t("owed"), width: "9rem", isNumber: true, cell: ({ id }) => <Owed company={id} /> },
          {
            id: "more",
            title: "",
            width: "2.25rem",
            cell: (company) =>
              may("wallet.write") && (
                <RowMenu label={t("moreOf", { name: company.name })}>
                  <MenuItem onPick={() => { setPaying(company); }}>{t("received")}</MenuItem>
                </RowMenu>
              ),
          },
        ]}
        nothing={
          <Nothing icon={Building2} title={t("noCompanies")}>
            {t("companiesAbout")}
          </Nothing>
        }
      />
      {open !== undefined && <CompanyForm {...(open !== "new" && { company: open })} onClose={() => { setOpen(undefined); }} />}
      {paying && (
        <MoneyForm
          title={t("received")}
          post={(body, key) =>
            answered(api.POST("/api/v1/companies/{id}/payments", { params: { path: { id: paying.id }, header: { "Idempotency-Key": key } }, body }))
          }
          onClose={() => { setPaying(undefined); }}
        />
      )}
    </Page>
  );
}

/** What it has been billed and has not paid. */
function Owed({ company }: { company: number }) {
  const format = useFormat();
  const { data } = useQuery(companyAccountQuery(company));
  return data === undefined ? null : data.owed.map(({ amount, currency }) => format.money(amount, currency)).join(", ") || format.none;
}

const names = ["name", "email", "language", "address", "vatNumber", "note", "tokenGroups"];

function CompanyForm({ company, onClose }: { company?: Model<"Company">; onClose: () => void }) {
  const { t } = useTranslation("billing");
  const client = useQueryClient();
  const saving = useMutation({
    mutationFn: (body: Model<"CompanyBody">) =>
      answered(
        company === undefined ? api.POST("/api/v1/companies", { body }) : api.PATCH("/api/v1/companies/{id}", { params: { path: { id: company.id } }, body }),
      ),
    onSuccess: async () => {
      onClose();
      await client.invalidateQueries({ queryKey: ["companies"] });
    },
  });
  return (
    <Dialog title={company === undefined ? t("newCompany") : t("changeDriver", { name: company.name })} onClose={onClose} isWide>
      <Form
        error={saving.error}
        fields={names}
        onSend={(value) => {
          saving.mutate(companyOf(value));
        }}
        buttons={<Buttons action={t("save")} isRunning={saving.isPending} onCancel={onClose} />}
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <PersonFields of={company} />
          <TextArea name="tokenGroups" label={t("tokenGroups")} hint={t("tokenGroupsHint")} rows={3} defaultValue={company?.tokenGroups.join("\n") ?? ""} />
        </div>
      </Form>
    </Dialog>
  );
}
