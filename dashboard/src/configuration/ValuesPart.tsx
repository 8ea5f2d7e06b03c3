import { useInfiniteQuery } from "@tanstack/react-query";
import { SlidersHorizontal } from "lucide-react";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Model } from "../api/client";
import { useMay } from "../signin/me";
import { List } from "../ui/List";
import { Nothing } from "../ui/Nothing";
import { SearchBox } from "../ui/SearchBox";
import { Narrow } from "../ui/Select";
import { useSearchState } from "../ui/useSearchState";
import { AddDesired } from "./AddDesired";
import { Changes } from "./Changes";
import { valuesQuery } from "./queries";
import { Refresh } from "./Refresh";
import { useValueColumns } from "./valueColumns";
import { linesOf, patchOf, withEdit } from "./values";

const noEdits: ReadonlyMap<string, string> = new Map();

/** What a station is set to, as far as it has said; each value is edited where it stands. */
export function ValuesPart({ station }: { station: string }) {
  const { t } = useTranslation("configuration");
  const may = useMay();
  const [search, change] = useSearchState();
  const [edits, setEdits] = useState(noEdits);
  const [known, setKnown] = useState<ReadonlyMap<string, Model<"ConfigurationValue">>>(new Map());
  const [wanted, setWanted] = useState<Model<"ConfigurationValue">>();
  const values = useInfiniteQuery({
    ...valuesQuery(station, search),
    select: (data) => ({ ...data, pages: [{ items: linesOf(data.pages.flatMap((page) => page.items)), next: data.pages.at(-1)?.next ?? null }] }),
  });
  const onEdit = useCallback((value: Model<"ConfigurationValue">, text: string | null) => {
    setEdits((before) => withEdit(before, value, text));
    setKnown((before) => new Map(before).set(value.name, value)); // so that a search does not lose it
  }, []);
  const columns = useValueColumns({ edits, mayEdit: may("configuration.write"), onEdit, onWant: setWanted });
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <SearchBox
          label={t("search")}
          value={search.q ?? ""}
          onSearch={(q) => {
            change({ q });
          }}
        />
        <Narrow
          label={t("state")}
          value={search.pending ?? ""}
          choices={[
            { value: "", text: t("allValues") },
            { value: "true", text: t("onlyPending") },
          ]}
          onPick={(pending) => {
            change({ pending });
          }}
        />
        {may("configuration.refresh") && <Refresh station={station} />}
      </div>
      <Changes
        station={station}
        count={edits.size}
        patch={() => patchOf([...known.values()], edits)}
        onDone={() => {
          setEdits(noEdits);
        }}
      />
      <List
        of={values}
        label={t("part.values")}
        columns={columns}
        rowKey={(line) => ("group" in line ? `group ${line.group}` : line.value.name)}
        nothing={
          search.q === undefined && search.pending === undefined ? (
            <Nothing icon={SlidersHorizontal} title={t("nothing")}>
              {t("nothingMore")}
            </Nothing>
          ) : (
            <Nothing icon={SlidersHorizontal} title={t("noMatch")} />
          )
        }
      />
      {wanted && (
        <AddDesired
          station={station}
          {...wanted}
          onClose={() => {
            setWanted(undefined);
          }}
        />
      )}
    </>
  );
}
