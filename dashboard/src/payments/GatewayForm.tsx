import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { notify } from "../ui/notices";
import { Checkbox, Select } from "../ui/Select";
import { gatewayNames, gateways, isGateway, type Gateway } from "./gateways";

const secrets = ["secretKey", "webhookSecret"] as const;
const isSecret = (key: string) => secrets.some((each) => each === key);

/** An account at a provider: a new one, or what of it may change. Secrets that are left empty stay as they are. */
export function GatewayForm({ of, onClose }: { of?: Model<"PaymentGateway">; onClose: () => void }) {
  const { t } = useTranslation("payments");
  const [gateway, setGateway] = useState<Gateway>(of !== undefined && isGateway(of.gateway) ? of.gateway : "stripe");
  const saving = useMutation({
    mutationFn: (body: Model<"PaymentGatewayBody">) =>
      of === undefined
        ? answered(api.POST("/api/v1/payment-gateways", { body }))
        : answered(api.PATCH("/api/v1/payment-gateways/{id}", { params: { path: { id: of.id } }, body })),
    onSuccess: () => {
      notify("good", t("saved"));
      onClose();
    },
  });
  return (
    <Dialog title={of === undefined ? t("setUp.open") : t("change.open")} onClose={onClose}>
      <Form
        error={saving.error}
        fields={["gateway", "mode", ...gateways[gateway]]}
        onSend={(value) => {
          const keys: Partial<Record<string, string>> = {};
          for (const key of gateways[gateway]) {
            const text = value(key).trim();
            if (text !== "" || !isSecret(key)) {
              keys[key] = text;
            }
          }
          saving.mutate({
            enabled: value("enabled") === "on",
            gateway,
            ...(of === undefined && { mode: value("mode") || "test" }),
            ...keys,
          });
        }}
        buttons={<Buttons action={t("verbs:save")} isRunning={saving.isPending} onCancel={onClose} />}
      >
        {of === undefined && (
          <>
            <Select
              name="gateway"
              label={t("gateway")}
              value={gateway}
              onChange={(event) => {
                setGateway(isGateway(event.target.value) ? event.target.value : "test");
              }}
              choices={gatewayNames.map((one) => ({ value: one, text: t(`name.${one}`) }))}
            />
            {gateway !== "test" && (
              <Select
                name="mode"
                label={t("mode")}
                hint={t("modeHint")}
                choices={[
                  { value: "test", text: t("test") },
                  { value: "live", text: t("live") },
                ]}
              />
            )}
          </>
        )}
        {gateways[gateway].map((key) => (
          <Field
            key={key}
            name={key}
            label={t(`keys.${key}`)}
            {...(isSecret(key) ? { type: "password", ...(of !== undefined && { hint: t("staysHint") }) } : { defaultValue: shownKey(of, key) })}
            autoComplete="off"
            spellCheck={false}
          />
        ))}
        <Checkbox name="enabled" label={t("enabledMore")} defaultChecked={of?.enabled ?? true} />
      </Form>
    </Dialog>
  );
}

function shownKey(of: Model<"PaymentGateway"> | undefined, key: string): string {
  switch (key) {
    case "merchantId":
      return of?.merchantId ?? "";
    case "serviceId":
      return of?.serviceId ?? "";
    case "userId":
      return of?.userId ?? "";
    default:
      return of?.publicKey ?? "";
  }
}
