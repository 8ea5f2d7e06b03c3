import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../api/errors";
import { meQuery, useMay } from "../signin/me";
import { Button } from "../ui/Button";
import { Card } from "../ui/Card";
import { More } from "../ui/More";
import { Page } from "../ui/Page";
import { Refused } from "../ui/Refused";
import { Waiting } from "../ui/Waiting";
import { usersQuery } from "./queries";
import { type Task, UserTask } from "./UserTask";
import { UserRow } from "./UserRow";

/** Who can sign in, and as what. */
export function UsersPage() {
  const { t } = useTranslation("users");
  const users = useInfiniteQuery(usersQuery);
  const me = useQuery(meQuery).data;
  const may = useMay();
  const [task, setTask] = useState<Task>();
  const rows = users.data?.pages.flatMap((page) => page.items);
  // A role is chosen from the list of roles.
  const mayInvite = may("user.write") && may("role.read");
  return (
    <Page
      title={t("navigation")}
      about={t("about")}
      action={
        mayInvite && (
          <Button
            look="primary"
            onClick={() => {
              setTask({ kind: "invitation" });
            }}
          >
            <UserPlus className="size-4" aria-hidden="true" />
            {t("invite.open")}
          </Button>
        )
      }
    >
      {users.error instanceof ApiError && <Refused problem={users.error.problem} />}
      {users.isPending && (
        <Card className="p-6">
          <Waiting className="w-48" />
        </Card>
      )}
      {rows && (
        <Card>
          <table className="w-full text-left text-sm">
            <thead className="text-muted max-sm:sr-only">
              <tr className="border-b border-line [&>th]:py-2.5 [&>th]:font-normal">
                <th className="pr-4 pl-5 sm:pl-6">{t("name")}</th>
                <th className="hidden pr-4 sm:table-cell">{t("role.label")}</th>
                <th className="hidden pr-4 md:table-cell">{t("secondFactor")}</th>
                <th className="hidden pr-4 lg:table-cell">{t("lastSignIn")}</th>
                <th>
                  <span className="sr-only">{t("actions")}</span>
                </th>
              </tr>
            </thead>
            <tbody className="divide-y divide-line">
              {rows.map((user) => (
                <UserRow key={user.id} user={user} isSelf={user.id === me?.user?.id} onTask={setTask} />
              ))}
            </tbody>
          </table>
        </Card>
      )}
      <More {...users} />
      {task && (
        <UserTask
          task={task}
          onClose={() => {
            setTask(undefined);
          }}
        />
      )}
    </Page>
  );
}
