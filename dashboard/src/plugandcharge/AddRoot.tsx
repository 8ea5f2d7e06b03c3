import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { notify } from "../ui/notices";
import { Select, TextArea } from "../ui/Select";
import { poolQuery, rootsQuery } from "./queries";

const uses = ["mo", "v2g", "oem"] as const;

/** An authority that is to be trusted. */
export function AddRoot({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("plugandcharge");
  const client = useQueryClient();
  const offered = useQuery(poolQuery).data?.roots ?? [];
  const adding = useMutation({
    mutationFn: (body: Model<"ContractRootAdd">) => answered(api.POST("/api/v1/contract-roots", { body })),
    onSuccess: async () => {
      notify("good", t("roots.added"));
      onClose();
      await client.invalidateQueries(rootsQuery);
    },
  });
  return (
    <Dialog title={t("roots.add")} onClose={onClose} isWide>
      <Form
        error={adding.error}
        fields={["use", "certificate", "note"]}
        onSend={(value) => {
          const [use, note] = [uses.find((each) => each === value("use")) ?? "mo", value("note").trim()];
          adding.mutate({ use, certificate: value("certificate"), ...(note !== "" && { note }) });
        }}
        buttons={<Buttons action={t("roots.trust")} isRunning={adding.isPending} onCancel={onClose} />}
      >
        <Select name="use" label={t("roots.use")} choices={uses.map((each) => ({ value: each, text: t(`use.${each}`) }))} />
        <TextArea
          name="certificate"
          label={t("roots.pem")}
          hint={offered.length > 0 ? t("roots.lab") : t("roots.pemHint")}
          rows={10}
          required
          spellCheck={false}
          placeholder="-----BEGIN CERTIFICATE-----"
          className="font-mono !text-xs"
        />
        <Field name="note" label={t("roots.note")} maxLength={200} autoComplete="off" />
      </Form>
    </Dialog>
  );
}
