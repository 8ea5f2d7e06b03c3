import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { rowsOf } from "../api/list";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { Select } from "../ui/Select";
import { driverOf } from "./payload";
import { PersonFields } from "./PersonFields";
import { companiesQuery } from "./queries";

interface Props {
  /** That is changed; left out, a new one is made. */
  driver?: Model<"Driver">;
  onClose: () => void;
  onDone?: (driver: Model<"Driver">) => void;
}

const names = ["name", "email", "phone", "language", "address", "vatNumber", "company", "paymentMethod", "note", "tokens"];

export function DriverForm({ driver, onClose, onDone }: Props) {
  const { t } = useTranslation("billing");
  const client = useQueryClient();
  const companies = rowsOf(useInfiniteQuery(companiesQuery({})).data);
  const saving = useMutation({
    mutationFn: (body: Model<"DriverBody">) =>
      answered(
        driver === undefined ? api.POST("/api/v1/drivers", { body }) : api.PATCH("/api/v1/drivers/{id}", { params: { path: { id: driver.id } }, body }),
      ),
    onSuccess: async (saved) => {
      onClose();
      onDone?.(saved);
      await client.invalidateQueries({ queryKey: ["drivers"] });
    },
  });
  return (
    <Dialog title={driver === undefined ? t("newDriver") : t("changeDriver", { name: driver.name })} onClose={onClose} isWide>
      <Form
        error={saving.error}
        fields={names}
        onSend={(value) => {
          saving.mutate(driverOf(value));
        }}
        buttons={<Buttons action={t("save")} isRunning={saving.isPending} onCancel={onClose} />}
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <PersonFields of={driver} />
          <Field name="phone" label={t("phone")} defaultValue={driver?.phone ?? ""} autoComplete="off" />
          <Field name="tokens" label={t("tokens")} hint={t("tokensHint")} defaultValue={driver?.tokens.join(", ") ?? ""} autoComplete="off" />
          <Select
            name="paymentMethod"
            label={t("paymentMethod")}
            defaultValue={driver?.paymentMethod ?? "invoice"}
            choices={[
              { value: "invoice", text: t("method.invoice") },
              { value: "wallet", text: t("method.wallet") },
            ]}
          />
          <Select
            name="company"
            label={t("company")}
            hint={t("companyHint")}
            key={companies.length}
            defaultValue={driver?.company ?? ""}
            choices={[{ value: "", text: t("paysThemselves") }, ...companies.map(({ id, name }) => ({ value: String(id), text: name }))]}
          />
        </div>
      </Form>
    </Dialog>
  );
}
