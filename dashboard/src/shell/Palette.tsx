import { useQuery } from "@tanstack/react-query";
import { useNavigate, useRouter } from "@tanstack/react-router";
import { Command } from "cmdk";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../signin/me";
import { features, type Found } from "./feature";
import { useEntries } from "./Navigation";

const sources = features.flatMap((feature) => feature.search ?? []).sort((one, other) => one.order - other.order);

/** So much of it is looked for at the server. */
const LEAST = 2;

/** The search everywhere: pages by their names, and whatever the features find. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("shell");
  const element = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState("");
  const entries = useEntries();
  const navigate = useNavigate();
  const router = useRouter();
  const query = text.trim(); // never a deferred one: Enter takes what is listed for all that was typed
  const may = useMay();
  const asked = sources.filter(({ needs }) => needs === undefined || may(needs));
  const found = useQuery({
    queryKey: ["palette", query],
    enabled: query.length >= LEAST,
    staleTime: 10_000,
    queryFn: async ({ signal }) => {
      const all = await Promise.allSettled(asked.map((source) => source.find(query, signal)));
      return all.map((each, index) => ({ text: asked[index]?.text ?? "", items: each.status === "fulfilled" ? each.value : [] }));
    },
  }).data;
  useEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    dialog?.querySelector("input")?.focus(); // the first thing that can be focused is what surrounds it
    return () => {
      dialog?.close();
    };
  }, []);
  const go = (to: string) => {
    onClose();
    router.history.push(to);
  };
  const item = "flex cursor-default items-center gap-3 rounded-lg px-3 py-2 text-sm data-[selected=true]:bg-raised";
  const group = "[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-muted";
  return (
    <dialog
      ref={element}
      aria-label={t("search")}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === element.current) {
          onClose();
        }
      }}
      className="mx-auto mt-[12dvh] w-[calc(100vw-2rem)] max-w-xl rounded-2xl border border-line bg-surface p-0 text-ink shadow-xl backdrop:bg-black/45"
    >
      <Command label={t("search")} shouldFilter={false} loop>
        <Command.Input
          value={text}
          onValueChange={setText}
          placeholder={t("searchHint")}
          className="w-full border-b border-line bg-transparent px-4 py-3.5 text-base outline-none placeholder:text-muted"
        />
        <Command.List className="max-h-[50dvh] overflow-y-auto p-2">
          <Command.Empty className="px-3 py-6 text-center text-sm text-muted">{t("nothingFound")}</Command.Empty>
          <Command.Group heading={t("pages")} className={group}>
            {entries
              .map((entry) => ({ ...entry, name: t(entry.text) }))
              .filter(({ name }) => name.toLocaleLowerCase().includes(query.toLocaleLowerCase()))
              .map(({ path, name, icon: Icon }) => (
                <Command.Item
                  key={path}
                  value={path}
                  className={item}
                  onSelect={() => {
                    onClose();
                    void navigate({ to: path });
                  }}
                >
                  <Icon className="size-4 text-muted" aria-hidden="true" />
                  {name}
                </Command.Item>
              ))}
          </Command.Group>
          {query.length >= LEAST &&
            found
              ?.filter(({ items }) => items.length > 0)
              .map(({ text: heading, items }) => (
                <Command.Group key={heading} heading={t(heading)} className={group}>
                  {items.map((each: Found) => (
                    <Command.Item key={each.to} value={each.to} className={item} onSelect={() => { go(each.to); }}>
                      <span className="min-w-0 flex-1 truncate">{each.title}</span>
                      {each.more !== undefined && <span className="truncate text-muted">{each.more}</span>}
                    </Command.Item>
                  ))}
                </Command.Group>
              ))}
        </Command.List>
      </Command>
    </dialog>
  );
}
