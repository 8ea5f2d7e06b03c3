import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { ChevronsUpDown, CircleUser, LogOut } from "lucide-react";
import { api, done } from "../api/client";
import { forget } from "../signin/forget";
import { meQuery } from "../signin/me";
import { useTranslation } from "react-i18next";
import { Menu, MenuItem } from "../ui/Menu";
import { LookMenu } from "./LookMenu";

/** Who is signed in, and the way to their account and out. */
export function Self() {
  const { t } = useTranslation("shell");
  const me = useQuery(meQuery).data;
  const navigate = useNavigate();
  const client = useQueryClient();
  const out = useMutation({
    mutationFn: () => done(api.POST("/api/v1/sign-out")),
    onSuccess: async () => {
      await navigate({ to: "/sign-in" });
      forget(client);
    },
  });
  if (!me?.user) {
    return null; // not known yet
  }
  const { name, email } = me.user;
  return (
    <Menu
      button={
        <button
          type="button"
          className="flex items-center gap-2.5 rounded-lg p-1.5 text-left transition-colors hover:bg-raised data-[state=open]:bg-raised md:px-2"
        >
          <span
            aria-hidden="true"
            className="flex size-7 shrink-0 items-center justify-center rounded-full bg-accent-soft text-xs font-semibold text-accent"
          >
            {initials(name)}
          </span>
          <span className="hidden min-w-0 flex-1 md:block">
            <span className="block truncate text-sm font-medium">{name}</span>
            <span className="block truncate text-xs text-muted">{me.organisation ?? t("allOrganisations")}</span>
          </span>
          <span className="sr-only">{t("yourAccount", { name })}</span>
          <ChevronsUpDown className="hidden size-4 shrink-0 text-muted md:block" aria-hidden="true" />
        </button>
      }
    >
      <p className="border-b border-line px-3 pt-2 pb-2.5 text-xs text-muted">
        <span className="block max-w-60 truncate">{email}</span>
        {out.error && <span className="mt-1 block max-w-60 text-bad">{out.error.message}</span>}
      </p>
      <div className="pt-1">
        <MenuItem onPick={() => void navigate({ to: "/account" })}>
          <CircleUser className="size-4 text-muted" aria-hidden="true" />
          {t("account")}
        </MenuItem>
        <LookMenu />
        <MenuItem
          onPick={() => {
            out.mutate();
          }}
        >
          <LogOut className="size-4 text-muted" aria-hidden="true" />
          {t("signOut")}
        </MenuItem>
      </div>
    </Menu>
  );
}

/** One or two letters of a name: `AO` of Anna Ohm. */
export function initials(name: string): string {
  const words = name.split(/[\s.@_-]+/).filter((word) => word !== "");
  const first = words[0] ?? "";
  const last = words.length > 1 ? (words.at(-1) ?? "") : "";
  return [first, last].map((word) => word.match(/^\p{L}/u)?.[0].toLocaleUpperCase() ?? "").join("");
}
