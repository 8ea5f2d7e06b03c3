import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { answered, api, done, type Model } from "../api/client";
import { Confirm } from "../ui/Confirm";
import { ChangeRole } from "./ChangeRole";
import { Invite } from "./Invite";
import { NewLink } from "./NewLink";
import { usersQuery } from "./queries";

/** What somebody is about to do with users. */
export type Task =
  | { kind: "invitation" }
  | { kind: "role" | "link" | "factor" | "disabling" | "removal"; user: Model<"User"> };

/** Its dialogue. */
export function UserTask({ task, onClose }: { task: Task; onClose: () => void }) {
  const { t } = useTranslation("users");
  const client = useQueryClient();
  const close = () => {
    onClose();
    void client.invalidateQueries(usersQuery);
  };
  if (task.kind === "invitation") {
    return <Invite onClose={close} />;
  }
  const { user } = task;
  const params = { path: { id: user.id } };
  switch (task.kind) {
    case "role":
      return <ChangeRole user={user} onClose={close} />;
    case "link":
      return <NewLink user={user} onClose={close} />;
    case "factor":
      return (
        <Confirm
          title={t("factor.title")}
          action={t("factor.action")}
          isDanger
          run={() => answered(api.DELETE("/api/v1/users/{id}/second-factor", { params }))}
          onClose={close}
        >
          {t("factor.more", { name: user.name })}
        </Confirm>
      );
    case "disabling":
      return (
        <Confirm
          title={t(user.disabled ? "enable.title" : "disable.title", { name: user.name })}
          action={t(user.disabled ? "enable.action" : "disable.action")}
          isDanger={!user.disabled}
          run={() => answered(api.PATCH("/api/v1/users/{id}", { params, body: { disabled: !user.disabled } }))}
          onClose={close}
        >
          {t(user.disabled ? "enable.more" : "disable.more")}
        </Confirm>
      );
    case "removal":
      return (
        <Confirm
          title={t("removal.title", { name: user.name })}
          action={t("removal.action")}
          isDanger
          run={() => done(api.DELETE("/api/v1/users/{id}", { params }))}
          onClose={close}
        >
          {t("removal.more", { email: user.email })}
        </Confirm>
      );
  }
}
