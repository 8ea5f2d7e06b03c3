import { Ellipsis } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import type { Model } from "../api/client";
import { useMay } from "../signin/me";
import { Badge } from "../ui/Badge";
import { Menu, MenuItem } from "../ui/Menu";
import type { Task } from "./UserTask";

interface Props {
  user: Model<"User">;
  /** It is who looks: their password and second factor are on the page of their account. */
  isSelf: boolean;
  onTask: (task: Task) => void;
}

export function UserRow({ user, isSelf, onTask }: Props) {
  const { t } = useTranslation("users");
  const format = useFormat();
  const may = useMay();
  const lastSeen = user.signedInAt === null ? t("never") : format.moment(user.signedInAt);
  return (
    <tr className="[&>td]:py-3 [&>td]:align-middle">
      <td className="max-w-0 w-full pr-4 pl-5 sm:w-auto sm:max-w-64 sm:pl-6">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
          <span className="truncate">{user.name}</span>
          {isSelf && <Badge>{t("you")}</Badge>}
          {user.disabled && <Badge look="bad">{t("disabled")}</Badge>}
          {user.invited && <Badge look="warn">{t("invited")}</Badge>}
        </p>
        <p className="truncate text-muted">{user.email}</p>
        <p className="text-muted sm:hidden">
          {user.role}
          {user.secondFactor && t("withFactor")}
        </p>
      </td>
      <td className="hidden pr-4 sm:table-cell">{user.role}</td>
      <td className="hidden pr-4 md:table-cell">{user.secondFactor ? t("on") : <span className="text-muted">{t("off")}</span>}</td>
      <td className="hidden pr-4 whitespace-nowrap text-muted lg:table-cell">{lastSeen}</td>
      <td className="w-12 pr-3 text-right sm:pr-4">
        {may("user.write") && !isSelf && <Actions user={user} onTask={onTask} />}
      </td>
    </tr>
  );
}

function Actions({ user, onTask }: { user: Model<"User">; onTask: (task: Task) => void }) {
  const { t } = useTranslation("users");
  const may = useMay();
  const pick = (kind: Exclude<Task["kind"], "invitation">) => () => {
    onTask({ kind, user });
  };
  return (
    <Menu
      button={
        <button
          type="button"
          aria-label={t("change", { name: user.name })}
          className="rounded-lg p-2 text-muted hover:bg-raised hover:text-ink data-[state=open]:bg-raised"
        >
          <Ellipsis className="size-4" aria-hidden="true" />
        </button>
      }
    >
      {may("role.read") && <MenuItem onPick={pick("role")}>{t("task.role")}</MenuItem>}
      <MenuItem onPick={pick("link")}>{t(user.invited ? "task.invitationLink" : "task.passwordLink")}</MenuItem>
      {user.secondFactor && <MenuItem onPick={pick("factor")}>{t("task.factor")}</MenuItem>}
      <MenuItem onPick={pick("disabling")}>{t(user.disabled ? "task.enable" : "task.disable")}</MenuItem>
      <MenuItem isDanger onPick={pick("removal")}>
        {t("task.remove")}
      </MenuItem>
    </Menu>
  );
}
