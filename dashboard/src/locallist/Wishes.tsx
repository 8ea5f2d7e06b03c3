import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { Button } from "../ui/Button";
import { Facts } from "../ui/Facts";
import { Form } from "../ui/Form";
import { notify } from "../ui/notices";
import { Select } from "../ui/Select";
import { autoOf, wishesOf } from "./wishes";

/** How the list is kept: by itself or not, and what is done with too many tokens. */
export function Wishes({ list, mayChange }: { list: Model<"LocalList">; mayChange: boolean }) {
  const { t } = useTranslation("locallist");
  const client = useQueryClient();
  const saving = useMutation({
    mutationFn: (body: Model<"LocalListWishes">) =>
      answered(api.PUT("/api/v1/stations/{station}/local-list", { params: { path: { station: list.station } }, body })),
    onSuccess: async () => {
      notify("good", t("saved"));
      await client.invalidateQueries({ queryKey: ["local-list", list.station] });
    },
  });
  if (!mayChange) {
    return (
      <Facts
        of={[
          [t("autoSync"), t(list.autoSync ? "auto.on" : "auto.off")],
          [t("tooMany"), t(`many.${list.whenTooMany}`)],
        ]}
      />
    );
  }
  return (
    <Form
      error={saving.error}
      fields={["autoSync", "whenTooMany"]}
      onSend={(value) => {
        saving.mutate(wishesOf(value("autoSync"), value("whenTooMany")));
      }}
      buttons={
        <Button type="submit" className="self-start" disabled={saving.isPending}>
          {t("verbs:save")}
        </Button>
      }
    >
      <Select
        name="autoSync"
        label={t("autoSync")}
        defaultValue={autoOf(list)}
        choices={(["setting", "on", "off"] as const).map((each) => ({
          value: each,
          text: each === "setting" && list.autoSyncOfStation === null ? `${t("auto.setting")} (${t(list.autoSync ? "auto.on" : "auto.off")})` : t(`auto.${each}`),
        }))}
      />
      <Select
        name="whenTooMany"
        label={t("tooMany")}
        defaultValue={list.whenTooMany}
        choices={(["refuse", "newest"] as const).map((each) => ({ value: each, text: t(`many.${each}`) }))}
      />
    </Form>
  );
}
