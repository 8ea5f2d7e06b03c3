import { Bookmark, BookmarkPlus, Check, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { Menu, MenuItem } from "../ui/Menu";
import type { SearchState } from "../ui/useSearchState";
import { isChosen, useSavedFilters } from "./savedFilters";

interface Props {
  list: string;
  search: SearchState;
  onChange: (changes: SearchState) => void;
}

/** Ways to look at a list that somebody has given a name. */
export function SavedFilters({ list, search, onChange }: Props) {
  const { t } = useTranslation("stations");
  const { all, save, remove } = useSavedFilters(list);
  const [isNaming, setNaming] = useState(false);
  const chosen = all.find((each) => isChosen(each, search));
  const clear = Object.fromEntries(Object.keys(search).map((key) => [key, undefined]));
  return (
    <>
      <Menu
        button={
          <Button aria-label={t("saved.title")}>
            <Bookmark className="size-4" aria-hidden="true" />
            <span className="max-w-40 truncate max-sm:hidden">{chosen?.name ?? t("saved.title")}</span>
          </Button>
        }
      >
        {all.map((each) => (
          <MenuItem
            key={each.name}
            onPick={() => {
              onChange({ ...clear, ...each.search });
            }}
          >
            <Check className={`size-4 ${each === chosen ? "" : "invisible"}`} aria-hidden="true" />
            <span className="max-w-64 truncate">{each.name}</span>
          </MenuItem>
        ))}
        {all.length === 0 && <p className="max-w-64 px-3 py-2 text-sm text-muted">{t("saved.none")}</p>}
        <div className="my-1 border-t border-line" role="separator" />
        <MenuItem
          onPick={() => {
            setNaming(true);
          }}
        >
          <BookmarkPlus className="size-4" aria-hidden="true" />
          {t("saved.save")}
        </MenuItem>
        {chosen && (
          <MenuItem
            isDanger
            onPick={() => {
              remove(chosen.name);
            }}
          >
            <Trash2 className="size-4" aria-hidden="true" />
            {t("saved.remove", { name: chosen.name })}
          </MenuItem>
        )}
      </Menu>
      {isNaming && (
        <Dialog
          title={t("saved.save")}
          onClose={() => {
            setNaming(false);
          }}
        >
          <Form
            error={null}
            fields={["name"]}
            onSend={(value) => {
              save(value("name").trim(), search);
              setNaming(false);
            }}
            buttons={
              <Buttons
                action={t("save")}
                isRunning={false}
                onCancel={() => {
                  setNaming(false);
                }}
              />
            }
          >
            <Field name="name" label={t("saved.name")} hint={t("saved.hint")} required maxLength={60} autoFocus pattern=".*\S.*" autoComplete="off" />
          </Form>
        </Dialog>
      )}
    </>
  );
}
