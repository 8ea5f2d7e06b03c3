import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { notify } from "../ui/notices";
import { Checkbox } from "../ui/Select";
import { useVersion } from "../verbs/version";
import { bodyOf } from "./address";
import { desiredQuery } from "./queries";
import { withDesired } from "./values";

interface Props {
  station: string;
  /** Of which value; left out: its address is written. */
  name?: string;
  address?: Model<"ConfigurationAddress">;
  value?: string;
  enforce?: boolean;
  onClose: () => void;
}

/** Says what a value is to be set to. */
export function AddDesired({ station, name, address, value: now, enforce = false, onClose }: Props) {
  const { t } = useTranslation("configuration");
  const client = useQueryClient();
  const isOld = useVersion(station) === "1.6";
  const saving = useMutation({
    mutationFn: async (added: Model<"DesiredSettingBody">) => {
      const { settings } = await client.query({ ...desiredQuery(station), staleTime: 0 });
      return answered(
        api.PUT("/api/v1/stations/{station}/configuration/desired", { params: { path: { station } }, body: withDesired(settings, added) }),
      );
    },
    onSuccess: async () => {
      notify("good", t("saved"));
      onClose();
      await client.invalidateQueries({ queryKey: ["configuration", station] });
    },
  });
  return (
    <Dialog title={name ?? t("add")} onClose={onClose}>
      <Form
        error={saving.error}
        fields={[]}
        onSend={(value) => {
          saving.mutate({
            ...(address === undefined ? writtenAddress(value, isOld) : bodyOf(address)),
            value: value("value"),
            enforce: value("enforce") === "on",
          });
        }}
        buttons={<Buttons action={t("verbs:save")} isRunning={saving.isPending} onCancel={onClose} />}
      >
        {address === undefined &&
          (isOld ? (
            <Field name="key" label={t("key")} required autoFocus spellCheck={false} />
          ) : (
            <div className="grid gap-4 sm:grid-cols-2">
              <Field name="component" label={t("component")} required autoFocus spellCheck={false} />
              <Field name="variable" label={t("variable")} required spellCheck={false} />
              <Field name="instance" label={t("instance")} spellCheck={false} />
              <Field name="variableInstance" label={t("variableInstance")} spellCheck={false} />
              <Field name="evse" label={t("verbs:evse")} type="number" min={1} />
            </div>
          ))}
        <Field name="value" label={t("value")} defaultValue={now ?? ""} autoFocus={address !== undefined} spellCheck={false} />
        <Checkbox name="enforce" label={t("enforce")} hint={t("enforceMore")} defaultChecked={enforce} />
      </Form>
    </Dialog>
  );
}

function writtenAddress(value: (name: string) => string, isOld: boolean): Omit<Model<"DesiredSettingBody">, "value"> {
  if (isOld) {
    return { key: value("key").trim() };
  }
  const given = (name: "instance" | "variableInstance") => (value(name).trim() === "" ? {} : { [name]: value(name).trim() });
  return {
    component: value("component").trim(),
    variable: value("variable").trim(),
    ...given("instance"),
    ...given("variableInstance"),
    ...(value("evse") !== "" && { evse: Number(value("evse")) }),
  };
}
